// How much is lit, chosen in the options, at once in a page that is open and in its frames; and what is found all the same.
import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { litTexts } from '../../scripts/lit-texts.ts';
import { readCard, waitUntilClosed } from './card.ts';
import { passFrames } from './frames.ts';
import { BROWSERS, type TestBrowser, useNewTabs } from './harness.ts';
import { chooseInOptions } from './options-page.ts';
import { openSettings, type StoreSettings } from './settings.ts';

const WAIT = { timeout: 15_000 };
const FRAMES = 60; // a second or more: far beyond every wait of the hover
const FRAME = '<p>IaaS and IaaS.</p><h2>Next</h2><p>IaaS</p>';
const TEXT = `
  <p>SaaS runs where SaaS ran.</p>
  <article>PaaS beside SaaS <h2>PaaS</h2></article>
  <p id="last">SaaS, says Google.</p>
  <iframe srcdoc="${FRAME}"></iframe>`;
const LIT = {
  'Every occurrence': {
    page: ['SaaS', 'SaaS', 'PaaS', 'SaaS', 'PaaS', 'SaaS'],
    frame: ['IaaS', 'IaaS', 'IaaS'],
  },
  'The first in each section': { page: ['SaaS', 'PaaS', 'SaaS', 'PaaS', 'SaaS'], frame: ['IaaS', 'IaaS'] },
  'The first on the page': { page: ['SaaS', 'PaaS'], frame: ['IaaS'] },
  Quiet: { page: [], frame: [] },
};

describe.each(BROWSERS)('in %s', (name) => {
  let browser: TestBrowser;
  let page: Page;
  let store: StoreSettings | undefined;
  useNewTabs(name, async (opened) => {
    browser = opened;
    store ??= await openSettings(browser);
    await store({ density: 'every', ceiling: null });
    page = await browser.openFixture('keyboard.html');
    await setBody(page, TEXT);
    return page;
  });

  const choose = async (choice: string) => {
    await chooseInOptions(browser, choice);
    await page.bringToFront();
  };
  const expectLit = (texts: readonly string[], where: Page | Frame = page) =>
    expect.poll(() => litTexts(where), WAIT).toEqual(texts);
  const frame = () => page.frames()[1] as Frame;
  const label = async () => (await readCard(browser, page))?.label ?? null;
  const expectCard = (expected: string) => expect.poll(label, { timeout: 10_000 }).toBe(expected);
  const frames = () => passFrames(page, FRAMES);
  const moveTo = async (text: string, number = 0) => {
    const { x, y } = await callInPage(page, findText, text, number);
    await page.mouse.move(x, y + 60);
    await page.mouse.move(x, y, { steps: 3 });
  };

  it('lights what is chosen, in the page and its frame and in another tab, at once', async () => {
    const another = await browser.openFixture('keyboard.html');
    await setBody(another, TEXT);
    for (const [choice, lit] of Object.entries(LIT)) {
      await chooseInOptions(browser, choice);
      await expectLit(lit.page, another);
      await page.bringToFront();
      await expectLit(lit.page);
      await expectLit(lit.frame, frame());
      await another.bringToFront();
    }
    await another.close();
    await choose('Every occurrence');
    await expectLit(LIT['Every occurrence'].page);
  });

  it('lights what is chosen in pages that are opened afterwards', async () => {
    await choose('The first in each section');
    await page.goto(browser.server.urlOf('keyboard.html'));
    await setBody(page, TEXT);
    await expectLit(LIT['The first in each section'].page);
    await expectLit(LIT['The first in each section'].frame, frame());
  });

  it('lights the next when the first goes, and follows what begins a section', async () => {
    await choose('The first on the page');
    await expectLit(['SaaS', 'PaaS']);
    await callInPage(page, () => document.querySelector('p')?.remove());
    await expectLit(['PaaS', 'SaaS']);
    await choose('The first in each section');
    await callInPage(page, () => document.querySelector('article')?.replaceChildren('SaaS and SaaS'));
    await expectLit(['SaaS']);
    await callInPage(page, () => document.getElementById('last')?.before(document.createElement('h3')));
    await expectLit(['SaaS', 'SaaS']);
  });

  it('opens the card of what is unlit with Shift held, and not without', async () => {
    await choose('The first on the page');
    await expectLit(['SaaS', 'PaaS']);
    await moveTo('SaaS', 3);
    await frames();
    expect(await label()).toBeNull();
    await page.keyboard.down('Shift'); // the pointer rests
    await expectCard('SaaS');
    await page.keyboard.up('Shift');
    await frames();
    expect(await label()).toBe('SaaS');
    await page.mouse.move(900, 700);
    await waitUntilClosed(browser, page);
    await page.keyboard.down('Shift');
    await moveTo('Google'); // an everyday word
    await expectCard('Google');
    await page.keyboard.up('Shift');
  });

  it('opens it also in a shadow root', async () => {
    await setBody(page, '<p style="margin: 80px"><span id="host"></span></p>');
    await callInPage(page, () => document.getElementById('host')?.attachShadow({ mode: 'open' }).append('Google'));
    const [x, y] = await callInPage(page, () => {
      const { left, top, width, height } = (document.getElementById('host') as HTMLElement).getBoundingClientRect();
      return [left + width / 2, top + height / 2] as const;
    });
    await page.mouse.move(x, y + 60);
    await page.mouse.move(x, y, { steps: 3 });
    await page.keyboard.down('Shift');
    await expectCard('Google');
    await page.keyboard.up('Shift');
  });

  it('opens it also where nothing is lit, and not while Shift makes capitals', async () => {
    await setBody(page, '<p style="margin: 80px">Said Google. <input></p>');
    await expectLit([]);
    await page.focus('input');
    await moveTo('Google');
    await page.keyboard.down('Shift');
    await page.keyboard.press('A');
    await frames();
    expect(await label()).toBeNull();
    await page.keyboard.up('Shift');
    await page.keyboard.down('Shift');
    await expectCard('Google');
    await page.keyboard.up('Shift');
  });

  it('says of an unlit word that it may mean something else, where that was not decided', async () => {
    await setBody(page, '<p style="margin: 80px">The trust holds the estate for its beneficiary; SaaS.</p>');
    await expectLit(['SaaS']);
    await page.keyboard.down('Shift');
    await moveTo('trust');
    await expectCard('trust');
    await page.keyboard.up('Shift');
    expect((await readCard(browser, page))?.text).toContain('may mean something else');
  });

  it('lights nothing in quiet but what is pointed at, and all while Shift is held', async () => {
    await choose('Quiet');
    await expectLit([]);
    await moveTo('PaaS');
    await expectCard('PaaS');
    await expectLit(['PaaS']);
    await page.mouse.move(900, 700);
    await waitUntilClosed(browser, page);
    await expectLit([]);
    await page.keyboard.down('Shift');
    await expectLit(LIT['Every occurrence'].page);
    await page.keyboard.up('Shift');
    await expectLit([]);
  });

  it('lights a frame in quiet while Shift is held and the pointer is in it, and no longer', async () => {
    await choose('Quiet');
    await expectLit([]);
    const { x, y } = await callInPage(page, findFrame);
    await page.mouse.move(900, 700);
    await page.keyboard.down('Shift');
    await page.mouse.move(x, y, { steps: 3 });
    await expectLit(LIT['Every occurrence'].frame, frame());
    await page.mouse.move(900, 700, { steps: 3 });
    await expectLit([], frame());
    await page.keyboard.up('Shift');
  });

  it('lights no more on a screenful than the ceiling, the same ones wherever it is scrolled to', async () => {
    const lines = "<p style='line-height: 40px'>SaaS PaaS</p>".repeat(100);
    await setBody(page, `${lines}<iframe srcdoc="${lines}" height="300"></iframe>`);
    await choose('5');
    await expect.poll(() => callInPage(page, countLitOnScreen), WAIT).toBe(5);
    await expect.poll(() => callInPage(frame(), countLitOnScreen), WAIT).toBe(5);
    const top = await callInPage(page, readLitPlaces);
    for (const y of [150, 700, 1500, 2333, 0]) {
      await callInPage(page, (to: number) => window.scrollTo({ top: to, behavior: 'instant' }), y);
      await frames();
      expect(await callInPage(page, countLitOnScreen)).toBeLessThanOrEqual(5);
    }
    expect(await callInPage(page, readLitPlaces)).toEqual(top);
    await choose('No limit');
    await expect.poll(() => callInPage(page, countLitOnScreen), WAIT).toBeGreaterThan(20);
  });

  it('counts what stays on the screen among those of each screenful', async () => {
    const lines = "<p style='line-height: 40px'>SaaS PaaS</p>".repeat(100);
    const header = '<div style="position: fixed; top: 0">SaaS PaaS IaaS</div>';
    const heading = '<b style="position: sticky; top: 40px; display: block">SaaS IaaS</b>';
    await setBody(page, `${header}<section>${heading}${lines}</section><section>${heading}${lines}</section>`);
    await choose('5');
    await expect.poll(() => callInPage(page, countLitOnScreen), WAIT).toBe(5);
    const height = await callInPage(page, () => document.documentElement.scrollHeight);
    for (const y of [1500, height / 2, height]) {
      await callInPage(page, (to: number) => window.scrollTo({ top: to, behavior: 'instant' }), y);
      await expect.poll(() => callInPage(page, countLitOnScreen), WAIT).toBeGreaterThan(3);
      await frames();
      expect(await callInPage(page, countLitOnScreen)).toBeLessThanOrEqual(5);
    }
    await choose('No limit');
  });
});

