// Keeps the summary of how familiar terms are in step with the history, while terms fade.
import { browser } from 'wxt/browser';
import type { TermKey } from '../../glossary/model.ts';
import { FAMILIARITY_KEY, type Familiarity, familiarityAt } from './familiarity.ts';
import { withMemory } from './memory.ts';

/** What is older counts for less than a thousandth. */
const REACH_MS = 365 * 24 * 3_600_000;

/** Has a summary of the history in the store, or none; a new one where the history has been replaced. */
export async function keepFamiliarity(isKept: boolean, isReplaced = false): Promise<void> {
  await alone(async () => {
    if (!isReplaced && Boolean(await readSummary()) === isKept) return;
    if (isKept) await store(summarize(await readOpenings()));
    else await browser.storage.local.remove(FAMILIARITY_KEY);
  });
}

/** Brings the summary, if there is one, up to date with the history of some terms, or with all of it. */
export async function updateFamiliarity(keys?: readonly TermKey[]): Promise<void> {
  if (!(await readSummary())) return;
  await alone(async () => {
    const stored = await readSummary();
    if (!stored) return;
    const changed = summarize(await readOpenings(keys));
    const others = Object.entries(stored).filter(([key]) => keys && !keys.includes(key));
    await store({ ...Object.fromEntries(others), ...changed });
  });
}

/** The summary, if there is one. */
async function readSummary(): Promise<Familiarity | undefined> {
  return (await browser.storage.local.get(FAMILIARITY_KEY))[FAMILIARITY_KEY] as Familiarity | undefined;
}

async function store(familiarity: Familiarity): Promise<void> {
  await browser.storage.local.set({ [FAMILIARITY_KEY]: familiarity });
}

/** Two contexts that change the summary wait for each other. */
async function alone(work: () => Promise<void>): Promise<void> {
  await navigator.locks.request('termlight-familiarity', work);
}

/** When the cards of terms were opened, ascending: of some terms, or of all. */
async function readOpenings(keys?: readonly TermKey[]): Promise<ReadonlyMap<TermKey, number[]>> {
  const entries = await withMemory(async (memory) => {
    if (!keys) return memory.getAll('history', IDBKeyRange.lowerBound(Date.now() - REACH_MS));
    const distinct = [...new Set(keys)];
    return (await Promise.all(distinct.map((key) => memory.getAllFromIndex('history', 'key', key)))).flat();
  });
  const openings = new Map<TermKey, number[]>();
  for (const { key, at } of entries) {
    const moments = openings.get(key);
    if (moments) moments.push(at);
    else openings.set(key, [at]);
  }
  return openings;
}

function summarize(openings: ReadonlyMap<TermKey, readonly number[]>): Familiarity {
  return Object.fromEntries([...openings].map(([key, moments]) => [key, familiarityAt(moments)]));
}
