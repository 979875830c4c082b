// The terms that a reader has saved, for reviewing and for taking elsewhere.
import type { TermKey } from '../../glossary/model.ts';
import { lastEntryOf } from './history.ts';
import { announceMemoryChange, type SavedTerm, withMemory } from './memory.ts';

/** Saves a term with where it was met last; one that is saved already stays as it is. */
export async function saveTerm(key: TermKey, label: string): Promise<void> {
  const met = await lastEntryOf(key);
  await withMemory(async (memory) => {
    const { store, done } = memory.transaction('saved', 'readwrite');
    if (!(await store.getKey(key))) await store.put({ key, label, at: Date.now(), ...(met && { met }) });
    await done;
  });
  announceMemoryChange();
}

/** Writes a saved term as it is now: after a review, or put back. */
export async function putSavedTerm(saved: SavedTerm): Promise<void> {
  await putSavedTerms([saved]);
}

/** Puts saved terms back as they were. */
export async function putSavedTerms(saved: readonly SavedTerm[]): Promise<void> {
  await withMemory(async (memory) => {
    const { store, done } = memory.transaction('saved', 'readwrite');
    await Promise.all([...saved.map((term) => store.put(term)), done]);
  });
  announceMemoryChange();
}

/** Takes a term out of those that are saved, and gives it as it was then. */
export async function removeSavedTerm(key: TermKey): Promise<readonly SavedTerm[]> {
  return removeFrom(key);
}

/** Takes all of them out, and gives them as they were. */
export async function removeAllSavedTerms(): Promise<readonly SavedTerm[]> {
  return removeFrom(null);
}

async function removeFrom(query: TermKey | null): Promise<readonly SavedTerm[]> {
  const removed = await withMemory(async (memory) => {
    const { store, done } = memory.transaction('saved', 'readwrite');
    const found = await store.getAll(query);
    await Promise.all([...found.map(({ key }) => store.delete(key)), done]);
    return found;
  });
  announceMemoryChange();
  return removed;
}

/** All saved terms, the latest first. */
export async function readSavedTerms(): Promise<SavedTerm[]> {
  const saved = await withMemory((memory) => memory.getAll('saved'));
  return saved.sort((a, b) => b.at - a.at);
}

/** When a saved term is to be reviewed next, in milliseconds since 1970: at once where it never was. */
export function dueOf({ at, card }: SavedTerm): number {
  return card?.due.getTime() ?? at;
}
