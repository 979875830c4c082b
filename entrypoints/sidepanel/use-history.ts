// What the history's view reads of it, as Preact hooks that follow every change.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import {
  countEntries,
  type EntryId,
  isHistoryOn,
  readEntries,
  readEntryIds,
  readLatestEntries,
  readSites,
} from '../shared/history.ts';
import { type HistoryEntry, watchMemory } from '../shared/memory.ts';

/** The history as far as a list needs it before its rows come on screen. */
export interface HistoryReading {
  /** The site that it is about; `undefined`: all. */
  readonly site: string | undefined;
  readonly isOn: boolean;
  /** Those that can be seen first. */
  readonly latest: readonly HistoryEntry[];
  /** The latest first. Only those of `latest` until the others are read, which takes a while where there are many. */
  readonly ids: readonly EntryId[];
  readonly count: number;
  readonly sites: readonly string[];
}

const LATEST = 50; // entries: more than the highest screen shows

/** The history of all sites or of one, or `null` until its latest entries are read. */
export function useHistory(site: string | undefined): HistoryReading | null {
  const [reading, setReading] = useState<HistoryReading | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    let turn = 0;
    const read = async () => {
      const own = ++turn;
      const isOutdated = () => leaving.signal.aborted || own !== turn;
      const [isOn, latest] = await Promise.all([isHistoryOn(), readLatestEntries(LATEST, site)]);
      if (isOutdated()) return;
      setReading((before) => withLatest(before, { site, isOn, latest }));
      const put = (more: Partial<HistoryReading>) =>
        setReading((before) => (before && !isOutdated() ? { ...before, ...more } : before));
      void readSites().then((sites) => put({ sites }));
      void countEntries(site).then((count) => put({ count }));
      void readEntryIds(site).then((ids) => put({ ids }));
    };
    void read();
    watchMemory(() => void read(), leaving.signal);
    return () => leaving.abort();
  }, [site]);
  return reading;
}

/** What was read before stands for what has not been read again yet. */
function withLatest(
  before: HistoryReading | null,
  read: Pick<HistoryReading, 'site' | 'isOn' | 'latest'>,
): HistoryReading {
  const { latest, site } = read;
  const known = before?.site === site ? before : null;
  const oldest = latest.length === LATEST ? (latest.at(-1) as HistoryEntry).at : 0;
  const ids = [...latest.map(({ at }) => at), ...(known?.ids ?? []).filter((id) => id < oldest)];
  return { ...read, ids, count: known?.count ?? ids.length, sites: before?.sites ?? [] };
}

/** The entries that were asked for and have been read, or are given; entries never change. */
export function useEntries(given: readonly HistoryEntry[]): {
  entryOf: (id: EntryId) => HistoryEntry | undefined;
  want: (ids: EntryId[]) => void;
} {
  const entries = useRef(new Map<EntryId, HistoryEntry>());
  const [, setCount] = useState(0);
  for (const entry of given) entries.current.set(entry.at, entry);
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
