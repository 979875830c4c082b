// A page of thousands of terms: whatever comes before the reader's eyes is lit, however it comes there.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callInPage, waitInPage } from '../../scripts/in-page.ts';
import { waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { BROWSERS, startBrowser, type TestBrowser } from './harness.ts';

const COUNT = 2_000;
const LAST = COUNT - 1;

describe.each(BROWSERS)('of thousands of terms in %s', (name) => {
  let browser: TestBrowser;
  let page: Page;
  beforeAll(async () => {
    browser = await startBrowser(name);
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    await page?.close();
    page = await browser.openFixture('added.html');
    await callInPage(page, addLines, COUNT);
    await waitUntilLit(0);
    await waitInPage(page, 'the last line to be unlit', (line: number) => !window.isLineLit(line), [LAST]);
  });

  const waitUntilLit = (line: number) =>
    waitInPage(page, `line ${line} to be lit`, (at: number) => window.isLineLit(at), [line]);

  it('all on the screen are lit at the end of the page, in the middle, and at its beginning again', async () => {
    for (const line of [LAST, COUNT / 2, 0]) {
      await callInPage(page, scrollToLine, line);
      await waitUntilLit(line);
    }
    expect(await callInPage(page, () => window.isLineLit(1_999))).toBe(false);
  });

  it('what comes up last is lit before the rest of what came first', async () => {
    expect(await callInPage(page, addLargeThenSmall, 3 * COUNT)).toEqual(['small']);
  });

  it('those are lit that come up when what is before them goes', async () => {
    await callInPage(page, hideUpTo, LAST - 5);
    await waitUntilLit(LAST);
  });

  it('those are lit that a scrolled box brings up', async () => {
    await callInPage(page, putIntoBox);
    await waitUntilLit(0);
    await callInPage(page, scrollBoxToEnd);
    await waitUntilLit(LAST);
  });

  it('those are lit that a box brings up which is scrolled in a shadow root', async () => {
    await callInPage(page, addLinesInShadow, 3 * COUNT);
    await waitUntilLit(0);
    await waitInPage(page, 'the last line to be unlit', (line: number) => !window.isLineLit(line), [3 * COUNT - 1]);
    await callInPage(page, scrollBoxToEnd);
    await waitUntilLit(3 * COUNT - 1);
  });

  it('those are lit that a rule shows which nothing tells of', async () => {
    await callInPage(page, addHiddenOnScreen, 'quantum computing');
    await callInPage(page, showHidden);
    await waitUntilTextLit(page, 'quantum computing');
  });
});

declare global {
  interface Window {
    linesBox(): HTMLElement;
    isLineLit(line: number): boolean;
  }
}

// The functions below run in the page.

function addLines(count: number): void {
  const lines = Array.from({ length: count }, (_, line) => `<p>A public cloud of ${line} machines</p>`);
  document.body.innerHTML = `<div id="lines">${lines.join('')}</div>`;
  window.linesBox = () => {
    const root = document.getElementById('host')?.shadowRoot ?? document;
    return root.querySelector('#lines') as HTMLElement;
  };
  window.isLineLit = (line) => {
    const text = window.linesBox().children[line]?.firstChild;
    return [...CSS.highlights.values()].some((highlight) => [...highlight].some((lit) => lit.startContainer === text));
  };
}

function scrollToLine(line: number): void {
  document.querySelectorAll('#lines p')[line]?.scrollIntoView();
}

function hideUpTo(line: number): void {
  for (const paragraph of [...document.querySelectorAll<HTMLElement>('#lines p')].slice(0, line)) {
    paragraph.style.display = 'none';
  }
}

function putIntoBox(): void {
  Object.assign((document.getElementById('lines') as HTMLElement).style, { overflow: 'auto', height: '300px' });
}

function scrollBoxToEnd(): void {
  window.linesBox().scrollTo({ top: 1_000_000 });
}

/**
 * Adds much text, of which the end is on the screen, and soon after that a line. Resolves with which of both are lit as
 * soon as one is.
 */
async function addLargeThenSmall(count: number): Promise<string[]> {
  const large = document.createElement('div');
  large.innerHTML = `${'<p>A private cloud</p>'.repeat(count)}<p style="position: fixed; top: 0">quantum computing</p>`;
  const small = document.createElement('p');
  small.append('Internet of Things');
  const texts = { large: large.lastElementChild?.firstChild, small: small.firstChild };
  document.body.append(large);
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve));
  document.body.prepend(small);
  for (;;) {
    const lit = new Set(
      [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map((one) => one.startContainer)),
    );
    const found = Object.entries(texts).flatMap(([name, text]) => (text && lit.has(text) ? [name] : []));
    if (found.length) return found;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

function addLinesInShadow(count: number): void {
  const lines = Array.from({ length: count }, (_, line) => `<p>A public cloud of ${line} machines</p>`);
  const host = document.createElement('div');
  host.id = 'host';
  host.attachShadow({
    mode: 'open',
  }).innerHTML = `<div id="lines" style="overflow: auto; height: 300px">${lines.join('')}</div>`;
  document.body.replaceChildren(host);
}

function addHiddenOnScreen(text: string): void {
  const style = document.createElement('style');
  style.textContent = '#panel { position: fixed; inset: 0 0 50% } #panel:not([data-shown]) { display: none }';
  const panel = document.createElement('p');
  panel.id = 'panel';
  panel.append(text);
  document.body.append(style, panel);
}

/** After the change before has been read. */
async function showHidden(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise(requestAnimationFrame);
  document.getElementById('panel')?.toggleAttribute('data-shown');
}
