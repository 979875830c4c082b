// Opens pages in a private window, in Chromium, with the extension allowed there.
import type { Page, Target } from 'puppeteer-core';
import { callInPage } from '../../scripts/in-page.ts';
import type { TestBrowser } from './harness.ts';

/** As a reader would on the browser's page of extensions; the extension starts anew. */
export async function allowPrivateWindows({ openPage, extensionOrigin, browser }: TestBrowser): Promise<void> {
  const settings = await openPage('chrome://extensions');
  const isWorker = (target: Target) => target.type() === 'service_worker';
  const before = browser.targets().find(isWorker);
  const options = { extensionId: new URL(extensionOrigin).hostname, incognitoAccess: true };
  await settings.evaluate(`(async () => {
    await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }); // else it would not start again
    await chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify(options)});
  })()`);
  await browser.waitForTarget((target) => isWorker(target) && target !== before);
}

/** Opens a fixture in a private window, by a page of the extension. */
export async function openInPrivate(browser: TestBrowser, extensionPage: Page, fixture: string): Promise<Page> {
  await callInPage(extensionPage, openPrivateWindow, browser.server.urlOf(fixture));
  const target = await browser.browser.waitForTarget((candidate) => candidate.url().endsWith(fixture));
  const page = await target.page();
  if (!page) throw new Error('the private window shows no page');
  return page;
}

// Runs in a page of the extension.
async function openPrivateWindow(url: string): Promise<void> {
  const { windows } = (globalThis as unknown as { chrome: { windows: { create(options: object): Promise<unknown> } } })
    .chrome;
  await windows.create({ incognito: true, url });
}
