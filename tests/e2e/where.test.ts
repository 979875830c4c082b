// Where a card stands, wherever its word stands: whole inside the window, beside the line that is pointed at, above all else.
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { callInWorker } from '../../scripts/extension-worker.ts';
import { callInPage, waitInPage } from '../../scripts/in-page.ts';
import { litRects, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { clickInCard } from './card.ts';
import { callInCard } from './closed-root.ts';
import { BROWSERS, startBrowser, type TestBrowser } from './harness.ts';

const WINDOW = { width: 800, height: 600 };
const WIDEST_GAP = 10; // px between a word and its card
const TINY = { width: 280, height: 200 };

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A page, and what is done to it before its word is pointed at. */
interface Place {
  readonly html: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly prepare?: string;
  /** Which line of a word that stands on several. */
  readonly line?: number;
}

const PLACES: Record<string, Place> = {
  'in the middle of a page': { html: '<p style="margin: 280px 0 0 300px">SaaS</p>' },
  'at the lower right corner': { html: '<p style="position: fixed; right: 4px; bottom: 0; margin: 0">SaaS</p>' },
  'on the first of two lines': {
    html: '<p style="width: 60px; margin: 250px 300px 0">public cloud</p>',
  },
  'on the second of two lines': {
    html: '<p style="width: 60px; margin: 250px 300px 0">public cloud</p>',
    line: 1,
  },
  'in a scroll container': {
    html: '<div id="box" style="height: 150px; overflow: auto; margin: 100px"><p style="margin: 600px 0">SaaS</p></div>',
    prepare: 'document.querySelector("#box").scrollTop = 520',
  },
  'in a modal dialog': {
    html: '<dialog style="margin-top: 250px"><p>SaaS</p></dialog>',
    prepare: 'document.querySelector("dialog").showModal()',
  },
  'in a popover': {
    html: '<div popover style="inset: 250px auto auto 300px; margin: 0"><p>SaaS</p></div>',
    prepare: 'document.querySelector("[popover]").showPopover()',
  },
  'in text from right to left': { html: '<div dir="rtl"><p style="margin: 100px 200px">זה SaaS</p></div>' },
  'in vertical text': { html: '<p style="writing-mode: vertical-rl; margin: 100px 300px">云 SaaS</p>' },
  'in turned and enlarged text': {
    html: '<p style="transform: rotate(20deg) scale(1.6); margin: 250px 300px">SaaS</p>',
  },
  'under a link that is stretched over it': {
    html: `<style>a::after { content: ''; position: absolute; inset: 0 }</style>
      <div style="position: relative; margin: 200px"><h3><a href="#followed">A title</a></h3><p>SaaS</p></div>`,
  },
  'in zoomed text': { html: '<p style="zoom: 2.5; margin: 80px">SaaS</p>' },
  'on a page that enlarges itself': {
    html: '<p style="margin: 200px">SaaS</p>',
    prepare: 'document.documentElement.style.zoom = 1.5',
  },
  'on a page that makes itself smaller': {
    html: '<p style="margin: 300px">SaaS</p>',
    prepare: 'document.documentElement.style.zoom = 0.8',
  },
  'in a tiny window': { html: '<p style="margin: 0">SaaS</p>', viewport: TINY },
  'in the middle of a tiny window': { html: '<p style="margin: 80px 100px">SaaS</p>', viewport: TINY },
  'in the middle of a low window': {
    html: '<p style="margin: 170px 300px">SaaS</p>',
    viewport: { width: 800, height: 360 },
  },
};

describe.each(BROWSERS)('a card in %s', (name) => {
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    browser = await startBrowser(name);
  });
  afterAll(() => browser?.close());
  afterEach(() => page?.close());

  const open = async ({ html, viewport = WINDOW, prepare }: Place, text: string) => {
    page = await browser.openFixture('keyboard.html');
    await page.setViewport(viewport);
    await page.evaluate(`document.body.innerHTML = ${JSON.stringify(html)}; ${prepare}`);
    await waitUntilTextLit(page, text);
  };
  const locate = async (text: string, line = 0): Promise<Box> => {
    const find = async () => (await litRects(page, text))[line];
    await expect.poll(find, { timeout: 10_000 }).toBeDefined(); // Firefox may just get its glossary, and light anew
    return (await find()) as Box;
  };
  const hover = async ({ left, right, top, bottom }: Box) => {
    await page.mouse.move((left + right) / 2 + 2, (top + bottom) / 2 + 2);
    await page.mouse.move((left + right) / 2, (top + bottom) / 2, { steps: 2 });
  };
  const readBox = () => callInCard(name, page, readPlacedCard);
  const waitForBox = async (): Promise<Box> => {
    await expect.poll(readBox, { timeout: 10_000 }).not.toBeNull();
    return (await readBox()) as Box;
  };

  it.each(Object.entries(PLACES))('stands whole beside a word %s', async (_, place) => {
    const text = place.html.includes('public cloud') ? 'public cloud' : 'SaaS';
    await open(place, text);
    const word = await locate(text, place.line);
    await hover(word);
    const { width, height } = place.viewport ?? WINDOW;
    await waitForBox();
    // Polled: a card that grows (a font comes late) is placed anew in the next frame.
    await expect.poll(async () => isWhole(await waitForBox(), width, height)).toBe(true);
    if (place.viewport === TINY) return; // where there is no room beside the word
    await expect.poll(async () => isBeside(await waitForBox(), word)).toBe(true);
  });

  it('stands above an element that fills the screen, and can be used there', async () => {
    const html = '<div style="background: white"><p style="margin: 100px">SaaS</p></div>';
    await open({ html }, 'SaaS');
    await page.evaluate('addEventListener("click", () => document.querySelector("div").requestFullscreen())');
    await page.mouse.click(20, 20);
    await waitInPage(page, 'the whole screen', () => document.fullscreenElement, []);
    await hover(await locate('SaaS'));
    await waitForBox();
    await clickInCard(browser, page, 'Close');
    await expect.poll(readBox).toBeNull();
  });

  it('above its word is moved in the very frame in which it grows, without an error that the page hears of', async () => {
    await open(PLACES['at the lower right corner'] as Place, 'SaaS');
    await page.evaluate(
      'document.title = ""; addEventListener("error", ({ message }) => { document.title = message })',
    );
    const word = await locate('SaaS');
    await hover(word);
    await waitForBox();
    await expect.poll(async () => overlaps(await waitForBox(), word)).toBe(false);
    const { top: full } = await waitForBox();
    await callInCard(name, page, hideTexts);
    await expect.poll(async () => (await waitForBox()).top).toBeGreaterThan(full);
    const small = await waitForBox();
    await callInCard(name, page, growInFrame);
    await expect.poll(() => callInCard(name, page, readGrown)).not.toBeNull();
    const grown = (await callInCard(name, page, readGrown)) as Box;
    expect(grown.top).toBeLessThan(small.top);
    expect([isWhole(grown, WINDOW.width, WINDOW.height), overlaps(grown, word)]).toEqual([true, false]);
    expect(await page.title()).toBe('');
  });

  it('follows its word while a container scrolls', async () => {
    await open(PLACES['in a scroll container'] as Place, 'SaaS');
    await hover(await locate('SaaS'));
    const before = await waitForBox();
    await hover(before); // and stays on it: the word is scrolled away from the pointer
    await page.evaluate('document.querySelector("#box").scrollTop += 30');
    await expect.poll(async () => (await readBox())?.top).toBe(before.top - 30);
  });

  it('keeps the place in its own texts while the page scrolls', async () => {
    const html = '<p style="margin: 130px 100px; height: 2000px">SaaS</p>';
    await open({ html, viewport: { width: 800, height: 360 } }, 'SaaS');
    await hover(await locate('SaaS'));
    const box = await waitForBox();
    await hover(box);
    expect(await callInCard(name, page, scrollTexts, 30)).toBe(30);
    await page.evaluate('window.scrollBy(0, 10)');
    await expect.poll(async () => (await readBox())?.top).not.toBe(box.top);
    expect(await callInCard(name, page, scrollTexts, 0)).toBe(30);
  });

  it.each([
    { height: 150, opens: true },
    { height: 100, opens: false },
  ])('in a frame of $height px of height fills it or leaves the word to the panel', async ({ height, opens }) => {
    const src = 'keyboard.html';
    await open({ html: `<iframe src="${src}" style="width: 240px; height: ${height}px"></iframe><p>SaaS` }, 'SaaS');
    const frame = await page.waitForFrame(
      (candidate) => candidate !== page.mainFrame() && candidate.url().endsWith(src),
    );
    await waitUntilTextLit(frame, 'SaaS');
    const [word] = await litRects(frame, 'SaaS');
    const box = await (await page.$('iframe'))?.boundingBox();
    if (!word || !box) throw new Error('no word, no frame');
    const [left, top] = [box.x + word.left + 2, box.y + word.top + 2];
    await hover({ left, top, right: left + 20, bottom: top + 10 });
    const isAsked = () => callInPage(frame, () => CSS.highlights.has('termlight-current'));
    await expect.poll(isAsked).toBe(true);
    if (opens) await expect.poll(() => callInPage(frame, hasShownCard)).toBe(true);
    // A card that opens afterwards: by then one in the frame would have.
    await hover(await locate('SaaS'));
    await waitForBox();
    expect(await callInPage(frame, hasShownCard)).toBe(opens);
  });

  if (name === 'Chromium')
    it('stands beside its word where the browser enlarges the page', async () => {
      await open({ html: '<p style="margin: 40px">SaaS</p>' }, 'SaaS');
      await callInWorker(browser.browser, () => {
        interface Zooming {
          readonly chrome: { readonly tabs: { setZoom(factor: number): Promise<void> } };
        }
        return (globalThis as unknown as Zooming).chrome.tabs.setZoom(2);
      });
      await waitInPage(page, 'the page to be enlarged', () => devicePixelRatio === 2, []);
      const word = await locate('SaaS');
      const [x, y] = [(word.left + word.right) / 2, (word.top + word.bottom) / 2];
      await page.mouse.move(x + 1, y + 1);
      await page.mouse.move(x, y);
      const card = await waitForBox();
      expect(card.top).toBeGreaterThanOrEqual(word.bottom);
      expect(card.bottom).toBeLessThanOrEqual(WINDOW.height / 2);
    });
});

