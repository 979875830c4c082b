// Whether a term of this page is among those that a reader is looking for.
import { surfaceForms } from '../../glossary/compile.ts';
import { foldText } from '../../glossary/search-fold.ts';
import type { TermReading } from '../shared/glossaries.ts';
import type { PageTerm } from '../shared/page-terms.ts';

/** By the beginning or the inside of any of its names; by its label alone until the terms are read. */
export function isNamed({ key, label }: PageTerm, readings: readonly TermReading[], filter: string): boolean {
  const wanted = foldText(filter).letters;
  if (!wanted) return true;
  const term = readings.find((reading) => reading.key === key)?.term;
  const names = [label, ...(term ? surfaceForms(term).map(({ text }) => text) : [])];
  return names.some((name) => foldText(name).letters.includes(wanted));
}
