// Asks things of the extension's service worker (Chromium only: Firefox shows no worker).
import { setTimeout as delay } from 'node:timers/promises';
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

/** An answer that takes longer than this comes from a worker that has been replaced, and never arrives. */
const ANSWER_MS = 2_000;
const INSTALL_MS = 60_000;

/** Waits until the extension has put its glossary into the store: only then is a first page read but once. */
export async function waitUntilInstalled(browser: Browser): Promise<void> {
  for (const deadline = Date.now() + INSTALL_MS; Date.now() < deadline; await delay(20)) {
    const answer = callInWorker(browser, isStoreFilled).catch(() => false);
    if (await Promise.race([answer, delay(ANSWER_MS, false)])) return;
  }
  throw new Error(`the extension has stored no glossary within ${INSTALL_MS / 1000} s of its start`);
}

interface WorkerGlobal {
  readonly chrome?: { readonly storage?: { readonly local: { get(key: null): Promise<object> } } };
}

/** Runs in the worker, which may not have its interfaces yet: names nothing outside. */
async function isStoreFilled(): Promise<boolean> {
  const local = (globalThis as WorkerGlobal).chrome?.storage?.local;
  return local !== undefined && Object.keys(await local.get(null)).length > 0;
}