async function setBody(page: Page, text: string): Promise<void> {
  await page.evaluate(`document.body.innerHTML = ${JSON.stringify(text)}`);
  await callInPage(page, () => scrollTo(0, 0));
}

// The functions below run in the page: each stands for itself.

/** The middle of an occurrence of a text, by its number. */
function findText(text: string, number: number): { x: number; y: number } {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let left = number;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    for (let at = node.data.indexOf(text); at >= 0; at = node.data.indexOf(text, at + 1)) {
      if (left--) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
  }
  throw new Error(`no “${text}” number ${number}`);
}

/** A place in the frame where no word is. */
function findFrame(): { x: number; y: number } {
  const { right, bottom } = (document.querySelector('iframe') as HTMLElement).getBoundingClientRect();
  return { x: right - 20, y: bottom - 20 };
}

function countLitOnScreen(): number {
  const lit = [...CSS.highlights].filter(([key]) => key.startsWith('termlight')).flatMap(([, ranges]) => [...ranges]);
  return lit.filter(({ startContainer, startOffset, endContainer, endOffset }) => {
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    const { top, bottom } = range.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  }).length;
}

/** The numbers of the paragraphs in which something is lit, with the places there, in order. */
function readLitPlaces(): string[] {
  const paragraphs = [...document.querySelectorAll('p')];
  return [...CSS.highlights]
    .flatMap(([, ranges]) => [...ranges])
    .map(({ startContainer, startOffset }) => [
      paragraphs.indexOf(startContainer.parentElement as HTMLParagraphElement),
      startOffset,
    ])
    .sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d)
    .map((place) => place.join());
}
