// In a private window terms are lit and explained, and nothing is remembered: no setting, no history, nothing saved.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { findExtensionPage } from '../../scripts/pictures.ts';
import { clickInCard, openCard, readCard, waitUntilClosed } from './card.ts';
import { closeFirefoxPage, evaluateInFirefoxPage, findExtensionPages, openFirefoxPage } from './extension-pages.ts';
import { startBrowser, type TestBrowser } from './harness.ts';
import { allowPrivateWindows, openInFirefoxPrivate, openInPrivate } from './private-window.ts';

const WAIT = { timeout: 15_000 };
const HISTORY = 'sidepanel.html?view=history';
const termPage = (id: string) => `sidepanel.html?term=hu-xiaoming-2017%2F${id}`;

let browser: TestBrowser;
let extension: Page;
let page: Page;
let panel: Page;
beforeAll(async () => {
  browser = await startBrowser('Chromium', { lang: 'en-US' });
  await allowPrivateWindows(browser);
  extension = await browser.openPage(browser.extensionOrigin + HISTORY);
  page = await openInPrivate(browser, extension, 'look-up.html');
  await waitUntilTextLit(page, 'SaaS');
});
afterAll(() => browser?.close());

const remembered = () => callInPage(extension, readRemembered);

it('the card offers nothing that would be remembered', async () => {
  await openCard(browser, page, 'SaaS');
  await clickInCard(browser, page, 'More');
  await expect.poll(async () => (await readCard(browser, page))?.buttons).toContain('Copy as text');
  const offered = (await readCard(browser, page))?.buttons.filter((name) => name && !RELATED.includes(name));
  expect(offered?.sort()).toEqual(['All quotes', 'Close', 'Copy as Markdown', 'Copy as text', 'More', 'Pin']);
});

it('what is done leaves no trace', async () => {
  const before = await remembered();
  for (const button of ['Pin', 'Copy as text', 'Copy as Markdown']) await clickInCard(browser, page, button);
  await page.keyboard.press('Escape');
  await waitUntilClosed(browser, page);
  // In an ordinary window it would: when that is there, what was told before it would be.
  const open = await browser.openFixture('keyboard.html');
  await waitUntilTextLit(open, 'SaaS');
  await openCard(browser, open, 'SaaS');
  const history = async () => (await remembered()).history;
  await expect.poll(history, WAIT).toHaveLength(1);
  expect(await history()).toEqual([expect.objectContaining({ url: open.url() })]);
  expect(await remembered()).toEqual({ ...before, history: await history() });
  await open.close();
});

it('each window’s panel shows what was asked for there, and no tab does', async () => {
  const open = await browser.openFixture('keyboard.html');
  await waitUntilTextLit(open, 'PaaS');
  await openCard(browser, open, 'PaaS');
  await clickInCard(browser, open, 'All quotes');
  await findExtensionPage(browser, termPage('paas'));
  await page.bringToFront();
  await openCard(browser, page, 'SaaS');
  await clickInCard(browser, page, 'All quotes');
  panel = await findExtensionPage(browser, termPage('saas'));
  await panel.waitForSelector('blockquote');
  expect((await findExtensionPages(browser)).sort()).toEqual([termPage('paas'), termPage('saas'), HISTORY]);
  await open.close();
});

it('the panel offers neither a note nor to save a term', async () => {
  // Both come a moment after the rest in an ordinary window: there this is how long it takes.
  const ordinary = await browser.openPage(`${browser.extensionOrigin}sidepanel.html?term=hu-xiaoming-2017%2Fsaas`);
  await ordinary.waitForSelector('.save-button');
  await ordinary.waitForSelector('.note button');
  expect(await panel.$$('.save-button, .note')).toEqual([]);
});

it('saved terms can be read, and neither reviewed nor taken out', async () => {
  const ordinary = await browser.openPage(`${browser.extensionOrigin}sidepanel.html?term=hu-xiaoming-2017%2Fsaas`);
  await (await ordinary.waitForSelector('.save-button'))?.click();
  await ordinary.waitForSelector('.save-button[aria-pressed="true"]');
  await panel.goto(`${browser.extensionOrigin}sidepanel.html?view=saved`);
  await expect
    .poll(() => callInPage(panel, () => document.body.innerText), WAIT)
    .toMatch(/1 term due for review\s*In a private window nothing is remembered[\s\S]*SaaS/);
  const buttons = (shown: Page) =>
    shown.$$eval('main > :not(nav) button', (all) => all.map(({ textContent }) => textContent));
  expect(await buttons(panel)).toEqual(['Anki', 'CSV', 'Markdown']);
  await ordinary.goto(`${browser.extensionOrigin}sidepanel.html?view=saved`);
  await expect.poll(() => buttons(ordinary), WAIT).toEqual(['Review', 'Anki', 'CSV', 'Markdown', '', 'Remove all…']);
  await ordinary.close();
});

