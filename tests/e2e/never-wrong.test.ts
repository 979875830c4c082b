// However a page changes its text, no lit range covers anything but a form when the page could be painted next; and what the
// change leaves on the page, is lit in every frame.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { addCoveredTexts, withoutForms } from './covered-texts.ts';
import { BROWSERS, startBrowser, type TestBrowser } from './harness.ts';

const PLAIN = 'a public cloud';
const MARKED_UP = 'a public <b>cloud</b>';

type Case = readonly [change: string, markup: string, change: (paragraph: HTMLElement) => void];

/** Each changes a paragraph in which “public cloud” is lit. They run in the page: each names nothing outside. */
const CASES: readonly Case[] = [
  ['inserts letters', PLAIN, (p) => (p.firstChild as Text).insertData(4, 'x')],
  ['inserts letters before', PLAIN, (p) => (p.firstChild as Text).insertData(0, 'xyz ')],
  ['deletes letters', PLAIN, (p) => (p.firstChild as Text).deleteData(0, 3)],
  ['replaces letters', PLAIN, (p) => (p.firstChild as Text).replaceData(2, 6, 'hybrid')],
  ['sets other text in the same node', PLAIN, (p) => ((p.firstChild as Text).data = 'something else')],
  ['sets other text content', PLAIN, (p) => (p.textContent = 'something else')],
  ['sets other markup', MARKED_UP, (p) => (p.innerHTML = '<i>something</i> else')],
  ['empties the text', PLAIN, (p) => ((p.firstChild as Text).data = '')],
  ['edits letter by letter', PLAIN, (p) => [...'private'].map((x) => (p.firstChild as Text).insertData(2, x))],
  ['splits the text and edits a half', PLAIN, (p) => ((p.firstChild as Text).splitText(8).data = ' park')],
  ['joins texts', MARKED_UP, (p) => [p.lastElementChild?.replaceWith('x', 'cloud'), p.normalize()]],
  ['edits a node inside', MARKED_UP, (p) => ((p.lastElementChild?.firstChild as Text).data = 'house')],
  ['removes a node inside', 'a public <b>cl</b>oud', (p) => p.lastElementChild?.remove()],
  ['empties an element inside', 'a public <b>cl</b>oud', (p) => p.querySelector('b')?.firstChild?.remove()],
  ['inserts a text between', MARKED_UP, (p) => p.lastElementChild?.before('x ')],
  ['inserts an element between', MARKED_UP, (p) => p.lastElementChild?.insertAdjacentHTML('beforebegin', '<i>x </i>')],
  ['inserts a block between', MARKED_UP, (p) => p.lastElementChild?.insertAdjacentHTML('beforebegin', '<h1>x</h1>')],
  ['inserts between comments', 'a public <!-- a --><!-- b -->cloud', (p) => p.childNodes[1]?.after('x ')],
  ['fills an empty element', 'a public <span></span>cloud', (p) => p.querySelector('span')?.append('x ')],
  ['fills a nested empty element', 'a public <u><s></s></u>cloud', (p) => p.querySelector('s')?.append('x ')],
  ['fills a gap of empty elements', 'a public <u></u><s></s>cloud', (p) => p.querySelector('u')?.after('x ')],
  [
    'moves a node between',
    'a public <b>cloud</b> and <i>more</i>',
    (p) => p.lastElementChild?.after(p.children[0] as Node),
  ],
  ['moves a node out', MARKED_UP, (p) => p.before(p.lastElementChild as Node)],
  ['swaps its nodes', MARKED_UP, (p) => p.prepend(p.lastElementChild as Node)],
  [
    'takes it out, edits it, puts it back',
    PLAIN,
    (p) => [p.remove(), p.append('x'), p.prepend('x'), document.body.append(p)],
  ],
  ['translates it', PLAIN, (p) => (p.innerHTML = '<font><font>某种公共的云</font></font>')],
  ['wraps and edits it', PLAIN, (p) => (p.innerHTML = p.innerHTML.replace('public', '<font>communal</font>'))],
  [
    'moves it into a shadow root',
    MARKED_UP,
    (p) => p.attachShadow({ mode: 'open' }).append(p.lastElementChild as Node),
  ],
  [
    'changes hundreds of nodes',
    PLAIN,
    (p) => {
      for (let count = 0; count < 500; count++) p.before(String(count));
      (p.firstChild as Text).insertData(4, 'x');
    },
  ],
];

