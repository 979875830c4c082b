// Brings Termlight to the pages that were open before it: browsers start content scripts only in pages loaded later.
import { browser } from 'wxt/browser';

/** Starts the content scripts of the manifest in all frames of all tabs; tabs that may not be read are passed over. */
export async function takeOverOpenPages(): Promise<void> {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*', 'file://*/*'] });
  const started = tabs.flatMap(({ id }) => (id === undefined ? [] : scripts.map((script) => startIn(id, script))));
  await Promise.allSettled(started);
}

async function startIn(tabId: number, { css = [], js = [] }: { css?: string[]; js?: string[] }): Promise<void> {
  const target = { tabId, allFrames: true };
  if (css.length) await browser.scripting.insertCSS({ target, files: css });
  if (js.length) await browser.scripting.executeScript({ target, files: js as never[] });
}