function isWhole({ left, top, right, bottom }: Box, width: number, height: number): boolean {
  return left >= 0 && top >= 0 && right <= width && bottom <= height;
}

/** Whether there is a gap between them, and a small one. */
function isBeside(card: Box, word: Box): boolean {
  const across = Math.max(card.left - word.right, word.left - card.right);
  const down = Math.max(card.top - word.bottom, word.top - card.bottom);
  const gap = Math.max(across, down);
  return gap > 0 && gap < WIDEST_GAP;
}

function overlaps(card: Box, word: Box): boolean {
  return card.left < word.right && card.right > word.left && card.top < word.bottom && card.bottom > word.top;
}

// The functions below run in the page.

/** Whether a card has been opened: its element comes with the first. */
function hasShownCard(): boolean {
  return document.querySelector('termlight-card') !== null;
}

function scrollTexts(root: ShadowRoot, by: number): number {
  const texts = root.querySelector('.card-body') as Element;
  texts.scrollTop += by;
  return texts.scrollTop;
}

function hideTexts(root: ShadowRoot): void {
  root.querySelector<HTMLElement>('.card-body')?.style.setProperty('display', 'none');
}

interface GrownRoot extends ShadowRoot {
  grown?: Box;
}

/** Shows the texts again after the card's own look in a frame, and notes where it stands when the frame has been painted. */
function growInFrame(root: ShadowRoot): void {
  requestAnimationFrame(() => {
    root.querySelector<HTMLElement>('.card-body')?.style.removeProperty('display');
    setTimeout(() => {
      const { left, right, top, bottom } = (root.querySelector('[data-placed]') as Element).getBoundingClientRect();
      (root as GrownRoot).grown = { left, right, top, bottom };
    });
  });
}

function readGrown(root: ShadowRoot): Box | null {
  return (root as GrownRoot).grown ?? null;
}

function readPlacedCard(root: ShadowRoot): Box | null {
  const card = root.querySelector('[data-placed] [role="dialog"]');
  if (!card) return null;
  const { left, top, right, bottom } = (card.parentElement as Element).getBoundingClientRect();
  return { left, top, right, bottom };
}
