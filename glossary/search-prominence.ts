// Weighs how well known a term is within its glossary, to decide between terms that fit a query alike.
import { parseTermKey, type Term, type TermKey, termKey } from './model.ts';

interface Weighed {
  readonly key: TermKey;
  readonly term: Term;
  /** The letters of its names. */
  readonly names: readonly string[];
}

const A_LITTLE = 0.5;
const ORDINARY_WORD = -1; // below all others: trust, price war

/**
 * By key: the terms that refer to this one, and its quotations. A term whose name begins others' names, as Amazon
 * begins Amazon Web Services, is a little better known than they are. An everyday word comes last, a name does not.
 */
export function weighProminence(terms: readonly Weighed[]): Map<TermKey, number> {
  const weights = new Map(terms.map(({ key, term }) => [key, countQuotations(term)]));
  for (const { key, term } of terms) {
    for (const id of term.related ?? []) raise(weights, termKey(parseTermKey(key).glossaryId, id), 1);
  }
  inheritByName(terms, weights);
  for (const { key, term } of terms) {
    if (term.level === 'everyday' && (term.kind ?? 'term') === 'term') weights.set(key, ORDINARY_WORD);
  }
  return weights;
}

function raise(weights: Map<TermKey, number>, key: TermKey, by: number): void {
  const weight = weights.get(key);
  if (weight !== undefined) weights.set(key, weight + by);
}

/** Sorted, the names that begin with a name follow it directly; from the last to the first, so that it adds up. */
function inheritByName(terms: readonly Weighed[], weights: Map<TermKey, number>): void {
  const sorted = terms
    .flatMap(({ key, names }) => names.map((name) => ({ key, name })))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  for (let index = sorted.length - 1; index >= 0; index--) {
    const shorter = sorted[index];
    for (let next = index + 1; shorter && sorted[next]?.name.startsWith(shorter.name); next++) {
      const longer = sorted[next];
      if (!longer || longer.key === shorter.key || longer.name === shorter.name) continue;
      weights.set(shorter.key, Math.max(weights.get(shorter.key) ?? 0, (weights.get(longer.key) ?? 0) + A_LITTLE));
    }
  }
}

function countQuotations({ senses }: Term): number {
  return senses.reduce((sum, { quotations = [] }) => sum + quotations.length, 0);
}
