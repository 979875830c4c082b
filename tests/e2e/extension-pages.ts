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
