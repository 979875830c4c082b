// Which pages of the extension are open, in a tab, a window or a panel, in Chromium and in Firefox.
import { evaluateInFirefoxItself } from './bidi.ts';
import type { TestBrowser } from './harness.ts';

/** The addresses of all open pages of the extension, from the file name on: `sidepanel.html?term=…`. */
export async function findExtensionPages({ name, browser, extensionOrigin }: TestBrowser): Promise<string[]> {
  const addresses =
    name === 'Firefox'
      ? (JSON.parse(await evaluateInFirefoxItself(browser, FIREFOX_ADDRESSES)) as string[])
      : browser.targets().map((target) => target.url());
  return addresses
    .filter((address) => address.startsWith(extensionOrigin) && address.includes('.html'))
    .map((address) => address.slice(extensionOrigin.length));
}

/** Firefox hides the extension's pages from tests, so its own windows are asked for their tabs and sidebars. */
const FIREFOX_ADDRESSES = `JSON.stringify([...Services.wm.getEnumerator('navigator:browser')].flatMap((window) => [
  ...window.gBrowser.browsers.map((browser) => browser.currentURI.spec),
  ...[window.document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser')]
    .filter(Boolean)
    .map((browser) => browser.currentURI.spec),
]))`;

/** The text of an open page of the extension in Firefox, by the beginning of its address after the origin. */
export function readFirefoxPage(browser: TestBrowser, file: string): Promise<string> {
  return evaluateInFirefoxPage(browser, file, 'content.document.body.textContent');
}

/** What an expression gives, or resolves to, in such a page, as text; its window is called `content`. Empty if the page is not open. */
export function evaluateInFirefoxPage(
  { browser, extensionOrigin }: TestBrowser,
  file: string,
  expression: string,
): Promise<string> {
  const args = [extensionOrigin + file, expression].map((text) => JSON.stringify(text)).join();
  return evaluateInFirefoxItself(browser, `(${evaluateAt})(${args})`);
}

/** Closes the tab that a page of the extension is open in. */
export async function closeFirefoxPage({ browser, extensionOrigin }: TestBrowser, file: string): Promise<void> {
  await evaluateInFirefoxItself(browser, `(${closeTab})(${JSON.stringify(extensionOrigin + file)})`);
}

/** Stores values, in `storage.local` unless another area is named, as an open page of the extension in Firefox does. */
export function storeInFirefox(
  browser: TestBrowser,
  file: string,
  values: object,
  area: 'local' | 'sync' = 'local',
): Promise<string> {
  const store = `content.wrappedJSObject.browser.storage.${area}`;
  const stored = `${store}.set(Cu.cloneInto(${JSON.stringify(values)}, content))`;
  return evaluateInFirefoxPage(browser, file, `Cu.unwaiveXrays(${stored})`);
}

/** All that `storage.local` or `storage.sync` holds, as an open page of the extension in Firefox reads it. */
export async function readStoreInFirefox(browser: TestBrowser, file: string, area: 'local' | 'sync') {
  const stored = `Cu.unwaiveXrays(content.wrappedJSObject.browser.storage.${area}.get(null))`;
  const text = await evaluateInFirefoxPage(browser, file, `JSON.stringify(Cu.waiveXrays(await ${stored}))`);
  return JSON.parse(text) as Record<string, unknown>;
}

/** Opens the popup over the page in front, as its toolbar button would. */
export async function openFirefoxPopup({ browser }: TestBrowser): Promise<void> {
  await evaluateInFirefoxItself(browser, `(${openPopup})()`);
}

/** The number on the toolbar button in Firefox, for the page in front; empty where there is none. */
export function readFirefoxBadge({ browser }: TestBrowser): Promise<string> {
  return evaluateInFirefoxItself(browser, `(${readBadge})()`);
}

/** Opens a page of the extension in a new tab in front, with the focus in it, as its toolbar button would in a panel. */
export async function openFirefoxPage({ browser, extensionOrigin }: TestBrowser, file: string): Promise<void> {
  await evaluateInFirefoxItself(browser, `(${openTab})(${JSON.stringify(extensionOrigin + file)})`);
}

/** Opens the panel in Firefox's sidebar, as its key would, with the focus in it. */
export async function openFirefoxSidebar({ browser }: TestBrowser): Promise<void> {
  await evaluateInFirefoxItself(browser, `(${openSidebar})().then(String)`);
}

/** Closes the sidebar; the focus goes back into the page. */
export async function closeFirefoxSidebar({ browser }: TestBrowser): Promise<void> {
  await evaluateInFirefoxItself(browser, `(${closeSidebar})()`);
}

/** Presses keys one after another, by their names, wherever the focus is in Firefox; the page gets real key events. */
export async function pressKeysInFirefox({ browser }: TestBrowser, keys: readonly string[]): Promise<void> {
  await evaluateInFirefoxItself(browser, `(${pressKeys})(${JSON.stringify(keys)})`);
}

// The functions below run in Firefox's own window: each stands for itself.