it('the panel has no form for a term of one’s own, and says why', async () => {
  await panel.goto(`${browser.extensionOrigin}sidepanel.html?add=hippopotamus`);
  await expect.poll(() => callInPage(panel, () => document.body.innerText), WAIT).toContain('nothing is remembered');
  expect(await panel.$$('form')).toEqual([]);
  await panel.goto(`${browser.extensionOrigin}sidepanel.html?find=hippopotamus`);
  await panel.waitForSelector('.add-term');
  expect(await callInPage(panel, () => document.body.innerText)).toMatch(
    /Not in your glossaries[\s\S]*nothing is remembered/,
  );
  expect(await panel.$$('.add-term a')).toEqual([]);
});

it('what is known in ordinary windows can be taken back neither in the panel nor in the popup', async () => {
  const open = await browser.openFixture('keyboard.html');
  await waitUntilTextLit(open, 'SaaS');
  await openCard(browser, open, 'SaaS');
  await clickInCard(browser, open, 'More');
  await clickInCard(browser, open, 'I know this term');
  await expect.poll(async () => (await readCard(browser, open))?.buttons).toContain('Undo');
  await extension.goto(`${browser.extensionOrigin}options.html`);
  await page.bringToFront();
  await panel.goto(`${browser.extensionOrigin}sidepanel.html`);
  const known = () => panel.$$eval('.known-terms li', (rows) => rows.map(({ innerText }) => innerText));
  await expect.poll(known, WAIT).toEqual(['SaaS']);
  await open.bringToFront();
  const [inPrivate, ordinary] = [await readPopup(true), await readPopup(false)];
  expect(inPrivate).toContain('In a private window no site is remembered');
  expect(inPrivate).not.toMatch(/will not be lit any more|Light terms on/);
  expect(ordinary).toMatch(/will not be lit any more[\s\S]*Light terms on/);
  await open.close();
});

/** What the popup says over a window, once it has read its tab. */
async function readPopup(incognito: boolean): Promise<string> {
  await callInPage(extension, openPopupOver, incognito);
  const popup = await findExtensionPage(browser, 'popup.html');
  const text = () => popup.$eval('main', ({ innerText }) => innerText);
  await expect.poll(text, WAIT).toContain(incognito ? 'no site is remembered' : 'will not be lit any more');
  const read = await text();
  await popup.close();
  return read;
}

it('in Firefox the card offers nothing that would be remembered either, its panel is private, and what is opened leaves no trace', async () => {
  const firefox = await startBrowser('Firefox', { lang: 'en-US' });
  try {
    const inPrivate = await openInFirefoxPrivate(firefox, 'look-up.html');
    await waitUntilTextLit(inPrivate, 'SaaS');
    await openCard(firefox, inPrivate, 'SaaS');
    await clickInCard(firefox, inPrivate, 'More');
    await expect.poll(async () => (await readCard(firefox, inPrivate))?.buttons, WAIT).toContain('Copy as text');
    expect((await readCard(firefox, inPrivate))?.buttons).not.toContain('I know this term');
    await clickInCard(firefox, inPrivate, 'All quotes');
    const isPrivate = 'docShell.QueryInterface(Ci.nsILoadContext).usePrivateBrowsing';
    await expect.poll(() => evaluateInFirefoxPage(firefox, termPage('saas'), isPrivate), WAIT).toBe('true');
    await closeFirefoxPage(firefox, termPage('saas'));
    await inPrivate.close();
    const open = await firefox.openFixture('keyboard.html');
    await waitUntilTextLit(open, 'PaaS');
    await openCard(firefox, open, 'PaaS');
    await openFirefoxPage(firefox, HISTORY);
    const terms = () =>
      evaluateInFirefoxPage(
        firefox,
        HISTORY,
        "[...content.document.querySelectorAll('.met-head a')].map((link) => link.textContent).join()",
      );
    await expect.poll(terms, WAIT).toBe('PaaS');
  } finally {
    await firefox.close();
  }
});

const RELATED = ['PaaS', 'IaaS', 'cloud computing', '2B', 'freemium'];

interface Window {
  readonly id: number;
  readonly incognito: boolean;
}

interface ExtensionWindows {
  readonly windows: { getAll(): Promise<Window[]> };
  readonly action: { openPopup(over: { windowId: number }): Promise<void> };
}

/** Runs in a page of the extension. */
async function openPopupOver(incognito: boolean): Promise<void> {
  const { windows, action } = (globalThis as unknown as { chrome: ExtensionWindows }).chrome;
  const windowId = (await windows.getAll()).find((window) => window.incognito === incognito)?.id as number;
  await action.openPopup({ windowId });
}

interface Extension {
  readonly storage: { readonly local: { get(key: null): Promise<Record<string, unknown>> } };
}

/** All that is stored but the glossary. Runs in a page of the extension. */
async function readRemembered() {
  const { storage } = (globalThis as unknown as { chrome: Extension }).chrome;
  const stored = Object.entries(await storage.local.get(null));
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('termlight-memory');
    request.onsuccess = () => resolve(request.result);
  });
  const readAll = (name: string) =>
    new Promise<unknown[]>((resolve) => {
      const request = database.transaction(name).objectStore(name).getAll();
      request.onsuccess = () => resolve(request.result);
    });
  const [history, saved] = await Promise.all([readAll('history'), readAll('saved')]);
  database.close();
  return {
    stored: stored.filter(([key]) => !/^(?:term:|glossary:|form-table|topics|cues:)/.test(key)),
    history,
    saved,
  };
}
