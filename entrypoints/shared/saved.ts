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
  await withMemory((memory) => memory.put('saved', saved));
  announceMemoryChange();
}

/** Takes a term out of those that are saved. */
export async function removeSavedTerm(key: TermKey): Promise<void> {
  await withMemory((memory) => memory.delete('saved', key));
  announceMemoryChange();
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
