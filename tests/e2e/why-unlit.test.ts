// What popup (Chromium) and panel (Firefox) say of a page on which nothing is lit: why, and what works there all the same.
import { createServer } from 'node:http';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callInWorker } from '../../scripts/extension-worker.ts';
import { litTexts, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { findExtensionPage } from '../../scripts/pictures.ts';
import { closeServer, listen, portOf } from '../../scripts/serve.ts';
import { evaluateInFirefoxItself } from './bidi.ts';
import { chooseExplain } from './browser-ui.ts';
import { openFirefoxSidebar, readFirefoxPage } from './extension-pages.ts';
import { BROWSERS, startBrowser, type TestBrowser } from './harness.ts';
import { openSettings, type StoreSettings } from './settings.ts';

const WAIT = { timeout: 15_000, interval: 50 };
const PAGE = 'keyboard.html';
const HINT = 'select a word and choose Explain';

/** One page with one word. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 37>>stream
BT /F1 24 Tf 20 40 Td (SaaS) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>`;

describe.each(BROWSERS)('in %s', (name) => {
  let browser: TestBrowser;
  let store: StoreSettings;
  let page: Page;
  /** Whatever its address is called, by what is in it. */
  const server = createServer(({ url }, response) => {
    const isPdf = url?.startsWith('/paper/');
    response.setHeader('content-type', isPdf ? 'application/pdf' : 'text/html');
    response.end(isPdf ? PDF : '<p>Nothing to be lit</p>');
  });

  beforeAll(async () => {
    await listen(server);
    browser = await startBrowser(name);
    store = await openSettings(browser);
    page = await browser.openFixture(PAGE);
    if (name === 'Firefox') await openFirefoxSidebar(browser);
  });
  afterAll(async () => {
    await browser?.close();
    await closeServer(server);
  });

  const urlOf = (path: string) => `http://127.0.0.1:${portOf(server)}/${path}`;

  /** Firefox refuses a test the way to pages of its own. */
  const goTo = async (url: string) => {
    if (name === 'Chromium') await page.goto(url);
    else await evaluateInFirefoxItself(browser.browser, `(${load})(${JSON.stringify(url)})`);
  };
  const expectSaid = async (...texts: readonly string[]) => {
    if (name === 'Firefox') {
      const said = () => readFirefoxPage(browser, 'sidepanel.html');
      for (const text of texts) await expect.poll(said, WAIT).toContain(text);
      return;
    }
    await page.bringToFront();
    await callInWorker(browser.browser, openPopup);
    const popup = await findExtensionPage(browser, 'popup.html');
    const said = () => popup.$eval('.popup', ({ textContent }) => textContent);
    for (const text of texts) await expect.poll(said, WAIT).toContain(text);
    await popup.close();
  };

  it('a pause is named', async () => {
    await goTo(browser.server.urlOf(PAGE));
    await waitUntilTextLit(page, 'SaaS');
    await store({ pausedUntil: 'restart' });
    await expect.poll(() => litTexts(page), WAIT).toEqual([]);
    await expectSaid('Termlight is paused everywhere.');
    await store({});
  });

  it('a list of sites that this one is not on is named', async () => {
    await goTo(browser.server.urlOf(PAGE));
    await store({ sitesOff: ['*'] });
    await expectSaid('Termlight is off on 127.0.0.1.');
    await store({});
  });

  it('a PDF is told by what it is, not by its address', async () => {
    await goTo(urlOf('File:paper.pdf'));
    await expectSaid('No terms on this page.');
    await goTo(urlOf('paper/1'));
    await expectSaid('PDF viewer', HINT);
  });

  it('the browser’s own pages and reader view are named, with what works there', async () => {
    const isFirefox = name === 'Firefox';
    const reader = `about:reader?url=${encodeURIComponent(browser.server.urlOf(PAGE))}`;
    if (!isFirefox) page = await browser.openBlankPage(); // a tab that has shown a PDF does not always tell that it has loaded
    await goTo(isFirefox ? reader : 'chrome://version');
    await expectSaid('reader view', HINT);
    if (!isFirefox) return;
    await page.waitForSelector('.moz-reader-content p');
    await page.click('.moz-reader-content p', { count: 3 });
    await chooseExplain(browser, page, '.moz-reader-content p');
    await expectSaid('Software rented over the Internet');
  });
});

// Runs in Chromium's worker.
async function openPopup(): Promise<void> {
  await (globalThis as unknown as { chrome: { action: { openPopup(): Promise<void> } } }).chrome.action.openPopup();
}

// Runs in Firefox's own window.

declare const Services: { readonly scriptSecurityManager: { getSystemPrincipal(): unknown } };

function load(url: string): string {
  const { gBrowser } = window as unknown as {
    gBrowser: { selectedBrowser: { fixupAndLoadURIString(url: string, options: object): void } };
  };
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  gBrowser.selectedBrowser.fixupAndLoadURIString(url, { triggeringPrincipal });
  return url;
}
