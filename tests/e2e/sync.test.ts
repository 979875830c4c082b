// Sync on the options page: off at first; then what is chosen is shared, and what others chose reaches open pages.
import { expect, it } from 'vitest';
import { litTexts, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { openFirefoxPage, readFirefoxPage, readStoreInFirefox, storeInFirefox } from './extension-pages.ts';
import { BROWSERS, startBrowser, type TestBrowser } from './harness.ts';
import { chooseInOptions } from './options-page.ts';

const WAIT = { timeout: 20_000 };
const FILE = 'popup.html';
const SWITCH = "Share options by the browser's sync";

it.each(BROWSERS)(
  'in %s hands nothing over before it is switched on, and then brings what another browser chose',
  async (name) => {
    const browser = await startBrowser(name);
    try {
      const { read, write } = await openStores(browser);
      const shared = () => read('sync');
      const page = await browser.openFixture('keyboard.html');
      await waitUntilTextLit(page, 'SaaS');
      await chooseInOptions(browser, 'Calm');
      await expect
        .poll(() => read('local'), WAIT)
        .toMatchObject({
          'sync-fields': { cardOpening: ['calm', expect.any(Number)] },
        });
      expect(await shared()).toEqual({});
      await chooseInOptions(browser, SWITCH);
      await expect.poll(shared, WAIT).toEqual({ cardOpening: { cardOpening: ['calm', expect.any(Number)] } });
      const known = { 'known:hu-xiaoming-2017/saas': [true, 1] };
      await write({ 'known:0': known });
      await page.bringToFront();
      await expect.poll(() => litTexts(page), WAIT).toEqual(['PaaS', 'IaaS']);
    } finally {
      await browser.close();
    }
  },
);

/** Opens a page of the extension that reads both stores, and writes the one that is shared. */
async function openStores(browser: TestBrowser) {
  if (browser.name === 'Firefox') {
    await openFirefoxPage(browser, FILE);
    await expect.poll(() => readFirefoxPage(browser, FILE), WAIT).not.toBe('');
    return {
      read: (area: 'local' | 'sync') => readStoreInFirefox(browser, FILE, area),
      write: (items: object) => storeInFirefox(browser, FILE, items, 'sync'),
    };
  }
  const page = await browser.openPage(browser.extensionOrigin + FILE);
  return {
    read: (area: 'local' | 'sync') =>
      page.evaluate(`chrome.storage.${area}.get(null)`) as Promise<Record<string, unknown>>,
    write: (items: object) => page.evaluate(`chrome.storage.sync.set(${JSON.stringify(items)})`),
  };
}
