// Deletes entries of the history, and puts the last ones back.
import { useEffect, useState } from 'preact/hooks';
import { clearHistory, deleteEntries, type EntryId, restoreEntries } from '../shared/history.ts';
import type { HistoryEntry } from '../shared/memory.ts';

/** What was deleted since a view was opened. */
export interface Deletion {
  /** What can be put back: the entries that were deleted last. */
  readonly last: readonly HistoryEntry[];
  /** All that is gone, also while the list has not been read again. */
  readonly gone: ReadonlySet<EntryId>;
  remove(ids: readonly EntryId[]): Promise<void>;
  /** Puts the last entries back. */
  undo(): Promise<void>;
  /** Deletes the whole history, of so many entries, for good. */
  clear(count: number): Promise<void>;
  /** How many entries were deleted for good, if nothing has been deleted since. */
  readonly cleared: number;
}

/** Nothing is deleted to begin with. Told which entries the list has: what it no longer has is shown again if it comes back. */
export function useDeletion(listed: readonly EntryId[] | undefined): Deletion {
  const [last, setLast] = useState<readonly HistoryEntry[]>([]);
  const [gone, setGone] = useState<ReadonlySet<EntryId>>(new Set());
  const [cleared, setCleared] = useState(0);
  useEffect(() => {
    if (!gone.size || !listed) return;
    const there = new Set(listed);
    const stillListed = [...gone].filter((id) => there.has(id));
    if (stillListed.length < gone.size) setGone(new Set(stillListed));
  }, [listed, gone]);
  return {
    last,
    gone,
    cleared,
    async remove(ids) {
      setLast(await deleteEntries(ids));
      setCleared(0);
      setGone((before) => new Set([...before, ...ids]));
    },
    async undo() {
      await restoreEntries(last);
      const back = new Set(last.map(({ at }) => at));
      setGone((before) => new Set([...before].filter((id) => !back.has(id))));
      setLast([]);
    },
    async clear(count) {
      await clearHistory();
      setLast([]);
      setCleared(count);
    },
  };
}