/** Each changes the text around the term, and leaves the term on the page. */
const LEAVING: readonly Case[] = [
  ['appends to the text', PLAIN, (p) => (p.firstChild as Text).appendData(' and more')],
  ['sets a longer text in the same node', PLAIN, (p) => ((p.firstChild as Text).data += ' and more')],
  ['adds a text', PLAIN, (p) => p.append(' and more')],
  ['adds an element', PLAIN, (p) => p.insertAdjacentHTML('beforeend', '<span> and more</span>')],
  ['adds a text before', MARKED_UP, (p) => p.prepend('more and ')],
  ['moves a cursor on', 'a public cloud <i>_</i>', (p) => p.append(' and more ', p.lastElementChild as Node)],
  [
    'adds a block after the text',
    'a public cloud, <i>more</i>',
    (p) => p.lastElementChild?.before(document.createElement('div')),
  ],
  ['inserts a text before', PLAIN, (p) => (p.firstChild as Text).insertData(0, 'more and ')],
  ['writes its markup anew', MARKED_UP, (p) => (p.innerHTML += ' and more')],
  ['wraps the words', PLAIN, (p) => (p.innerHTML = `<i>more</i> and <em>${p.innerHTML}</em>`)],
  ['replaces the paragraph', PLAIN, (p) => (p.outerHTML = '<section><p>more and a public cloud</p></section>')],
  ['moves the paragraph', PLAIN, (p) => p.before(document.createElement('hr'), p.nextSibling ?? '')],
  ['adds to an ambiguous word', 'BAT: Baidu, Tencent, a public cloud', (p) => p.append(', Alibaba')],
];

// What fails once has failed: run again, a race would pass.
describe.each(BROWSERS)('in %s a page', { retry: 0 }, (name) => {
  let browser: TestBrowser;
  let page: Page;
  beforeAll(async () => {
    browser = await startBrowser(name);
    page = await browser.openFixture('playground.html');
    await addCoveredTexts(page);
  });
  afterAll(() => browser?.close());

  it.each(CASES)('%s', async (_, markup, change) => {
    await callInPage(page, setMarkup, markup);
    await waitUntilTextLit(page, 'public cloud');
    expect(withoutForms(await coveredAfter(change))).toEqual([]);
  });

  it.each([false, true])('takes it out with thousands of nodes (in a shadow root: %s)', async (isInShadow) => {
    await callInPage(page, setMarkup, PLAIN);
    await callInPage(page, boxUp, isInShadow, 3_000);
    await waitUntilTextLit(page, 'public cloud');
    expect(await coveredAfter(() => document.querySelector('section')?.remove())).toEqual([]);
  });

  it('fills a text that was empty', async () => {
    await callInPage(page, setMarkup, MARKED_UP);
    await callInPage(page, () => document.querySelector('#changed b')?.before(''));
    await waitUntilTextLit(page, 'public cloud');
    expect(withoutForms(await coveredAfter((p) => ((p.childNodes[1] as Text).data = 'x ')))).toEqual([]);
  });

  it.each(LEAVING)('%s, and no frame is without the term', async (_, markup, change) => {
    await callInPage(page, setMarkup, markup);
    await waitUntilTextLit(page, 'public cloud');
    await callInPage(page, watchFrames, 'public cloud');
    expect(withoutForms(await coveredAfter(change))).toEqual([]);
    await callInPage(page, addMark);
    await waitUntilTextLit(page, 'freemium'); // by now all has been read
    expect(await callInPage(page, stopWatchingFrames)).toBe(0);
  });

  it('streams an answer, and the terms in it stay lit', async () => {
    await callInPage(page, setMarkup, PLAIN);
    await waitUntilTextLit(page, 'public cloud');
    await callInPage(page, watchFrames, 'public cloud');
    await callInPage(page, stream, ['and', 'SaaS', 'on', 'a', 'hybrid', 'cloud', 'of', 'BAT', 'and', 'more']);
    await waitUntilTextLit(page, 'SaaS');
    expect(await callInPage(page, stopWatchingFrames)).toBe(0);
  });

  it.each(['text', 'markup'] as const)(
    'writes the whole answer anew twice a frame, as %s, and its terms stay lit',
    async (kind) => {
      await callInPage(page, setMarkup, PLAIN);
      await waitUntilTextLit(page, 'public cloud');
      await callInPage(page, watchFrames, 'public cloud');
      await callInPage(page, rewrite, kind);
      await waitUntilTextLit(page, 'SaaS');
      expect(await callInPage(page, stopWatchingFrames)).toBe(0);
    },
  );

  /** Browsers tell of changes in a microtask that the first one asks for: this one comes right after it. */
  async function coveredAfter(change: (paragraph: HTMLElement) => void): Promise<string[]> {
    const source = `(async (__name) => {
      (${change})(document.getElementById('changed'));
      await null;
      return window.coveredTexts();
    })((named) => named)`;
    return (await page.evaluate(source)) as string[];
  }
});

