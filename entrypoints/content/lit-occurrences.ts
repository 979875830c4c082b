// Knows what is lit, and how many terms that are, whatever the size of the page.
import type { TermKey } from '../../glossary/model.ts';
import type { Occurrence } from './occurrences.ts';

/** The lit occurrences of a document, in no particular order. */
export interface LitOccurrences extends Iterable<Occurrence> {
  add(occurrence: Occurrence): void;
  remove(occurrence: Occurrence): void;
  has(occurrence: Occurrence): boolean;
  /** How many different terms are lit. */
  readonly termCount: number;
}

/** None to begin with. */
export function createLitOccurrences(): LitOccurrences {
  const lit = new Set<Occurrence>();
  const counts = new Map<TermKey, number>();
  return {
    [Symbol.iterator]: () => lit.values(),
    add(occurrence) {
      lit.add(occurrence);
      counts.set(occurrence.key, (counts.get(occurrence.key) ?? 0) + 1);
    },
    remove(occurrence) {
      lit.delete(occurrence);
      const count = (counts.get(occurrence.key) ?? 1) - 1;
      if (count) counts.set(occurrence.key, count);
      else counts.delete(occurrence.key);
    },
    has: (occurrence) => lit.has(occurrence),
    get termCount() {
      return counts.size;
    },
  };
}
