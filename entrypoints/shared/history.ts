// The history: which terms a reader has opened, in which sentence of which page. Off by one switch.
import { browser } from 'wxt/browser';
import type { TermKey } from '../../glossary/model.ts';
import { updateFamiliarity } from './familiarity-summary.ts';
import { announceMemoryChange, type HistoryEntry, type Memory, withMemory } from './memory.ts';

/** The key in the browser's store that is there while the history is switched off. */
export const HISTORY_OFF_KEY = 'history-off';

/** What the browser calls the moment of an entry: unique, and the order of the history. */
export type EntryId = HistoryEntry['at'];

/** Whether terms that are opened are remembered. */
export async function isHistoryOn(): Promise<boolean> {
  return !(await browser.storage.local.get(HISTORY_OFF_KEY))[HISTORY_OFF_KEY];
}

/** Switches the history on or off; what is remembered already stays until it is deleted. */
export async function switchHistory(on: boolean): Promise<void> {
  if (on) await browser.storage.local.remove(HISTORY_OFF_KEY);
  else await browser.storage.local.set({ [HISTORY_OFF_KEY]: true });
  announceMemoryChange();
}

/** A term that is opened again on the same page within this time moves up instead of standing twice. */
const SAME_READING_MS = 30 * 60_000;

/** Adds an entry at its moment, or at the next one that is free. One without a sentence has that of the entry in whose place it comes. */
export async function addToHistory(entry: HistoryEntry): Promise<void> {
  await withMemory(async (memory) => {
    const transaction = memory.transaction('history', 'readwrite');
    let { at, sentence } = entry;
    let cursor = await transaction.store.openCursor(null, 'prev');
    while (cursor && cursor.value.at > entry.at - SAME_READING_MS) {
      if (cursor.value.key === entry.key && cursor.value.url === entry.url) {
        sentence ||= cursor.value.sentence;
        await cursor.delete();
      }
      cursor = await cursor.continue();
    }
    while ((await transaction.store.getKey(at)) !== undefined) at++;
    await transaction.store.add({ ...entry, at, sentence });
    await transaction.done;
  });
  await tellChange([entry]);
}

/** Ids read at a time: whatever else is asked for meanwhile waits no longer than for these. */
const IDS_A_TIME = 5_000;

/** The ids of all entries, or of those of a site, the latest first. */
export async function readEntryIds(site?: string): Promise<EntryId[]> {
  const ids = await withMemory((memory) =>
    site === undefined ? readAllIds(memory) : memory.getAllKeysFromIndex('history', 'site', site),
  );
  return ids.reverse();
}

function readAllIds(memory: Memory): Promise<EntryId[]> {
  return readInLots(
    (after) => memory.getAllKeys('history', after, IDS_A_TIME),
    (id) => id,
  );
}

/** All entries, or those of a site, the latest first. */
export async function readAllEntries(site?: string): Promise<HistoryEntry[]> {
  const entries = await withMemory((memory) =>
    site === undefined
      ? readInLots(
          (after) => memory.getAll('history', after, IDS_A_TIME),
          ({ at }) => at,
        )
      : memory.getAllFromIndex('history', 'site', site),
  );
  return entries.reverse();
}

/** Reads what follows the last that was read, until there are no more. */
async function readInLots<T>(
  readAfter: (after: IDBKeyRange | undefined) => Promise<T[]>,
  idOf: (one: T) => EntryId,
): Promise<T[]> {
  const all: T[] = [];
  for (let last: T | undefined, isMore = true; isMore; last = all.at(-1)) {
    const following = await readAfter(last && IDBKeyRange.lowerBound(idOf(last), true));
    all.push(...following);
    isMore = following.length === IDS_A_TIME;
  }
  return all;
}

