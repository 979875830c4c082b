// The keyboard alone, from a page to a term's card and back. The browser hands its own keys to the extension where no
// test can press them: the worker is given the command as the browser would give it.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { litTexts, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { findExtensionPage } from '../../scripts/pictures.ts';
import { readCard, waitUntilClosed } from './card.ts';
import { startBrowser, type TestBrowser } from './harness.ts';
import { openSettings } from './settings.ts';

let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser('Chromium');
});
afterAll(() => browser?.close());
beforeEach(async () => {
  await page?.close();
  page = await browser.openFixture('keyboard.html');
  await waitUntilTextLit(page, 'SaaS');
  await page.focus('#link');
});

it('walks the terms in reading order, around the end, and glows under the current one', async () => {
  const walked: string[] = [];
  for (const command of ['next-term', 'next-term', 'next-term', 'previous-term', 'next-term', 'next-term']) {
    const before = walked.at(-1);
    await press(command);
    await expect.poll(() => callInPage(page, readGlow)).not.toBe(before ?? '');
    walked.push(await callInPage(page, readGlow));
  }
  expect(walked).toEqual(['SaaS', 'PaaS', 'IaaS', 'PaaS', 'IaaS', 'SaaS']);
});

it('walks terms that are unlit, too, and glows under the current one', async () => {
  const storeSettings = await openSettings(browser);
  await storeSettings({ density: 'quiet' });
  await page.bringToFront();
  await expect.poll(() => litTexts(page)).toEqual([]);
  await press('next-term');
  await expect.poll(() => callInPage(page, readGlow)).toBe('SaaS');
  expect(await litTexts(page)).toEqual(['SaaS']);
  await storeSettings({});
});

it('walks into a form whose fields are named like methods', async () => {
  await page.goto(browser.server.urlOf('fields-named-like-methods.html'));
  await waitUntilTextLit(page, 'SaaS');
  await press('next-term');
  await expect.poll(() => callInPage(page, readGlow)).toBe('SaaS');
});

it('opens the card of the current term, moves the focus into it, and gives it back', async () => {
  await press('next-term');
  await expect.poll(() => callInPage(page, readGlow)).toBe('SaaS');
  await press('open-card');
  await expect.poll(async () => (await readCard(browser, page))?.label).toBe('SaaS');
  await expect.poll(() => focused(page)).toBe('SaaS');
  const reached: string[] = [];
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('Tab');
    reached.push(await focused(page));
  }
  expect(reached).toEqual(expect.arrayContaining(['PaaS', 'All quotes', 'Pin', 'More', 'Close']));
  await page.keyboard.press('Escape');
  await waitUntilClosed(browser, page);
  expect(await page.evaluate('document.activeElement.id')).toBe('link');
});

it('goes from the page to what Hu said, and through a related term and back, with keys alone', async () => {
  await press('next-term');
  await expect.poll(() => callInPage(page, readGlow)).toBe('SaaS');
  await press('open-card');
  await expect.poll(() => focused(page)).toBe('SaaS');
  await tabTo('PaaS');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('PaaS');
  await tabTo('Back');
  await page.keyboard.press('Space');
  await expect.poll(() => focused(page)).toBe('SaaS');
  await tabTo('All quotes');
  await page.keyboard.press('Enter');
  const panel = await findExtensionPage(browser, 'sidepanel.html');
  await panel.waitForSelector('blockquote');
  const said = await panel.$$eval('blockquote', (quotes) => quotes.map((quote) => quote.textContent).join());
  expect(said).toContain('traditional companies would have more opportunities.');
});

/** Presses Tab until what has this name has the focus. */
async function tabTo(name: string): Promise<void> {
  for (let step = 0; step < 20; step++) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === name) return;
  }
  throw new Error(`Tab does not lead to “${name}”`);
}

async function press(command: string): Promise<void> {
  await page.bringToFront();
  const target = await browser.browser.waitForTarget((candidate) => candidate.type() === 'service_worker');
  const worker = await target.worker();
  await worker?.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands.onCommand.dispatch(${JSON.stringify(command)}, tab);
  })()`);
}

/** The accessible name of what has the focus, the card included. */
async function focused(from: Page): Promise<string> {
  const tree = await from.accessibility.snapshot();
  return findFocused(tree ?? {})?.name ?? '';
}

interface AccessibleNode {
  readonly name?: string;
  readonly focused?: boolean;
  readonly role?: string;
  readonly children?: readonly AccessibleNode[];
}

function findFocused(node: AccessibleNode): AccessibleNode | undefined {
  for (const child of node.children ?? []) {
    const found = findFocused(child);
    if (found) return found;
  }
  return node.focused && node.role !== 'RootWebArea' ? node : undefined;
}

// Runs in the page.
function readGlow(): string {
  const [lit] = [...(CSS.highlights.get('termlight-current') ?? [])];
  if (!lit) return '';
  const range = document.createRange();
  range.setStart(lit.startContainer, lit.startOffset);
  range.setEnd(lit.endContainer, lit.endOffset);
  return range.toString();
}
