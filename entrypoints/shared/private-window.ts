// Whether a page of the extension stands in a private window.
import { browser } from 'wxt/browser';

/** Extension pages belong to the whole browser, private windows included: the window knows. */
export async function isInPrivateWindow(): Promise<boolean> {
  return browser.extension.inIncognitoContext || (await browser.windows.getCurrent()).incognito;
}
