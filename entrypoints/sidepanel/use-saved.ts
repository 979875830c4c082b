// The saved terms, as a Preact hook that follows every change.
import { useEffect, useState } from 'preact/hooks';
import { type SavedTerm, watchMemory } from '../shared/memory.ts';
import { readSavedTerms } from '../shared/saved.ts';

/** The latest first; `null` until they are read. */
export function useSavedTerms(): readonly SavedTerm[] | null {
  const [saved, setSaved] = useState<readonly SavedTerm[] | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const read = () => void readSavedTerms().then((terms) => !leaving.signal.aborted && setSaved(terms));
    read();
    watchMemory(read, leaving.signal);
    return () => leaving.abort();
  }, []);
  return saved;
}