// The functions below run in the page.

function setMarkup(markup: string): void {
  document.body.innerHTML = `<p id="changed">${markup}</p>`;
}

/** Puts the paragraph into a section of so many elements, or into a shadow root in there. */
function boxUp(isInShadow: boolean, count: number): void {
  const section = document.createElement('section');
  for (let index = 0; index < count; index++) section.append(document.createElement('b'));
  const host = section.appendChild(document.createElement('div'));
  (isInShadow ? host.attachShadow({ mode: 'open' }) : host).append(document.getElementById('changed') as HTMLElement);
  document.body.append(section);
}

/** Counts the frames in which a text is not lit, from the next one on. */
function watchFrames(text: string): void {
  const count = { dark: 0, isOver: false };
  Object.assign(window, { frameCount: count });
  // A box that changes its size in every frame tells what is painted: after all that is done for the frame.
  const box = document.body.appendChild(document.createElement('hr'));
  new ResizeObserver(() => {
    if (count.isOver) return box.remove();
    if (!window.coveredTexts().includes(text)) count.dark++;
  }).observe(box);
  const resize = () => {
    box.style.width = box.style.width === '9px' ? '8px' : '9px';
    if (box.isConnected) requestAnimationFrame(resize);
  };
  resize();
}

function stopWatchingFrames(): number {
  const { frameCount } = window as unknown as { frameCount: { dark: number; isOver: boolean } };
  frameCount.isOver = true;
  return frameCount.dark;
}

function addMark(): void {
  document.body.insertAdjacentHTML('beforeend', '<p>freemium</p>');
}

/** In turns as more of a text and as an element, one a frame. */
async function stream(words: readonly string[]): Promise<void> {
  const paragraph = document.getElementById('changed') as HTMLElement;
  for (let count = 0; count < 60; count++) {
    const word = ` ${words[count % words.length]}`;
    if (count % 3) (paragraph.firstChild as Text).appendData(word);
    else paragraph.insertAdjacentHTML('beforeend', `<span>${word}</span>`);
    await new Promise(requestAnimationFrame);
  }
}

/** In tasks of their own, two in most frames. */
async function rewrite(kind: 'text' | 'markup'): Promise<void> {
  const paragraph = document.getElementById('changed') as HTMLElement;
  for (let count = 0; count < 60; count++) {
    const words = `${'more '.repeat(count)}a public cloud ${'and '.repeat(count)}`;
    if (kind === 'text') (paragraph.firstChild as Text).data = words;
    else paragraph.innerHTML = `<ul><li>${words}</li></ul>`;
    await new Promise((resolve) => setTimeout(resolve, 7));
  }
  paragraph.append('SaaS');
}
