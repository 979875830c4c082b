// How long after the end of the dwell a reader sees the card, with the service worker awake and stopped.
import type { Page } from 'puppeteer-core';
import { findWorker } from '../extension-worker.ts';
import { callInPage } from '../in-page.ts';
import { locateLit, waitUntilTextLit } from '../lit-texts.ts';
import type { CandidateBrowser } from './candidate-browser.ts';
import { linesPage } from './generated-pages.ts';
import { withPage } from './pages.ts';
import { type Spread, spreadOf } from './statistics.ts';
import { withTab } from './tab.ts';

const DWELL_MS = 250; // as in the contract
const TERMS = ['SaaS', 'public cloud'] as const;
const LINES = 100;

/** Milliseconds from the end of the dwell to the frame that shows the card. */
export interface CardResult {
  readonly worker: 'awake' | 'stopped';
  readonly latencyMs: Spread;
}

/** What the reader's pointer costs. */
export interface HoverResult {
  /** The longest time that the scripts held the page's thread from the first movement to the open card. */
  readonly longestMs: Spread;
}

/** Opens cards in turns of both states of the worker. */
export function benchCard(candidate: CandidateBrowser, opens: number): Promise<CardResult[]> {
  return withPage(linesPage(LINES), async (url) => {
    const results: CardResult[] = [];
    for (const worker of ['awake', 'stopped'] as const) {
      const latencies = await withTab(candidate, async ({ page }) => {
        await page.goto(url);
        return openCards(page, opens, () => (worker === 'stopped' ? stopWorker(candidate) : wakeWorker(candidate)));
      });
      results.push({ worker, latencyMs: spreadOf(latencies) });
    }
    return results;
  });
}

/** Opens cards under the profiler. */
export function benchHover(candidate: CandidateBrowser, opens: number): Promise<HoverResult> {
  return withPage(linesPage(LINES), (url) =>
    withTab(candidate, async (tab) => {
      await tab.load(url);
      const longest: number[] = [];
      for (let index = 0; index < opens; index++) {
        longest.push((await tab.profile(() => openCard(tab.page, TERMS[index % 2] as string))).longestMs);
        await leaveCard(tab.page);
      }
      return { longestMs: spreadOf(longest) };
    }),
  );
}

async function openCards(page: Page, opens: number, prepare: () => Promise<void>): Promise<number[]> {
  const latencies: number[] = [];
  for (let index = 0; index < opens; index++) {
    await prepare();
    latencies.push(await openCard(page, TERMS[index % 2] as string));
    await leaveCard(page);
  }
  return latencies;
}

async function openCard(page: Page, text: string): Promise<number> {
  await waitUntilTextLit(page, text);
  const point = await locateLit(page, text);
  if (!point) throw new Error(`“${text}” is not lit`);
  await callInPage(page, watchForCard, point);
  await page.mouse.move(point.x - 4, point.y);
  await page.mouse.move(point.x, point.y);
  return (await callInPage(page, readShownAfter)) - DWELL_MS;
}

async function leaveCard(page: Page): Promise<void> {
  await page.mouse.move(5, 5);
  await callInPage(page, untilCardIsGone);
}

async function stopWorker({ browser }: CandidateBrowser): Promise<void> {
  const worker = browser.targets().find((target) => target.type() === 'service_worker');
  await (await worker?.worker())?.close();
}

/** A worker that sleeps wakes when one of the extension's pages sends it a message. */
async function wakeWorker(candidate: CandidateBrowser): Promise<void> {
  const isAwake = candidate.browser.targets().some((target) => target.type() === 'service_worker');
  if (isAwake) return;
  await withTab(candidate, async ({ page }) => {
    await page.goto(`${candidate.extensionOrigin}popup.html`);
    await page.evaluate('chrome.runtime.sendMessage({}).catch(() => undefined)');
    await findWorker(candidate.browser);
  });
}

// The functions below run in the page.

interface CardWatch {
  benchCard: Promise<number>;
}

/** Tells how long after the pointer's last movement a frame shows the card below a point. */
function watchForCard({ x, y }: { x: number; y: number }): void {
  let movedAt = 0;
  document.addEventListener('pointermove', (event) => {
    movedAt = event.timeStamp;
  });
  (globalThis as unknown as CardWatch).benchCard = new Promise((resolve) => {
    const look = () => {
      const below = document.elementsFromPoint(x, y + 40).some(({ localName }) => localName === 'termlight-card');
      if (below && movedAt) resolve(performance.now() - movedAt);
      else requestAnimationFrame(look);
    };
    look();
  });
}

function readShownAfter(): Promise<number> {
  return (globalThis as unknown as CardWatch).benchCard;
}

function untilCardIsGone(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('termlight-card')?.matches(':popover-open')) requestAnimationFrame(look);
      else resolve();
    };
    look();
  });
}
