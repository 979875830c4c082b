// What reading a page costs, counted in operations: steps from node to node, style queries, messages, reads of the store.
import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { startBrowser, type TestBrowser } from './harness.ts';

interface Operations {
  steps: number;
  /** How many steps there were before something was lit. */
  stepsUntilLit?: number;
  styleQueries: number;
  messages: number;
  storeReads: number;
  /** Elements that the browser looks at in each frame. */
  watched: number;
}

const PLAIN = 'Lorem ipsum dolor sit amet.'; // neither terms nor cues
const WITH_TERM = 'They moved to a public cloud.';
const MANY = 500;
const COUNTS_TOLD = 2; // that the terms before are gone, and that there is one again

let browser: TestBrowser;
let page: Page;
let session: CDPSession;
let world: number;

beforeAll(async () => {
  browser = await startBrowser('Chromium');
});
afterAll(() => browser?.close());
beforeEach(async () => {
  await page?.close();
  page = await browser.openFixture('added.html');
  await callInPage(page, addParagraphs, ['public cloud'], 1);
  await waitUntilTextLit(page, 'public cloud'); // by now all else has been read
  await callInPage(page, () => document.body.replaceChildren());
  session = await page.createCDPSession();
  world = await findContentWorld();
});

/** The world that the content script runs in; the page cannot reach it, the browser's debugging can. */
async function findContentWorld(): Promise<number> {
  const found = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }: Protocol.Runtime.ExecutionContextCreatedEvent) => {
      if (browser.extensionOrigin.startsWith(context.origin)) resolve(context.id);
    });
  });
  await session.send('Runtime.enable');
  return found;
}

async function callInWorld<R>(worldFunction: () => R): Promise<R> {
  const expression = `((__name) => (${worldFunction})())((named) => named)`;
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId: world,
    expression,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as R;
}

/** Adds paragraphs, then one with a term where it can be seen, and counts until that is lit. */
async function countWhileAdding(texts: readonly string[], count: number): Promise<Operations> {
  await callInWorld(countOperations);
  await callInPage(page, addParagraphs, texts, count);
  await callInPage(page, addFirstParagraph, 'At last quantum computing.');
  await waitUntilTextLit(page, 'quantum computing');
  return callInWorld(readOperations);
}

it('steps a few times for each node, and asks nothing about text without terms', async () => {
  const { steps, styleQueries, messages, storeReads } = await countWhileAdding([PLAIN], MANY);
  expect(steps).toBeGreaterThan(MANY); // so counting works
  expect(steps).toBeLessThanOrEqual(3 * MANY);
  expect(styleQueries).toBeLessThanOrEqual(5);
  expect(messages).toBeLessThanOrEqual(COUNTS_TOLD);
  expect(storeReads).toBe(0);
});

it('asks for a few styles a term', async () => {
  await countWhileAdding([WITH_TERM], MANY);
  // What is on the screen may be lit before the rest has been read.
  await expect.poll(async () => (await callInWorld(readOperations)).styleQueries).toBeGreaterThan(MANY);
  const { styleQueries, messages, storeReads } = await callInWorld(readOperations);
  expect(styleQueries).toBeLessThanOrEqual(4 * MANY);
  expect(messages).toBeLessThanOrEqual(COUNTS_TOLD);
  expect(storeReads).toBe(0);
});

it('steps a few times for each element of a long run, added one by one', async () => {
  await callInWorld(countOperations);
  await callInPage(page, addEmptySpans, 10 * MANY);
  await callInPage(page, addFirstParagraph, 'At last quantum computing.');
  await waitUntilTextLit(page, 'quantum computing');
  expect((await callInWorld(readOperations)).steps).toBeLessThanOrEqual(10 * 10 * MANY);
});

