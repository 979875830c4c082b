// How lit text stands beside what a page does itself: frames of other sites, links, highlights of its own, print.
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { litTexts, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { BROWSERS, startBrowser, type TestBrowser } from './harness.ts';

describe.each(BROWSERS)('in %s', (name) => {
  let browser: TestBrowser;
  let page: Page;
  beforeAll(async () => {
    browser = await startBrowser(name);
    page = await browser.openFixture('playground.html');
  });
  afterAll(() => browser?.close());

  it('reads a frame of another site', async () => {
    await callInPage(page, addFrame, browser.server.urlOf('inline-markup.html').replace('127.0.0.1', 'localhost'));
    await expect
      .poll(
        async () => {
          const frame = page.frames().find((candidate) => candidate.url().includes('localhost'));
          return frame ? litTexts(frame) : [];
        },
        { timeout: 10_000 },
      )
      .toContain('SaaS');
  });

  it.each([false, true])(
    'reads an empty frame when it has something to read (in a shadow root: %s)',
    async (inRoot) => {
      await callInPage(page, addEmptyFrame);
      const frameOf = () => page.frames().find((candidate) => candidate.url() === 'about:srcdoc');
      await expect.poll(frameOf).toBeDefined();
      await callInPage(page, fillEmptyFrame, inRoot);
      await expect.poll(async () => litTexts(frameOf() as Frame), { timeout: 10_000 }).toEqual(['公有云']);
      await callInPage(page, removeEmptyFrame);
    },
  );

  it('gives an underlined link no second line', async () => {
    await callInPage(
      page,
      addMarkup,
      '<a href="#a">Tencent</a> and <a href="#b" style="text-decoration: none">Aliyun</a>',
    );
    await waitUntilTextLit(page, 'Tencent');
    await waitUntilTextLit(page, 'Aliyun');
    expect(await callInPage(page, highlightNameOf, 'Tencent')).toBe('termlight-link');
    expect(await callInPage(page, highlightNameOf, 'Aliyun')).toBe('termlight');
    expect(await callInPage(page, lineUnder, 'termlight-link')).toBe('none');
    expect(await callInPage(page, lineUnder, 'termlight')).toBe('underline');
  });

  it('gives way to the page’s own highlights', async () => {
    expect(await callInPage(page, priorities)).toEqual([]);
  });
});

// Firefox's driver cannot show a page as it is printed; the rules are the same.
it('lights nothing on paper', async () => {
  const browser = await startBrowser('Chromium');
  onTestFinished(() => browser.close());
  const page = await browser.openFixture('playground.html');
  await waitUntilTextLit(page, 'SaaS');
  expect(await callInPage(page, lineUnder, 'termlight')).toBe('underline');
  await page.emulateMediaType('print');
  expect(await callInPage(page, lineUnder, 'termlight')).toBe('none');
});

// The functions below run in the page.

function addEmptyFrame(): Promise<void> {
  const frame = document.createElement('iframe');
  frame.srcdoc = '';
  frame.id = 'empty';
  document.body.prepend(frame);
  return new Promise((resolve) => {
    frame.onload = () => resolve();
  });
}

function fillEmptyFrame(inRoot: boolean): void {
  const body = (document.getElementById('empty') as HTMLIFrameElement).contentDocument?.body as HTMLElement;
  (inRoot ? body.attachShadow({ mode: 'open' }) : body).append('公有云');
}

function removeEmptyFrame(): void {
  document.getElementById('empty')?.remove();
}

function addFrame(url: string): void {
  const frame = document.createElement('iframe');
  frame.src = url;
  document.body.append(frame);
}

function addMarkup(markup: string): void {
  document.body.insertAdjacentHTML('beforeend', `<p>${markup}</p>`);
}

function highlightNameOf(text: string): string | undefined {
  const holds = (range: AbstractRange) => range.startContainer.textContent?.includes(text);
  return [...CSS.highlights].find(([, highlight]) => [...highlight].some(holds))?.[0];
}

function lineUnder(name: string): string {
  return getComputedStyle(document.body, `::highlight(${name})`).textDecorationLine;
}

/** Of our highlights those that would be painted over one of the page's. */
function priorities(): string[] {
  return [...CSS.highlights].filter(([, highlight]) => highlight.priority >= 0).map(([name]) => name);
}
