// Makes of occurrences the terms that the extension's pages list.
import type { TermKey } from '../../glossary/model.ts';
import type { PageTerm } from '../shared/page-terms.ts';
import type { ListedOccurrence, Occurrence } from './occurrences.ts';

/** A term for each that occurs, in the order of their first occurrences. */
export function toPageTerms(occurrences: Iterable<Occurrence | ListedOccurrence>): PageTerm[] {
  const terms = new Map<TermKey, PageTerm>();
  for (const occurrence of occurrences) {
    const { key, label } = occurrence;
    const { count = 0, folded = 0, because = occurrence.because } = terms.get(key) ?? {};
    const state = 'state' in occurrence ? occurrence.state : 'lit';
    terms.set(key, {
      ...{ key, label, because, count: count + 1 },
      folded: folded + Number(state === 'folded'),
      unlit: state === 'lit' || state === 'folded' ? null : state,
    });
  }
  return [...terms.values()];
}