it('reads what is on the screen first, of a page that takes long', async () => {
  const count = 400 * MANY;
  await callInWorld(countOperations);
  await callInPage(page, addLongPage, PLAIN, count, 'At last quantum computing.');
  await expect.poll(async () => (await callInWorld(readOperations)).steps).toBeGreaterThan(count);
  expect((await callInWorld(readOperations)).stepsUntilLit).toBeLessThan(count / 2);
});

it('reads a changed text alone, however long the page', async () => {
  await countWhileAdding([PLAIN], MANY);
  await callInWorld(countOperations);
  await callInPage(page, changeFirstText, 'Here is an Internet of Things.');
  await waitUntilTextLit(page, 'Internet of Things');
  expect((await callInWorld(readOperations)).steps).toBeLessThanOrEqual(30);
});

it('has the browser watch no more elements on a page of thousands of terms', async () => {
  await countWhileAdding([WITH_TERM], 3 * MANY);
  await expect
    .poll(async () => (await callInWorld(readOperations)).watched, { timeout: 15_000 })
    .toBeLessThanOrEqual(MANY);
});

// The functions below run in the page.

function addParagraphs(texts: readonly string[], count: number): void {
  for (let index = 0; index < count; index++) {
    const paragraph = document.createElement('p');
    paragraph.append(texts[index % texts.length] as string);
    document.body.append(paragraph);
  }
}

function addEmptySpans(count: number): void {
  for (let index = 0; index < count; index++) document.body.append(document.createElement('span'));
}

function addFirstParagraph(text: string): void {
  const paragraph = document.createElement('p');
  paragraph.append(text);
  document.body.prepend(paragraph);
}

/** Texts that need no layout, then one that fills the screen. */
function addLongPage(text: string, count: number, last: string): void {
  const page = document.createElement('main');
  page.innerHTML = `<div hidden>${`<i>${text}</i>`.repeat(count)}</div><p style="min-height: 100vh">${last}</p>`;
  document.body.append(page);
}

function changeFirstText(text: string): void {
  (document.querySelector('p')?.firstChild as Text).data = text;
}

// The functions below run in the content script's world.

interface CountedWorld {
  operations?: Operations;
  readonly chrome: { readonly runtime: object; readonly storage: { readonly local: object } };
}

/** Counts from 0 from now on. The look around each second steps over elements alone, and is not counted. */
function countOperations(): void {
  const world = globalThis as unknown as CountedWorld;
  const isFirst = !world.operations;
  const counts: Operations = { steps: 0, styleQueries: 0, messages: 0, storeReads: 0, watched: 0 };
  world.operations = counts;
  if (!isFirst) return;
  const isCounted = (owner: unknown) =>
    !(owner instanceof TreeWalker) || (owner.whatToShow & NodeFilter.SHOW_TEXT) !== 0;
  const count = (owner: object, method: string, operation: keyof Operations, change = 1) => {
    const methods = owner as Record<string, (...args: unknown[]) => unknown>;
    const original = methods[method] as (...args: unknown[]) => unknown;
    methods[method] = function (this: unknown, ...args: unknown[]) {
      if (isCounted(this)) (world.operations as Operations)[operation] += change;
      return original.apply(this, args);
    };
  };
  for (const step of ['firstChild', 'nextNode', 'nextSibling', 'parentNode', 'previousNode']) {
    count(TreeWalker.prototype, step, 'steps');
  }
  const { add } = Highlight.prototype;
  Highlight.prototype.add = function (this: Highlight, ...ranges) {
    const operations = world.operations as Operations;
    operations.stepsUntilLit ??= operations.steps;
    return add.apply(this, ranges);
  };
  count(globalThis, 'getComputedStyle', 'styleQueries');
  count(world.chrome.runtime, 'sendMessage', 'messages');
  count(world.chrome.storage.local, 'get', 'storeReads');
  count(IntersectionObserver.prototype, 'observe', 'watched');
  count(IntersectionObserver.prototype, 'unobserve', 'watched', -1);
}

function readOperations(): Operations {
  return (globalThis as unknown as { operations: Operations }).operations;
}
