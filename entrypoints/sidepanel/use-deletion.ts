// Deletes entries of the history, and puts them back.
import { useEffect, useState } from 'preact/hooks';
import { clearHistory, deleteEntries, type EntryId, restoreEntries } from '../shared/history.ts';
import type { HistoryEntry } from '../shared/memory.ts';

/** What was deleted since a view was opened. */
export interface Deletion {
  /** All that is gone, also while the list has not been read again. */
  readonly gone: ReadonlySet<EntryId>;
  /** Hides them at once. Resolves to what can be put back; where it rejects, they are shown again. */
  remove(ids: readonly EntryId[]): Promise<readonly HistoryEntry[]>;
  restore(entries: readonly HistoryEntry[]): Promise<void>;
  /** Deletes the whole history, for good. */
  clear(): Promise<void>;
}

/** Nothing is deleted to begin with. Told which entries the list has: what it no longer has is shown again if it comes back. */
export function useDeletion(listed: readonly EntryId[] | undefined): Deletion {
  const [gone, setGone] = useState<ReadonlySet<EntryId>>(new Set());
  useEffect(() => {
    if (!gone.size || !listed) return;
    const there = new Set(listed);
    const stillListed = [...gone].filter((id) => there.has(id));
    if (stillListed.length < gone.size) setGone(new Set(stillListed));
  }, [listed, gone]);
  const showAgain = (ids: readonly EntryId[]) => {
    const back = new Set(ids);
    setGone((before) => new Set([...before].filter((id) => !back.has(id))));
  };
  return {
    gone,
    async remove(ids) {
      setGone((before) => new Set([...before, ...ids])); // at once: thousands take the database a while
      try {
        return await deleteEntries(ids);
      } catch (error) {
        showAgain(ids);
        throw error;
      }
    },
    async restore(entries) {
      await restoreEntries(entries);
      showAgain(entries.map(({ at }) => at));
    },
    clear: clearHistory,
  };
}