interface FirefoxBrowser {
  readonly currentURI: { readonly spec: string };
  readonly messageManager: {
    addMessageListener(name: string, listener: (message: { data: string }) => void): void;
    loadFrameScript(address: string, later: boolean): void;
  };
  focus(): void;
}

interface FirefoxWindow {
  readonly document: Document;
  readonly gBrowser: {
    readonly browsers: readonly FirefoxBrowser[];
    selectedTab: unknown;
    readonly selectedBrowser: FirefoxBrowser;
    addTrustedTab(address: string): unknown;
    getTabForBrowser(browser: FirefoxBrowser): unknown;
    removeTab(tab: unknown): void;
  };
}

declare const Services: { readonly wm: { getEnumerator(type: string): Iterable<FirefoxWindow> } };

interface TextInputProcessor {
  readonly KEY_NON_PRINTABLE_KEY: number;
  beginInputTransactionForTests(window: Window): boolean;
  keydown(event: KeyboardEvent, flags: number): void;
  keyup(event: KeyboardEvent, flags: number): void;
}

interface ExtensionModule {
  readonly ExtensionParent: {
    readonly apiManager: {
      readonly global: {
        browserActionFor(extension: unknown): {
          openPopup(window: Window, open: boolean): void;
          readonly action: { getProperty(tab: unknown, name: string): string };
        };
      };
    };
  };
}

declare const ChromeUtils: { importESModule(address: string): ExtensionModule };
declare const WebExtensionPolicy: { getByID(id: string): { readonly extension: unknown } };

declare const Cc: Readonly<Record<string, { createInstance(type: unknown): TextInputProcessor }>>;
declare const Ci: { readonly nsITextInputProcessor: unknown };

async function evaluateAt(address: string, expression: string): Promise<string> {
  const browsers = [...Services.wm.getEnumerator('navigator:browser')].flatMap(({ document, gBrowser }) => {
    const sidebar = document.getElementById('sidebar') as HTMLIFrameElement | null;
    const panel = sidebar?.contentDocument?.getElementById('webext-panels-browser');
    const popups = document.querySelectorAll('.webextension-popup-browser');
    const others = [...(panel ? [panel] : []), ...popups] as unknown as FirefoxBrowser[];
    return [...gBrowser.browsers, ...others];
  });
  const browser = browsers.find(({ currentURI }) => currentURI.spec.startsWith(address));
  if (!browser) return '';
  const name = `termlight-${crypto.randomUUID()}`;
  const script = `(async () => ${expression})().then(String, String).then((text) => sendAsyncMessage('${name}', text))`;
  return new Promise((resolve, reject) => {
    // A page that is being put in the place of another takes the question with it.
    setTimeout(() => reject(new Error(`${address} gave no answer`)), 5000);
    browser.messageManager.addMessageListener(name, ({ data }) => resolve(data));
    browser.messageManager.loadFrameScript(`data:;charset=utf-8,${encodeURIComponent(script)}`, false);
  });
}

function openTab(address: string): string {
  const { gBrowser } = window as unknown as FirefoxWindow;
  gBrowser.selectedTab = gBrowser.addTrustedTab(address);
  gBrowser.selectedBrowser.focus();
  return address;
}

function openPopup(): string {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID('termlight@termlight.example');
  ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window, false);
  return 'opened';
}

function readBadge(): string {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID('termlight@termlight.example');
  const { action } = ExtensionParent.apiManager.global.browserActionFor(extension);
  return action.getProperty((window as unknown as FirefoxWindow).gBrowser.selectedTab, 'badgeText');
}

async function openSidebar(): Promise<void> {
  const { SidebarController } = window as unknown as { SidebarController: { show(id: string): Promise<unknown> } };
  await SidebarController.show('termlight_termlight_example-sidebar-action');
  const sidebar = document.getElementById('sidebar') as HTMLIFrameElement | null;
  sidebar?.contentDocument?.getElementById('webext-panels-browser')?.focus();
}

function closeSidebar(): string {
  const { SidebarController, gBrowser } = window as unknown as FirefoxWindow & { SidebarController: { hide(): void } };
  SidebarController.hide();
  gBrowser.selectedBrowser.focus();
  return 'closed';
}

function closeTab(address: string): string {
  for (const { gBrowser } of Services.wm.getEnumerator('navigator:browser')) {
    const browser = gBrowser.browsers.find(({ currentURI }) => currentURI.spec.startsWith(address));
    if (browser) gBrowser.removeTab(gBrowser.getTabForBrowser(browser));
  }
  return address;
}

function pressKeys(keys: readonly string[]): string {
  const processor = Cc['@mozilla.org/text-input-processor;1']?.createInstance(Ci.nsITextInputProcessor);
  if (!processor?.beginInputTransactionForTests(window)) throw new Error('Firefox takes no keys from a test');
  for (const key of keys) {
    const event = new KeyboardEvent('', { key, bubbles: true });
    const flags = key.length === 1 ? 0 : processor.KEY_NON_PRINTABLE_KEY;
    processor.keydown(event, flags);
    processor.keyup(event, flags);
  }
  return 'pressed';
}
