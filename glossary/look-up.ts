// Looks up what a reader has selected or typed: the terms that it names, that stand in it, and that come near.
import { compileTerm } from './compile.ts';
import { layOutForms } from './form-table.ts';
import { scanText } from './matcher.ts';
import { findNamed } from './named-terms.ts';
import { createSearch, type SearchableTerm, type SearchResult } from './search.ts';
import { createTermIndex } from './term-index.ts';

/** What the glossaries have for a text. Each term stands in one of the lists; all may be empty. */
export interface LookUpResult<R extends SearchableTerm> {
  /** The terms that have the text for a surface form, or the one whose key it is. */
  readonly named: readonly R[];
  /** The terms whose forms stand in the text, in its order, whatever it means by them. */
  readonly contained: readonly R[];
  /** The others that the search finds, the best first. */
  readonly similar: readonly SearchResult<R>[];
}

/** Builds the look-up over these terms; do it once, it reads every text. */
export function createLookUp<R extends SearchableTerm>(
  readings: readonly R[],
  languages: readonly string[] = [],
): (text: string) => LookUpResult<R> {
  const search = createSearch(readings, languages);
  const forms = new Map(readings.map(({ key, term }) => [key, compileTerm(key, term)]));
  const index = createTermIndex(layOutForms([...forms.values()]));
  const findContained = (text: string): R[] => {
    const keys = new Set(scanText(text, index).matches.map(({ term }) => term.key));
    return [...keys].flatMap((key) => readings.find((reading) => reading.key === key) ?? []);
  };
  return (text) => {
    const keyed = readings.filter(({ key }) => key === text);
    const named = keyed.length ? keyed : findNamed(readings, ({ key }) => forms.get(key)?.forms ?? [], text);
    const contained = findContained(text).filter((reading) => !named.includes(reading));
    const isNew = ({ reading }: SearchResult<R>) => !named.includes(reading) && !contained.includes(reading);
    return { named, contained, similar: search(text).filter(isNew) };
  };
}
