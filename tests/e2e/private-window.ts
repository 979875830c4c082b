// Opens pages in another window: in a private one, with the extension allowed there.
import type { Page, Target } from 'puppeteer-core';
import { vi } from 'vitest';
import { FIREFOX_ID } from '../../scripts/browser-flags.ts';
import { callInPage, waitForDocument } from '../../scripts/in-page.ts';
import { evaluateInFirefoxItself } from './bidi.ts';
import type { TestBrowser } from './harness.ts';

/** As a reader would on Chromium's page of extensions; the extension starts anew. */
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
  const url = browser.server.urlOf(fixture);
  await callInPage(extensionPage, openPrivateWindow, url);
  const target = await browser.browser.waitForTarget((candidate) => candidate.url() === url);
  const page = await target.page();
  if (!page) throw new Error('the private window shows no page');
  await waitForDocument(page, url);
  return page;
}

/** The same in Firefox: allows the extension there, which starts anew, and opens a fixture. */
export async function openInFirefoxPrivate(firefox: TestBrowser, fixture: string): Promise<Page> {
  await evaluateInFirefoxItself(firefox.browser, `(${allowInFirefox})('${FIREFOX_ID}')`);
  return openInFirefoxWindow(firefox, fixture, true);
}

/** Opens a fixture in another window of Firefox's. */
export async function openInFirefoxWindow(
  { browser, server }: TestBrowser,
  fixture: string,
  isPrivate = false,
): Promise<Page> {
  const url = server.urlOf(fixture);
  await evaluateInFirefoxItself(browser, `(${openFirefoxWindow})('${url}', ${isPrivate})`);
  return vi.waitFor(
    async () => {
      const page = (await browser.pages()).find((candidate) => candidate.url() === url);
      if (!page) throw new Error('the window shows no page');
      return page;
    },
    { timeout: 15_000 },
  );
}

// The functions below run in Firefox's own window: each stands for itself.

declare const ChromeUtils: { importESModule(url: string): object };

async function allowInFirefox(id: string): Promise<string> {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  ) as {
    ExtensionPermissions: { add(id: string, added: { permissions: string[]; origins: string[] }): Promise<void> };
  };
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs') as {
    AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
  };
  await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
  await (await AddonManager.getAddonByID(id)).reload();
  return id;
}

interface BrowserWindow extends Window {
  readonly delayedStartupPromise: Promise<void>;
  readonly gBrowser: {
    readonly selectedBrowser: { fixupAndLoadURIString(url: string, options: { triggeringPrincipal: unknown }): void };
  };
}

declare const OpenBrowserWindow: (options: { private: boolean }) => BrowserWindow;
declare const Services: { readonly scriptSecurityManager: { getSystemPrincipal(): unknown } };

async function openFirefoxWindow(url: string, isPrivate: boolean): Promise<string> {
  const opened = OpenBrowserWindow({ private: isPrivate });
  await new Promise((resolve) => opened.addEventListener('load', resolve, { once: true }));
  await opened.delayedStartupPromise;
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  opened.gBrowser.selectedBrowser.fixupAndLoadURIString(url, { triggeringPrincipal });
  return url;
}

// Runs in a page of the extension.
async function openPrivateWindow(url: string): Promise<void> {
  const { windows } = (globalThis as unknown as { chrome: { windows: { create(options: object): Promise<unknown> } } })
    .chrome;
  await windows.create({ incognito: true, url });
}