/** The ids of what was met from one moment on and before another, on all sites or on one. */
export async function readIdsBetween(from: number, until: number, site?: string): Promise<EntryId[]> {
  if (site !== undefined) return (await readEntryIds(site)).filter((id) => id >= from && id < until);
  return withMemory((memory) => memory.getAllKeys('history', IDBKeyRange.bound(from, until, false, true)));
}

/** So many of the latest entries, of all sites or of one, the latest first. */
export async function readLatestEntries(count: number, site?: string): Promise<HistoryEntry[]> {
  return withMemory(async (memory) => {
    const { store } = memory.transaction('history');
    const cursors = site === undefined ? store.iterate(null, 'prev') : store.index('site').iterate(site, 'prev');
    const entries: HistoryEntry[] = [];
    for await (const { value } of cursors) if (entries.push(value) === count) break;
    return entries;
  });
}

/** How many entries there are, of all sites or of one. */
export async function countEntries(site?: string): Promise<number> {
  return withMemory((memory) =>
    site === undefined ? memory.count('history') : memory.countFromIndex('history', 'site', site),
  );
}

/** Entries read or changed at a time: between two lots the page that asks for them can draw and answer. */
const ENTRIES_A_TIME = 500;

/** Does something with each of many, one lot after another. */
async function forEachInLots<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < all.length; from += ENTRIES_A_TIME) {
    results.push(...(await Promise.all(all.slice(from, from + ENTRIES_A_TIME).map(work))));
  }
  return results;
}

/** The entries with these ids that are there. */
export async function readEntries(ids: readonly EntryId[]): Promise<HistoryEntry[]> {
  return withMemory(async (memory) => {
    const { store } = memory.transaction('history');
    const entries = await forEachInLots(ids, (id) => store.get(id));
    return entries.filter((entry) => entry !== undefined);
  });
}

/** The latest entry of a term. */
export async function lastEntryOf(key: TermKey): Promise<HistoryEntry | undefined> {
  return withMemory(async (memory) => {
    const cursor = await memory.transaction('history').store.index('key').openCursor(key, 'prev');
    return cursor?.value;
  });
}

/** The terms that have an entry. */
export async function readMetTerms(): Promise<ReadonlySet<TermKey>> {
  return new Set(await readDistinct('key'));
}

/** The sites that have an entry, in the order of the alphabet. */
export async function readSites(): Promise<string[]> {
  return readDistinct('site');
}

/** Asks for one value after another: a cursor over the distinct ones would walk through all entries. */
async function readDistinct(indexName: 'site' | 'key'): Promise<string[]> {
  return withMemory(async (memory) => {
    const index = memory.transaction('history').store.index(indexName);
    const values: string[] = [];
    let cursor = await index.openKeyCursor();
    while (cursor) {
      values.push(cursor.key);
      cursor = await index.openKeyCursor(IDBKeyRange.lowerBound(cursor.key, true));
    }
    return values;
  });
}

/** Deletes entries, and gives them, so that they can be put back. */
export async function deleteEntries(ids: readonly EntryId[]): Promise<HistoryEntry[]> {
  const deleted = await readEntries(ids);
  await withMemory(async (memory) => {
    const { store, done } = memory.transaction('history', 'readwrite');
    await forEachInLots(ids, (id) => store.delete(id));
    await done;
  });
  await tellChange(deleted);
  return deleted;
}

/** Puts deleted entries back where they were. */
export async function restoreEntries(entries: readonly HistoryEntry[]): Promise<void> {
  await withMemory(async (memory) => {
    const { store, done } = memory.transaction('history', 'readwrite');
    await forEachInLots(entries, (entry) => store.put(entry));
    await done;
  });
  await tellChange(entries);
}

/** Deletes everything, for good. */
export async function clearHistory(): Promise<void> {
  await withMemory((memory) => memory.clear('history'));
  await tellChange();
}

/** Tells all that follow the history: of some entries, or of all. */
async function tellChange(entries?: readonly HistoryEntry[]): Promise<void> {
  announceMemoryChange();
  await updateFamiliarity(entries?.map(({ key }) => key));
}
