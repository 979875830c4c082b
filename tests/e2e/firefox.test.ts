// What Firefox does in its own way: quotations in a window of their own, and the popup's way to the sidebar.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { clickInCard, openCard } from './card.ts';
import { findExtensionPages, openFirefoxPage, pressKeysInFirefox, readFirefoxPage } from './extension-pages.ts';
import { startBrowser, type TestBrowser } from './harness.ts';

const WAIT = { timeout: 15_000, interval: 100 };

let browser: TestBrowser;
beforeEach(async () => {
  browser = await startBrowser('Firefox'); // anew: keys go to the window in front
});
afterEach(() => browser?.close());

it('opens a misspelt term from the popup with Enter', async () => {
  await openFirefoxPage(browser, 'popup.html');
  await expect.poll(() => readFirefoxPage(browser, 'popup.html'), WAIT).toContain('Options');
  await pressKeysInFirefox(browser, [...'allyun']);
  await expect.poll(() => readFirefoxPage(browser, 'popup.html'), WAIT).toContain('founded in 2009');
  await pressKeysInFirefox(browser, ['Enter']);
  await expect
    .poll(() => findExtensionPages(browser), WAIT)
    .toEqual(expect.arrayContaining([expect.stringContaining('aliyun')]));
  expect(browser.outsideRequests).toEqual([]);
});

it('shows what Hu said about a term in a window, from the card on', async () => {
  const page = await browser.openFixture('keyboard.html');
  await waitUntilTextLit(page, 'SaaS');
  const card = await openCard(browser, page, 'SaaS');
  expect(card.text).toMatch(/Alt\+Shift\+L/);
  await clickInCard(browser, page, 'All quotes');
  const shown = () => readFirefoxPage(browser, 'sidepanel.html?term=hu-xiaoming-2017%2Fsaas');
  await expect.poll(shown, WAIT).toContain('traditional companies would have more opportunities.');
  expect(await shown()).toContain('Industrial cloud is a pseudo proposition');
});
