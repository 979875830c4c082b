// Deletes entries of the history, and puts the last ones back.
import { useState } from 'preact/hooks';
import { deleteEntries, type EntryId, restoreEntries } from '../shared/history.ts';
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
  /** Says that nothing can be put back any more. */
  forget(): void;
}

/** Nothing is deleted to begin with. */
export function useDeletion(): Deletion {
  const [last, setLast] = useState<readonly HistoryEntry[]>([]);
  const [gone, setGone] = useState<ReadonlySet<EntryId>>(new Set());
  return {
    last,
    gone,
    async remove(ids) {
      setLast(await deleteEntries(ids));
      setGone((before) => new Set([...before, ...ids]));
    },
    async undo() {
      await restoreEntries(last);
      const back = new Set(last.map(({ at }) => at));
      setGone((before) => new Set([...before].filter((id) => !back.has(id))));
      setLast([]);
    },
    forget: () => setLast([]),
  };
}
