// A tab of a candidate's browser, with what measuring needs of the browser's debugging protocol.
import type { CDPSession, Page } from 'puppeteer-core';
import type { CandidateBrowser } from './candidate-browser.ts';
import { type ScriptCost, scriptCost } from './profile.ts';

const SAMPLING_INTERVAL_US = 100;
/** A page rests when its thread has worked less than this in two looks one after another. */
const RESTING_MS = 1.5;
const LOOK_MS = 100;

/** What the page's process and thread have spent so far. */
export interface Spent {
  /** CPU time of the process, all threads; known to 10 ms. */
  readonly processMs: number;
  /** CPU time of the page's own thread. */
  readonly threadMs: number;
  /** CPU time of that thread in style and layout. */
  readonly layoutMs: number;
}

/** A tab under measurement. */
export interface BenchTab {
  readonly page: Page;
  readonly session: CDPSession;
  /** Loads an address and waits until the page rests. */
  load(url: string): Promise<void>;
  spent(): Promise<Spent>;
  /** Bytes of JavaScript heap in use, all worlds, without garbage. */
  usedHeap(): Promise<number>;
  /** What the candidate's scripts cost while something is done. */
  profile(action: () => Promise<unknown>): Promise<ScriptCost>;
  /** Waits until the page's thread has nothing more to do. */
  untilAtRest(): Promise<void>;
}

/** Opens a tab, measures in it, and closes it. */
export async function withTab<T>(candidate: CandidateBrowser, measure: (tab: BenchTab) => Promise<T>): Promise<T> {
  const page = await candidate.browser.newPage();
  try {
    await page.setViewport({ width: 1280, height: 900 });
    const session = await page.createCDPSession();
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return await measure(createTab(page, session, candidate.extensionOrigin));
  } finally {
    await page.close();
  }
}

function createTab(page: Page, session: CDPSession, extensionOrigin: string): BenchTab {
  const readMetrics = async (): Promise<Record<string, number>> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  const spent = async (): Promise<Spent> => {
    const { ProcessTime = 0, TaskDuration = 0, LayoutDuration = 0, RecalcStyleDuration = 0 } = await readMetrics();
    return {
      processMs: ProcessTime * 1000,
      threadMs: TaskDuration * 1000,
      layoutMs: (LayoutDuration + RecalcStyleDuration) * 1000,
    };
  };
  const untilAtRest = async () => {
    let before = (await spent()).threadMs;
    for (let restful = 0; restful < 2; ) {
      await sleep(LOOK_MS);
      const now = (await spent()).threadMs;
      restful = now - before < RESTING_MS ? restful + 1 : 0;
      before = now;
    }
  };
  return {
    page,
    session,
    spent,
    untilAtRest,
    async load(url) {
      await page.goto(url, { waitUntil: 'load', timeout: 0 });
      await untilAtRest();
    },
    async usedHeap() {
      await session.send('HeapProfiler.collectGarbage');
      return (await readMetrics()).JSHeapUsedSize ?? 0;
    },
    async profile(action) {
      await session.send('Profiler.enable');
      await session.send('Profiler.setSamplingInterval', { interval: SAMPLING_INTERVAL_US });
      await session.send('Profiler.start');
      await action();
      const { profile } = await session.send('Profiler.stop');
      await session.send('Profiler.disable');
      return scriptCost(profile, extensionOrigin);
    },
  };
}

/** Resolves after a time. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
