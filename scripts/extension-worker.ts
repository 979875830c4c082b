// Asks things of the extension's service worker (Chromium only: Firefox shows no worker).
import type { Browser, Target } from 'puppeteer-core';
import { callInPage } from './in-page.ts';

/** The worker's target, as soon as the extension has started. */
export function findWorker(browser: Browser): Promise<Target> {
  return browser.waitForTarget((target) => target.type() === 'service_worker');
}

/** Calls a function in the worker; the same rules hold as for `callInPage`. */
export async function callInWorker<A extends readonly unknown[], R>(
  browser: Browser,
  workerFunction: (...args: A) => R,
  ...args: A
): Promise<Awaited<R>> {
  const worker = await (await findWorker(browser)).worker();
  if (!worker) throw new Error('the extension’s service worker is gone');
  return callInPage(worker, workerFunction, ...args);
}

/** Waits until the extension has put its glossary into the store: only then is a first page read but once. */
export async function waitUntilInstalled(browser: Browser): Promise<void> {
  await callInWorker(browser, waitForStore);
}

interface Storage {
  readonly local: { get(key: null): Promise<object> };
  readonly onChanged: { addListener(listener: () => void): void };
}

/** Runs in the worker: names nothing outside. */
function waitForStore(): Promise<true> {
  const { local, onChanged } = (globalThis as unknown as { chrome: { storage: Storage } }).chrome.storage;
  return new Promise((resolve) => {
    const check = async () => {
      if (Object.keys(await local.get(null)).length) resolve(true);
    };
    onChanged.addListener(check);
    void check();
  });
}
