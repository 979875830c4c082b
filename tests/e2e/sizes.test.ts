// What each surface is like where the screen is narrow, the text large, the pointer a finger, or motion unwelcome.
import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { locateLit, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { pressCommand } from './browser-ui.ts';
import { pointAt, readCard } from './card.ts';
import { callInCard } from './closed-root.ts';
import { findCutOff } from './cut-off.ts';
import { tapAt } from './finger.ts';
import { startBrowser, type TestBrowser } from './harness.ts';
import { measureClip } from './pixels.ts';

const NARROW = { width: 320, height: 640 };
const LARGE_TEXT = 32; // px: 200 % of the browser's own
const LETTERS = 4.5; // of contrast: 1.4.3
const STRONG_LETTERS = 7; // 1.4.6
const LEAST_TARGET = 24; // px: WCAG 2.2, 2.5.8
const LEAST_FOR_FINGERS = 44; // 2.5.5

/** Pages of the extension, and what is there once they are ready. */
const PAGES: Record<string, string> = {
  'popup.html': '[role="combobox"]',
  'sidepanel.html': 'h1',
  'sidepanel.html?term=hu-xiaoming-2017%2Fsaas&note=': 'textarea',
  'sidepanel.html?find=cloudy': 'li',
  'options.html': '[role="switch"]',
};

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser('Chromium');
});
afterAll(() => browser?.close());

describe.each(Object.entries(PAGES))('%s', (path, ready) => {
  const open = async (viewport: Parameters<Page['setViewport']>[0]) => {
    const page = await browser.openBlankPage();
    await page.setViewport(viewport);
    await page.goto(browser.extensionOrigin + path);
    await page.waitForSelector(ready);
    return page;
  };

  it('shows all of itself at 320 px, also with text of twice the size', async () => {
    const page = await open(NARROW);
    expect(await callInPage(page, findCutOff)).toEqual([]);
    await setTextSize(page, LARGE_TEXT);
    await page.reload();
    await page.waitForSelector(ready);
    expect(await callInPage(page, findCutOff)).toEqual([]);
    await page.close();
  });

  it.each([
    ['a mouse', LEAST_TARGET, false],
    ['a finger', LEAST_FOR_FINGERS, true],
  ])('has targets that are large enough for %s', async (_, least, isFinger) => {
    const page = await open({ ...NARROW, hasTouch: isFinger, isMobile: isFinger });
    expect(await callInPage(page, findSmallTargets, least)).toEqual([]);
    await page.close();
  });
});

describe.each(['card', 'sheet'])('the %s', (kind) => {
  const open = async (prepare?: (page: Page, session: CDPSession) => Promise<unknown>) => {
    const page = await browser.openFixture('keyboard.html');
    await page.setViewport(NARROW);
    await prepare?.(page, await page.createCDPSession());
    await waitUntilTextLit(page, 'SaaS');
    if (kind === 'card') await pointAt(page, 'SaaS');
    else await tapAt(browser, page, (await locateLit(page, 'SaaS')) ?? { x: 0, y: 0 });
    await expect.poll(() => readCard(browser, page), { timeout: 10_000 }).not.toBeNull();
    return page;
  };

  const openMore = async (page: Page) => {
    await callInCard('Chromium', page, (root) => root.querySelector<HTMLElement>('[aria-expanded="false"]')?.click());
    await expect.poll(async () => (await readCard(browser, page))?.buttons).toContain('Copy as text');
  };

  it.each([16, LARGE_TEXT])('shows all of itself at 320 px with text of %i px', async (size) => {
    const page = await open((opened) => setTextSize(opened, size));
    await openMore(page);
    expect(await callInCard('Chromium', page, findCutOff)).toEqual([]);
    await page.close();
  });

  it.each([
    ['none', LETTERS],
    ['active', STRONG_LETTERS],
  ])('lets its texts fade where more of them follow, but not the last; colours forced: %s', async (value, least) => {
    const page = await open((opened) => opened.setViewport({ ...NARROW, height: 480 }));
    const session = await page.createCDPSession(); // now: Chromium shows no lit words then
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
    await expect
      .poll(() => callInPage(page, () => matchMedia('(forced-colors: active)').matches))
      .toBe(least > LETTERS);
    const { x, y } = (await callInCard('Chromium', page, locateDefinition)) ?? { x: 0, y: 0 };
    expect((await measureClip(page, { x: x - 4, y, width: 200, height: 24 })).letters).toBeGreaterThanOrEqual(least);
    const strongestAtEdge: number[] = [];
    for (let by = 0; by < 24; by += 4) {
      const { left, bottom, last } = (await callInCard('Chromium', page, scrollTexts, by ? 4 : 0)) as TextsBox;
      expect(last).toBeGreaterThan(bottom);
      strongestAtEdge.push((await measureClip(page, { x: left + 1, y: bottom - 8, width: 240, height: 8 })).line);
    }
    expect(Math.max(...strongestAtEdge)).toBeLessThan(2);
    const { bottom, last } = (await callInCard('Chromium', page, scrollTexts, 2000)) as TextsBox;
    expect(last).toBeLessThanOrEqual(bottom - 16);
    await page.close();
  });

  it('has targets that are large enough', async () => {
    const page = await open();
    await openMore(page);
    const least = kind === 'card' ? LEAST_TARGET : LEAST_FOR_FINGERS;
    expect(await callInCard('Chromium', page, findSmallButtons, least)).toEqual([]);
    await page.close();
  });

  it.each([
    ['no-preference', 1],
    ['reduce', 0],
  ])('moves on its way in as the reader prefers: %s', async (value, animations) => {
    const page = await open(async (_, session) => {
      await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] });
    });
    expect(await callInCard('Chromium', page, countAnimations)).toBe(animations);
    await page.close();
  });
});

