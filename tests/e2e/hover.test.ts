// What the pointer means by its movements, with a real one, in Chromium and in Firefox.
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { litRects, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { pointAt, readCard, waitUntilClosed } from './card.ts';
import { callInCard } from './closed-root.ts';
import { passFrames } from './frames.ts';
import { BROWSERS, type TestBrowser, useNewTabs } from './harness.ts';

const FRAMES = 60; // a second or more: far beyond every wait of the hover
const FIRST_DWELL_MS = 250;
const TEXT = `
  <p style="margin: 40px 20px 0">SaaS</p>
  <p style="margin: 500px 700px 0">PaaS <a href="#followed" style="margin: 0 200px">IaaS</a></p>`;

describe.each(BROWSERS)('the pointer in %s', (name) => {
  let browser: TestBrowser;
  let page: Page;
  useNewTabs(name, async (opened) => {
    browser = opened;
    page = await browser.openFixture('keyboard.html');
    await page.evaluate(`document.body.innerHTML = ${JSON.stringify(TEXT)}`);
    await waitUntilTextLit(page, 'IaaS');
    return page;
  });

  const label = async () => (await readCard(browser, page))?.label;
  const expectCard = (expected: string) => expect.poll(label, { timeout: 10_000 }).toBe(expected);
  const frame = () => passFrames(page, 1);
  /** Moves from one point to another, a step a frame. */
  const glide = async (from: [number, number], to: [number, number]) => {
    for (let step = 0; step <= FRAMES; step++) {
      const part = step / FRAMES;
      await page.mouse.move(from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part);
      await frame();
    }
  };

  it('has all the time it needs for the way to the card, as long as it comes nearer', async () => {
    await pointAt(page, 'SaaS');
    await expectCard('SaaS');
    const { left = 0, top = 0 } = (await callInCard(name, page, readEdges)) ?? {};
    const [x, y] = [1100, 800];
    await glide([x, y], [left + 20, top + 20]);
    expect(await label()).toBe('SaaS');
    await frame();
    await glide([left + 20, top + 20], [left + 22, top + 22]); // it is there, and stays
    expect(await label()).toBe('SaaS');
  });

  it('closes the card on a way that leads past it', async () => {
    await pointAt(page, 'SaaS');
    await expectCard('SaaS');
    await glide([900, 50], [900, 800]);
    await waitUntilClosed(browser, page);
  });

  it('closes the card whose word is scrolled away from under it', async () => {
    await page.evaluate('document.body.style.height = "3000px"');
    await pointAt(page, 'SaaS');
    await expectCard('SaaS');
    await page.mouse.wheel({ deltaY: 900 }); // and its card goes by
    await waitUntilClosed(browser, page);
  });

  it('opens nothing on a way that leads through a word', async () => {
    const [word] = await litRects(page, 'PaaS');
    if (!word) throw new Error('PaaS is not lit');
    await glide([word.left - 40, word.top + 5], [word.right + 40, word.top + 5]);
    await pointAt(page, 'SaaS');
    await expectCard('SaaS');
    expect(await callInCard(name, page, (root) => root.querySelectorAll('[role="dialog"]').length)).toBe(1);
  });

  it('opens the next card sooner than the first, and each one once', async () => {
    await page.evaluate(
      `document.body.innerHTML = '<p style="margin: 40px">SaaS <b style="margin: 90px">PaaS</b></p>'`,
    );
    await waitUntilTextLit(page, 'PaaS');
    await pointAt(page, 'SaaS');
    await expectCard('SaaS');
    await callInCard(name, page, watchCards);
    const expected: string[] = [];
    const goOn = async () => {
      const next = expected.at(-1) === 'PaaS' ? 'SaaS' : 'PaaS';
      expected.push(next);
      const [word] = await litRects(page, next);
      if (!word) throw new Error(`${next} is not lit`);
      await page.mouse.move(word.left + 5, word.top + 5);
      await expectCard(next);
      const opened = (await callInCard(name, page, readCards)) ?? [];
      expect(opened.map(({ label }) => label)).toEqual(expected);
      return Math.min(...opened.map(({ afterMs }) => afterMs));
    };
    // Of several the soonest: a busy machine makes any of them late.
    await expect.poll(goOn, { timeout: 40_000 }).toBeLessThan(FIRST_DWELL_MS);
  });

  it('opens nothing while a button is pressed, as one does who selects a text', async () => {
    const [word] = await litRects(page, 'PaaS');
    if (!word) throw new Error('PaaS is not lit');
    await page.mouse.move(word.left - 40, word.top + 5);
    await page.mouse.down();
    await page.mouse.move(word.left + 10, word.top + 5, { steps: 4 });
    await passFrames(page, FRAMES);
    expect(await label()).toBeUndefined();
    await page.mouse.up();
    await pointAt(page, 'SaaS');
    await expectCard('SaaS');
  });

  it('opens the card of a link that it rests on, and a click follows it', async () => {
    await pointAt(page, 'IaaS');
    await expectCard('IaaS');
    const [word] = await litRects(page, 'IaaS');
    const place = [(word?.left ?? 0) + 5, (word?.top ?? 0) + 5] as const;
    // A font that comes late makes the card higher, and it is above the word: the next frame puts it in its place.
    await expect.poll(() => callInPage(page, nameAt, place)).toBe('A');
    await page.mouse.click(...place);
    await waitUntilClosed(browser, page);
    await expect.poll(() => callInPage(page, () => location.hash)).toBe('#followed');
  });

  it('does not open again what was closed before it has left the word', async () => {
    await pointAt(page, 'PaaS');
    await expectCard('PaaS');
    await page.keyboard.press('Escape');
    const [word] = await litRects(page, 'PaaS');
    if (!word) throw new Error('PaaS is not lit');
    await glide([word.left + 5, word.top + 5], [word.left + 9, word.top + 5]);
    await passFrames(page, FRAMES);
    expect(await label()).toBeUndefined();
    await page.mouse.move(word.left + 5, word.top - 60);
    for (let count = 0; count < 2; count++) await frame(); // movements within one frame are read as one
    await pointAt(page, 'PaaS');
    await expectCard('PaaS');
  });
});

// The functions below run in the page.

interface WatchedRoot extends ShadowRoot {
  opened?: { label: string; afterMs: number }[];
}

/** From now on notes the cards that open, and how long after the pointer's last movement. */
function watchCards(root: WatchedRoot): void {
  let movedAt = 0;
  const note = ({ timeStamp }: Event) => {
    movedAt = timeStamp;
  };
  addEventListener('pointermove', note, true);
  const opened: { label: string; afterMs: number }[] = [];
  root.opened = opened;
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node instanceof HTMLElement && node.role === 'dialog')
          opened.push({ label: node.ariaLabel ?? '', afterMs: performance.now() - movedAt });
  }).observe(root, { childList: true, subtree: true });
}

function readCards(root: WatchedRoot) {
  return root.opened ?? [];
}

function readEdges(root: ShadowRoot) {
  const { left, top } = (root.querySelector('[role="dialog"]') as Element).getBoundingClientRect();
  return { left, top };
}

/** The element at a point. */
function nameAt([x, y]: readonly [number, number]): string | undefined {
  return document.elementFromPoint(x, y)?.nodeName;
}
