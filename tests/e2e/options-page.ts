// Sets options as a reader does, on the extension's own page, in Chromium and in Firefox.
import { expect } from 'vitest';
import { closeFirefoxPage, evaluateInFirefoxPage, openFirefoxPage } from './extension-pages.ts';
import type { TestBrowser } from './harness.ts';

const FILE = 'options.html';

/** Opens the options in a tab of their own, clicks what has this name, waits until it is stored, and closes them. */
export async function chooseInOptions(browser: TestBrowser, name: string): Promise<void> {
  const clickIn = (window: string) => `(${clickNamed})(${window}, ${JSON.stringify(name)})`;
  const clicked = { timeout: 10_000 };
  if (browser.name === 'Firefox') {
    await openFirefoxPage(browser, FILE);
    await expect.poll(() => evaluateInFirefoxPage(browser, FILE, clickIn('content')), clicked).toBe('clicked');
    await closeFirefoxPage(browser, FILE);
  } else {
    const page = await browser.openPage(browser.extensionOrigin + FILE);
    await expect.poll(() => page.evaluate(clickIn('window')), clicked).toBe('clicked');
    await page.close();
  }
}

// Runs in the page: stands for itself. Settings are changed under a lock, so that its turn comes when that is done.
async function clickNamed({ document, navigator }: Window, name: string): Promise<string> {
  const control = [...document.querySelectorAll<HTMLElement>('input, button')].find((candidate) => {
    const label = candidate.getAttribute('aria-labelledby');
    const named = label ? document.getElementById(label) : (candidate.closest('label') ?? candidate);
    return named?.textContent?.trim() === name;
  });
  control?.click();
  await new Promise<void>((done) => {
    void navigator.locks.request('termlight-settings', () => done());
  });
  return control ? 'clicked' : 'not there';
}
