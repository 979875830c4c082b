// A finger: what a tap on a lit term opens, what it leaves to the page, and how the sheet goes again.
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { callInPage, waitInPage } from '../../scripts/in-page.ts';
import { litRects, locateLit, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { clickInCard, locateInCard, readCard, waitUntilClosed } from './card.ts';
import { callInCard } from './closed-root.ts';
import { swipe, tapAt, tapWithPen } from './finger.ts';
import { BROWSERS, type TestBrowser, useNewTabs } from './harness.ts';

const PHONE = { width: 360, height: 640 };
const TEXT = `
  <p style="margin-top: 240px">In this paragraph stands SaaS.</p>
  <p><a href="#followed">A link to <b>PaaS</b></a>, <label><input type="checkbox" id="box"> IaaS</label></p>
  <p id="tall" style="height: 3000px">The end</p>`;

describe.each(BROWSERS)('touch in %s', (name) => {
  let browser: TestBrowser;
  let page: Page;
  useNewTabs(name, async (opened) => {
    browser = opened;
    page = await browser.openFixture('keyboard.html');
    await page.setViewport(PHONE);
    await page.evaluate(`document.body.innerHTML = ${JSON.stringify(TEXT)}`);
    await waitUntilTextLit(page, 'IaaS');
    return page;
  });

  const tap = async (text: string) => {
    const point = await locateLit(page, text);
    if (!point) throw new Error(`“${text}” is not lit`);
    await tapAt(browser, page, point);
  };
  const openSheet = async (text: string) => {
    await tap(text);
    await expect.poll(async () => (await readCard(browser, page))?.label).toBe(text);
    await settle();
  };
  const settle = () => expect.poll(() => callInCard(name, page, isAtRest)).toBe(true);
  /** A tap that opens is proof that one before it, which opened nothing, has been read. */
  const expectNothingOpened = async () => {
    expect(await readCard(browser, page)).toBeNull();
    await openSheet('SaaS');
  };

  it('opens a sheet as wide as the screen at its bottom, with the focus in it', async () => {
    await openSheet('SaaS');
    const { left, right, bottom, hasFocus } = (await callInCard(name, page, readSheet)) ?? {};
    const width = await callInPage(page, () => visualViewport?.width); // Firefox has a scroll bar beside it
    expect({ left, right, hasFocus }).toEqual({ left: 0, right: width, hasFocus: true });
    expect(bottom).toBeGreaterThanOrEqual(PHONE.height);
  });

  /** The tapped word and the sheet, once both are at rest. */
  const readBoth = async () => {
    const [word] = await litRects(page, 'SaaS');
    const sheet = await callInCard(name, page, readSheet);
    if (!word || !sheet) throw new Error('no word, no sheet');
    return { wordTop: word.top, wordBottom: word.bottom, top: sheet.top, bottom: sheet.bottom };
  };
  const isClear = async () => {
    const { wordTop, wordBottom, top, bottom } = await readBoth();
    return wordTop >= 0 && wordBottom <= PHONE.height && (wordBottom < top || wordTop > bottom);
  };

  it('leaves the word in sight: the page is scrolled', async () => {
    await openSheet('SaaS');
    await expect.poll(isClear).toBe(true);
    expect(await callInPage(page, () => scrollY)).toBeGreaterThan(0);
  });

  it('leaves the word in sight: its box is scrolled, and the page only as far as need be', async () => {
    const html = '<div style="overflow: auto; height: 600px"><p style="margin: 400px 0 900px">SaaS</p></div>';
    await page.evaluate(`document.body.innerHTML = ${JSON.stringify(html)}`);
    await waitUntilTextLit(page, 'SaaS');
    await openSheet('SaaS');
    await expect.poll(isClear).toBe(true);
    expect(await callInPage(page, () => [scrollY, Number(document.querySelector('div')?.scrollTop) > 0])).toEqual([
      0,
      true,
    ]);
  });

  it('leaves the word in sight where nothing can be scrolled: the sheet is at the top', async () => {
    await page.evaluate(`document.body.innerHTML = '<p style="position: fixed; bottom: 0">SaaS</p>'`);
    await waitUntilTextLit(page, 'SaaS');
    await openSheet('SaaS');
    expect(await readBoth()).toMatchObject({ top: 0 });
    expect(await isClear()).toBe(true);
    await page.keyboard.press('Escape');
    await waitUntilClosed(browser, page);
  });

  it('has targets of 44 px at least', async () => {
    await openSheet('SaaS');
    await clickInCard(browser, page, 'More');
    const sizes = (await callInCard(name, page, readTargets)) ?? [];
    expect(sizes.length).toBeGreaterThan(6);
    expect(sizes.filter(({ width, height }) => Math.min(width, height) < 44)).toEqual([]);
  });

  it('stays while the page is tapped once it is pinned, and is not said to be moved', async () => {
    await openSheet('SaaS');
    await tapAt(browser, page, await locateInCard(browser, page, 'Pin'));
    const readPin = () => callInCard(name, page, (root) => root.querySelector('[aria-pressed="true"]')?.outerHTML);
    await expect.poll(readPin).toContain('Pin');
    expect(await readPin()).not.toContain('title');
    await tapAt(browser, page, { x: 340, y: 20 });
    await tapAt(browser, page, await locateInCard(browser, page, 'Close'));
    await waitUntilClosed(browser, page);
  });

  it('closes with Escape, with Close, and with a tap outside', async () => {
    await openSheet('SaaS');
    await page.keyboard.press('Escape');
    await waitUntilClosed(browser, page);
    await openSheet('SaaS');
    await tapAt(browser, page, await locateInCard(browser, page, 'Close'));
    await waitUntilClosed(browser, page);
    await openSheet('SaaS');
    await tapAt(browser, page, { x: 340, y: 20 });
    await waitUntilClosed(browser, page);
  });

  it('follows a swipe down and is gone at its end, but comes back after a short one', async () => {
    await openSheet('SaaS');
    const { top = 0 } = (await callInCard(name, page, readSheet)) ?? {};
    await swipe(browser, page, { x: 180, y: top + 20 }, 40);
    await expect.poll(async () => (await callInCard(name, page, readSheet))?.top).toBe(top);
    await swipe(browser, page, { x: 180, y: top + 20 }, 120);
    await waitUntilClosed(browser, page);
  });

  it('shows the term of the next tap in the place of the first', async () => {
    await openSheet('SaaS');
    await page.keyboard.press('Escape');
    await tap('IaaS'); // in a label: it is the box's
    await openSheet('SaaS');
    expect(await callInCard(name, page, (root) => root.querySelectorAll('[role="dialog"]').length)).toBe(1);
  });

  it('leaves links and labels to the page', async () => {
    await tap('PaaS');
    await waitInPage(page, 'the link to be followed', () => location.hash === '#followed', []);
    await tap('IaaS');
    await waitInPage(page, 'the box to be ticked', () => document.querySelector('input')?.checked, []);
    await expectNothingOpened();
  });

  if (name === 'Chromium')
    it('opens a card beside the word for a pen, which a second tap on the word closes', async () => {
      const point = await locateLit(page, 'SaaS');
      if (!point) throw new Error('SaaS is not lit');
      await tapWithPen(page, point);
      await expect.poll(async () => (await readCard(browser, page))?.label).toBe('SaaS');
      expect(await callInCard(name, page, (root) => root.querySelector('.sheet'))).toBeNull();
      await tapWithPen(page, point);
      await waitUntilClosed(browser, page);
    });

  // Firefox scrolls for no finger of a test's.
  if (name === 'Chromium')
    it('opens nothing for a finger that scrolls, and the open sheet stays', async () => {
      const { x = 0, y = 0 } = (await locateLit(page, 'SaaS')) ?? {};
      await scroll({ x, y }, -200);
      await expectNothingOpened();
      await scroll({ x: 300, y: 150 }, -120); // above the sheet
      expect((await readCard(browser, page))?.label).toBe('SaaS');
    });

  // Firefox makes long presses on Android alone, and puppeteer none there.
  if (name === 'Chromium')
    it('leaves a long press to the browser', async () => {
      const { x = 0, y = 0 } = (await locateLit(page, 'SaaS')) ?? {};
      const session = await page.createCDPSession();
      await session.send('Input.synthesizeTapGesture', { x, y, duration: 1500, gestureSourceType: 'touch' });
      await expectNothingOpened();
    });

  /** Swipes, waits until the page has come to rest, and scrolls back. */
  const scroll = async (from: { x: number; y: number }, by: number) => {
    await callInPage(page, noteScrollEnd);
    await swipe(browser, page, from, by);
    await waitInPage(page, 'the page to have scrolled', () => document.title === 'scrolled', []);
    await callInPage(page, () => window.scrollTo(0, 0));
  };
});

// The functions below run in the page.

function readSheet(root: ShadowRoot) {
  const card = root.querySelector('[role="dialog"]');
  if (!card) throw new Error('no sheet is open');
  const { left, right, top, bottom } = card.getBoundingClientRect();
  return { left, right, top: Math.round(top), bottom, hasFocus: root.activeElement === card };
}

function isAtRest(root: ShadowRoot): boolean {
  return root.querySelector('[role="dialog"]')?.getAnimations().length === 0;
}

function readTargets(root: ShadowRoot) {
  const buttons = [...root.querySelectorAll('button')].filter((button) => button.checkVisibility());
  return buttons.map((button) => {
    const { width, height } = button.getBoundingClientRect();
    return { name: button.ariaLabel ?? button.innerText, width, height };
  });
}

function noteScrollEnd(): void {
  document.title = '';
  window.addEventListener('scrollend', () => Object.assign(document, { title: 'scrolled' }), {
    capture: true,
    once: true,
  });
}
