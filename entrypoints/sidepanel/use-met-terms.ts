// The terms that the history has, as a Preact hook that follows every change.
import { useEffect, useState } from 'preact/hooks';
import type { TermKey } from '../../glossary/model.ts';
import { readMetTerms } from '../shared/history.ts';
import { watchMemory } from '../shared/memory.ts';

/** None until they are read. */
export function useMetTerms(): ReadonlySet<TermKey> {
  const [met, setMet] = useState<ReadonlySet<TermKey>>(new Set());
  useEffect(() => {
    const leaving = new AbortController();
    const read = () => void readMetTerms().then((terms) => !leaving.signal.aborted && setMet(terms));
    read();
    watchMemory(read, leaving.signal);
    return () => leaving.abort();
  }, []);
  return met;
}
