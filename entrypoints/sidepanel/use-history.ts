// What the history's view reads of it, as Preact hooks that follow every change.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type EntryId, isHistoryOn, readEntries, readEntryIds, readSites } from '../shared/history.ts';
import { type HistoryEntry, watchMemory } from '../shared/memory.ts';

/** The history as far as a list needs it before its rows come on screen. */
export interface HistoryReading {
  readonly isOn: boolean;
  /** The latest first. */
  readonly ids: readonly EntryId[];
  readonly sites: readonly string[];
}

/** The history of all sites or of one, or `null` until it is read. */
export function useHistory(site: string | undefined): HistoryReading | null {
  const [reading, setReading] = useState<HistoryReading | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const read = async () => {
      const [isOn, ids, sites] = await Promise.all([isHistoryOn(), readEntryIds(site), readSites()]);
      if (!leaving.signal.aborted) setReading({ isOn, ids, sites });
    };
    void read();
    watchMemory(() => void read(), leaving.signal);
    return () => leaving.abort();
  }, [site]);
  return reading;
}

/** The entries that were asked for and have been read; entries never change. */
export function useEntries(): { entryOf: (id: EntryId) => HistoryEntry | undefined; want: (ids: EntryId[]) => void } {
  const entries = useRef(new Map<EntryId, HistoryEntry>());
  const [, setCount] = useState(0);
  const want = useCallback((ids: EntryId[]) => {
    const missing = ids.filter((id) => !entries.current.has(id));
    if (!missing.length) return;
    void readEntries(missing).then((read) => {
      for (const entry of read) entries.current.set(entry.at, entry);
      setCount(entries.current.size);
    });
  }, []);
  return { entryOf: (id) => entries.current.get(id), want };
}
