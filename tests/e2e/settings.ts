// Changes the reader's settings from a page of the extension, whichever page is in front, in Chromium and in Firefox.
import { expect, vi } from 'vitest';
import type { Settings } from '../../entrypoints/shared/settings.ts';
import { openFirefoxPage, readFirefoxPage, storeInFirefox } from './extension-pages.ts';
import type { TestBrowser } from './harness.ts';

const PAGE = 'welcome.html'; // not the options: tests open and close those

/** Stores settings; those that are not named are the defaults. */
export type StoreSettings = (settings: Partial<Settings>) => Promise<unknown>;

/** Opens the page that stores them, in a tab in front; call it before the page that is tested is opened. */
export async function openSettings(browser: TestBrowser): Promise<StoreSettings> {
  const store = await openStore(browser);
  return (settings) => store({ settings });
}

/** The same for whatever else is in the extension's store. */
export async function openStore(browser: TestBrowser): Promise<(values: object) => Promise<unknown>> {
  if (browser.name === 'Firefox') {
    await openFirefoxPage(browser, PAGE);
    await vi.waitFor(async () => expect(await readFirefoxPage(browser, PAGE)).not.toBe(''), { timeout: 15_000 });
    return (values) => storeInFirefox(browser, PAGE, values);
  }
  const page = await browser.openPage(browser.extensionOrigin + PAGE);
  return (values) => page.evaluate(`chrome.storage.local.set(${JSON.stringify(values)})`);
}
