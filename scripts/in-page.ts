// Runs functions of ours inside a page or a worker, in its own world.
import type { Page } from 'puppeteer-core';

/** A page, a frame or a worker of puppeteer's. */
export interface Evaluator {
  evaluate(source: string): Promise<unknown>;
}

/**
 * Calls a function in the page. It is sent as source: it may name nothing outside itself, and its arguments and
 * result are JSON. (The compiler marks inner functions with a helper, `__name`, that the page does not have.)
 */
export async function callInPage<A extends readonly unknown[], R>(
  page: Evaluator,
  pageFunction: (...args: A) => R,
  ...args: A
): Promise<Awaited<R>> {
  const source = `((__name) => (${pageFunction})(...${JSON.stringify(args)}))((named) => named)`;
  return (await page.evaluate(source)) as Awaited<R>;
}

/** Waits until a function gives something truthy in the page, and rejects after `timeout` ms with what was awaited. */
export async function waitInPage<A extends readonly unknown[]>(
  page: Evaluator,
  awaited: string,
  condition: (...args: A) => unknown,
  args: A,
  timeout = 15_000,
): Promise<void> {
  const source = `((__name) => new Promise((resolve) => {
    const condition = ${condition};
    const deadline = performance.now() + ${timeout};
    const check = () => {
      if (condition(...${JSON.stringify(args)})) resolve(true);
      else if (performance.now() > deadline) resolve(false);
      else setTimeout(check, 20);
    };
    check();
  }))((named) => named)`;
  if (!(await page.evaluate(source))) throw new Error(`waited ${timeout / 1000} s in vain for ${awaited}`);
}

/**
 * Waits until a tab that is being opened holds the document of its address, which may go on with more. It has the
 * address before the document, and what is asked of the empty one before it is never answered.
 */
export async function waitForDocument(page: Page, address: string): Promise<void> {
  await page.waitForFunction(`location.href.startsWith(${JSON.stringify(address)})`);
}
