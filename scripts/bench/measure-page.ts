// Loads a page in a candidate's browser and reads what the load cost.
import { callInPage } from '../in-page.ts';
import type { CandidateBrowser } from './candidate-browser.ts';
import type { ScriptCost } from './profile.ts';
import { type Spent, withTab } from './tab.ts';

/** What a load cost in all, the page's own work included: compare with the empty extension's. */
export interface LoadCost extends Spent {
  readonly heapKb: number;
  /** Sum of the layout shift scores. */
  readonly layoutShift: number;
}

/** What the candidate's scripts cost in a load, and what they changed. */
export interface ScriptReading extends ScriptCost {
  /** Mutation records after the page was parsed. */
  readonly mutations: number;
}

/** Loads a page without a profiler, which would add to the time. */
export function measureLoad(candidate: CandidateBrowser, url: string): Promise<LoadCost> {
  return withTab(candidate, async (tab) => {
    await tab.page.evaluateOnNewDocument(`(${observePage})()`);
    await tab.load(url);
    const spent = await tab.spent();
    const { layoutShift } = await callInPage(tab.page, readObservations);
    return { ...spent, heapKb: (await tab.usedHeap()) / 1024, layoutShift };
  });
}

/** Loads a page under the profiler. */
export function measureScripts(candidate: CandidateBrowser, url: string): Promise<ScriptReading> {
  return withTab(candidate, async (tab) => {
    await tab.page.evaluateOnNewDocument(`(${observePage})()`);
    const cost = await tab.profile(() => tab.load(url));
    return { ...cost, mutations: (await callInPage(tab.page, readObservations)).mutations };
  });
}

// The functions below run in the page.

interface Observations {
  layoutShift: number;
  mutations: number;
}

/** Begins to watch before the page is parsed; for mutations from the moment it has been. */
function observePage(): void {
  const seen: Observations = { layoutShift: 0, mutations: 0 };
  (globalThis as unknown as { benchObservations: Observations }).benchObservations = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.layoutShift += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  document.addEventListener('DOMContentLoaded', () => {
    const everything = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver((records) => {
      seen.mutations += records.length;
    }).observe(document, everything);
  });
}

function readObservations(): Observations {
  return (globalThis as unknown as { benchObservations: Observations }).benchObservations;
}