it('brings a term into view in one step where motion is reduced', async () => {
  const page = await browser.openFixture('keyboard.html');
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.evaluate(`document.body.innerHTML = '<p style="margin-top: 2000px">SaaS</p>'`);
  await callInPage(page, noteScrolls);
  await waitUntilTextLit(page, 'SaaS');
  await page.bringToFront();
  await pressCommand(browser, 'next-term');
  const scrolls = () => callInPage(page, () => (window as unknown as { scrolls: number }).scrolls);
  await expect.poll(scrolls).toBeGreaterThan(0);
  for (let count = 0; count < 30; count++) await callInPage(page, () => new Promise(requestAnimationFrame));
  expect(await scrolls()).toBe(1);
  await page.close();
});

async function setTextSize(page: Page, standard: number): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Page.enable');
  await session.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } });
}

// The functions below run in the page: each stands for itself.

/** Links in a sentence are as high as its lines: the rule excepts them. A label enlarges what it names. */
function findSmallTargets(least: number): string[] {
  const targets = document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, summary, [role="option"]');
  return [...targets]
    .filter(
      (target) =>
        target.checkVisibility() && !(target.closest('p, footer, .quotation-source') && target.localName === 'a'),
    )
    .map((target) => ({ target, box: (target.closest('label') ?? target).getBoundingClientRect() }))
    .filter(({ box }) => Math.min(box.width, box.height) < least - 0.5)
    .map(({ target, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${target.outerHTML.slice(0, 120)}`);
}

function findSmallButtons(root: ShadowRoot, least: number): string[] {
  return [...root.querySelectorAll('button')]
    .filter((button) => button.checkVisibility())
    .map((button) => ({ button, box: button.getBoundingClientRect() }))
    .filter(({ box }) => Math.min(box.width, box.height) < least - 0.5)
    .map(({ button, box }) => `${box.width}×${box.height} ${button.innerText}`);
}

interface TextsBox {
  readonly left: number;
  readonly bottom: number;
  /** Where the last of the texts ends. */
  readonly last: number;
}

function locateDefinition(root: ShadowRoot) {
  const { x, y } = root.querySelector('.card-definition')?.getBoundingClientRect() ?? new DOMRect();
  return { x, y };
}

function scrollTexts(root: ShadowRoot, by: number): TextsBox {
  const body = root.querySelector('.card-body') as Element;
  body.scrollTop += by;
  const { left, bottom } = body.getBoundingClientRect();
  return { left, bottom, last: body.lastElementChild?.getBoundingClientRect().bottom ?? 0 };
}

function countAnimations(root: ShadowRoot): number {
  const card = root.querySelector('[role="dialog"]') as HTMLElement;
  return getComputedStyle(card).animationName === 'none' ? 0 : 1;
}

function noteScrolls(): void {
  Object.assign(window, { scrolls: 0 });
  addEventListener('scroll', () =>
    Object.assign(window, { scrolls: (window as unknown as { scrolls: number }).scrolls + 1 }),
  );
}
