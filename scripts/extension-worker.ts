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

interface WorkerGlobal {
  readonly chrome?: { readonly storage?: { readonly local: { get(key: null): Promise<object> } } };
}

/** Runs in the worker, which may not have its interfaces yet: names nothing outside. */
function waitForStore(): Promise<true> {
  return new Promise((resolve) => {
    const check = async () => {
      const local = (globalThis as WorkerGlobal).chrome?.storage?.local;
      if (local && Object.keys(await local.get(null)).length) resolve(true);
      else setTimeout(check, 20);
    };
    void check();
  });
}
