// A page with the frames that advertisements and trackers leave: they cost next to nothing until there is something to read.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Protocol } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { litTexts, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { BROWSERS, extensionDirOf, startBrowser, type TestBrowser } from './harness.ts';

const OF_EACH_KIND = 7;
const FRAMES = 3 * OF_EACH_KIND;
const WAIT = { timeout: 15_000, interval: 50 };

interface Operations {
  readonly steps: number;
  readonly styleQueries: number;
  readonly messages: number;
  readonly storeReads: number;
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'termlight-counting-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(BROWSERS)('in %s', (name) => {
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    browser = await startBrowser(name, { extensionDir: copyWithCounts(name) });
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    await page?.close();
    page = await browser.openFixture('added.html');
    await waitUntilTextLit(page, 'SaaS');
    await callInPage(page, addFrames, OF_EACH_KIND);
    await expect.poll(() => page.frames().length, WAIT).toBe(1 + FRAMES);
    await callInPage(page, appendText, 'public cloud');
    await waitUntilTextLit(page, 'public cloud');
  });

  /** Added up over all frames: how many highlights there are, and which texts they light. */
  const litInFrames = async () => {
    const frames = page.frames().filter((frame) => frame !== page.mainFrame());
    const lit = await Promise.all(frames.map((frame) => litTexts(frame)));
    return lit.flat();
  };

  it('lights nothing in frames without text or room', async () => {
    expect(await litInFrames()).toEqual([]);
  });

  // What the script's own world holds is told by Chromium alone.
  if (name === 'Chromium')
    it('asks there for no styles, no settings and no forms, and takes a few steps', async () => {
      const counts = () => readCounts(browser, page);
      await expect.poll(async () => (await counts()).length, WAIT).toBe(1 + FRAMES);
      const [top, ...frames] = (await counts()).sort((a, b) => b.storeReads - a.storeReads);
      expect(top?.storeReads).toBeGreaterThan(0); // so counting works
      for (const { steps, ...others } of frames) {
        expect(others).toEqual({ styleQueries: 0, messages: 0, storeReads: 0 });
        expect(steps).toBeLessThanOrEqual(100); // a few at each look, once a second; the small frames hold thousands
      }
    });

  it('reads them when they get text, or room', async () => {
    await callInPage(page, fillFrames);
    await expect
      .poll(async () => (await litInFrames()).sort(), WAIT)
      .toEqual([
        ...Array.from({ length: 2 * OF_EACH_KIND }, () => 'PaaS'),
        ...Array.from({ length: OF_EACH_KIND }, () => 'Tencent'),
      ]);
  });

  /** A copy of the extension whose content script counts from its first line on. */
  function copyWithCounts(of: typeof name): string {
    const copy = join(folder, of);
    cpSync(extensionDirOf(of), copy, { recursive: true });
    const script = join(copy, 'content-scripts/content.js');
    writeFileSync(script, `((__name) => (${countOperations})())((named) => named);\n${readFileSync(script, 'utf8')}`);
    return copy;
  }
});

/** What each frame's content script has done so far, in no particular order. */
async function readCounts(browser: TestBrowser, page: Page): Promise<Operations[]> {
  const session = await page.createCDPSession();
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }: Protocol.Runtime.ExecutionContextCreatedEvent) => {
    if (browser.extensionOrigin.startsWith(context.origin)) worlds.push(context.id);
  });
  await session.send('Runtime.enable'); // tells of all worlds there are before it answers
  const read = (contextId: number) =>
    session.send('Runtime.evaluate', { contextId, expression: 'operations', returnByValue: true });
  const counts = await Promise.all(worlds.map(read));
  await session.detach();
  return counts.map(({ result }) => result.value as Operations);
}

// Runs in the content script's world, before the script.

function countOperations(): void {
  interface CountedWorld {
    operations: Record<keyof Operations, number>;
    readonly chrome: { readonly runtime: object; readonly storage: { readonly local: object } };
  }
  const world = globalThis as unknown as CountedWorld;
  world.operations = { steps: 0, styleQueries: 0, messages: 0, storeReads: 0 };
  const count = (owner: object, method: string, operation: keyof Operations) => {
    const methods = owner as Record<string, (...args: unknown[]) => unknown>;
    const original = methods[method] as (...args: unknown[]) => unknown;
    methods[method] = function (this: unknown, ...args: unknown[]) {
      world.operations[operation]++;
      return original.apply(this, args);
    };
  };
  for (const step of ['firstChild', 'nextSibling', 'nextNode', 'parentNode', 'previousNode']) {
    count(TreeWalker.prototype, step, 'steps');
  }
  count(globalThis, 'getComputedStyle', 'styleQueries');
  count(world.chrome.runtime, 'sendMessage', 'messages');
  count(world.chrome.storage.local, 'get', 'storeReads');
}

// The functions below run in the page.

/** Empty ones, ones with scripts and pictures alone, and ones full of terms that are too small to be read. */
function addFrames(ofEachKind: number): Promise<unknown> {
  const picture = '<style>img { width: 100% }</style><div><div><img alt=""></div></div><script>/* SaaS */</script>';
  const small = '<p>Tencent</p>'.concat('<p>Nobody can read this.</p>'.repeat(1_000));
  const loads: Promise<unknown>[] = [];
  for (let count = 0; count < ofEachKind; count++) {
    for (const [kind, text] of Object.entries({ empty: '', picture, small })) {
      const frame = document.createElement('iframe');
      frame.className = kind;
      if (kind === 'small') frame.width = frame.height = '1';
      else frame.height = '60';
      if (text) frame.srcdoc = text;
      loads.push(new Promise((resolve) => frame.addEventListener('load', resolve)));
      document.body.append(frame);
    }
  }
  return Promise.all(loads).then(() => null);
}

function appendText(text: string): void {
  document.body.prepend(text);
}

function fillFrames(): void {
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe')) {
    if (frame.className === 'small') frame.width = frame.height = '60';
    else frame.contentDocument?.body.append('PaaS');
  }
}
