// Loads every page in every candidate, run after run, and compares what they cost.
import type { CandidateBrowser } from './candidate-browser.ts';
import type { CandidateName } from './candidates.ts';
import { type LoadCost, measureLoad, measureScripts, type ScriptReading } from './measure-page.ts';
import { type BenchPage, generated, servePages } from './pages.ts';
import { type Spread, spreadOf } from './statistics.ts';

/** What one candidate cost on one page, over all runs. */
export interface PageResult {
  readonly page: string;
  readonly isSaved: boolean;
  readonly candidate: CandidateName;
  /** Profiled JavaScript of the candidate's own scripts, with the browser's functions that they call. */
  readonly scriptMs: Spread;
  /** The longest time that these held the page's thread. */
  readonly longestMs: Spread;
  /** What the load cost more than with the empty extension in the same run. */
  readonly addedProcessMs: Spread;
  readonly addedThreadMs: Spread;
  readonly addedLayoutMs: Spread;
  readonly addedHeapKb: Spread;
  readonly layoutShift: Spread;
  readonly mutations: Spread;
}

/** What is told while it runs. */
export type OnProgress = (message: string) => void;

interface Reading extends LoadCost, ScriptReading {
  readonly candidate: CandidateName;
}

/** Measures all pages, the candidates one after another on each, `runs` times; the slowest only the first time. */
export async function benchPages(
  candidates: readonly CandidateBrowser[],
  pages: readonly BenchPage[],
  runs: number,
  onProgress: OnProgress,
): Promise<PageResult[]> {
  const warmUp = generated('warm-up', () => '<!doctype html><title>Warm-up</title><p>public cloud</p>');
  const server = await servePages([warmUp, ...pages]);
  try {
    for (const candidate of candidates) await measureScripts(candidate, server.urlOf(warmUp));
    const results: PageResult[] = [];
    for (const page of pages) {
      onProgress(page.name);
      const readings: Reading[] = [];
      for (let run = 0; run < runs; run++) {
        for (const candidate of candidates) {
          if (run && candidate.name === 'mark.js') continue;
          readings.push(await readPage(candidate, server.urlOf(page)));
        }
      }
      results.push(...candidates.map(({ name }) => toResult(page, name, readings)));
    }
    return results;
  } finally {
    await server.close();
  }
}

async function readPage(candidate: CandidateBrowser, url: string): Promise<Reading> {
  const load = await measureLoad(candidate, url);
  return { ...load, ...(await measureScripts(candidate, url)), candidate: candidate.name };
}

function toResult({ name, isSaved }: BenchPage, candidate: CandidateName, readings: readonly Reading[]): PageResult {
  const own = readings.filter((reading) => reading.candidate === candidate);
  const empty = readings.filter((reading) => reading.candidate === 'empty');
  const spread = (of: (reading: Reading) => number) => spreadOf(own.map(of));
  const added = (of: (reading: Reading) => number) =>
    spreadOf(own.map((reading, run) => of(reading) - of(empty[run] as Reading)));
  return {
    page: name,
    isSaved,
    candidate,
    scriptMs: spread(({ totalMs }) => totalMs),
    longestMs: spread(({ longestMs }) => longestMs),
    addedProcessMs: added(({ processMs }) => processMs),
    addedThreadMs: added(({ threadMs }) => threadMs),
    addedLayoutMs: added(({ layoutMs }) => layoutMs),
    addedHeapKb: added(({ heapKb }) => heapKb),
    layoutShift: spread(({ layoutShift }) => layoutShift),
    mutations: spread(({ mutations }) => mutations),
  };
}
