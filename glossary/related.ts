// The neighbourhood of a term: the terms it is related to in either direction, and those that lie behind each.
import { parseTermKey, type Term, type TermKey, termKey } from './model.ts';

interface KeyedTerm {
  readonly key: TermKey;
  readonly term: Pick<Term, 'label' | 'related'>;
}

/** A term that can be gone to. */
export interface Neighbour {
  readonly key: TermKey;
  readonly label: string;
  /** What is related to it, and to none of those before it. */
  readonly further: readonly { readonly key: TermKey; readonly label: string }[];
}

const MOST_FURTHER = 4; // terms; the map is for a glance

/** The neighbours of a term: those it names first, in its order, then those that name it. Every term stands once. */
export function neighboursOf(key: TermKey, terms: readonly KeyedTerm[]): Neighbour[] {
  const byKey = new Map(terms.map((one) => [one.key, one]));
  const around = (center: TermKey): KeyedTerm[] => {
    const { glossaryId } = parseTermKey(center);
    const named = (byKey.get(center)?.term.related ?? []).map((id) => termKey(glossaryId, id));
    const naming = terms.filter(
      (one) =>
        parseTermKey(one.key).glossaryId === glossaryId && one.term.related?.includes(parseTermKey(center).termId),
    );
    const keys = new Set([...named, ...naming.map((one) => one.key)]);
    return [...keys].flatMap((other) => byKey.get(other) ?? []);
  };
  const near = around(key);
  const placed = new Set([key, ...near.map((one) => one.key)]);
  return near.map((one) => {
    const further = around(one.key)
      .filter((other) => !placed.has(other.key))
      .slice(0, MOST_FURTHER);
    for (const other of further) placed.add(other.key);
    return { ...toLink(one), further: further.map(toLink) };
  });
}

function toLink({ key, term: { label } }: KeyedTerm) {
  return { key, label };
}
