// Finds the terms that a text names as a whole, whatever the page means by the word: a reader has asked for it.
import type { SurfaceForm } from './compile.ts';
import { plainText } from './tokens.ts';

/**
 * Of some terms those that have the text for a surface form: written alike, or else in any case. What surrounds and
 * separates words does not count (quotation marks, a possessive ’s, a hyphen for a space).
 */
export function findNamed<T>(
  terms: readonly T[],
  formsOf: (term: T) => readonly Pick<SurfaceForm, 'text'>[],
  text: string,
): readonly T[] {
  const having = (wanted: string, fold: (form: string) => string) =>
    wanted ? terms.filter((term) => formsOf(term).some((form) => fold(form.text) === wanted)) : [];
  const alike = having(barePhrase(text), barePhrase);
  return alike.length ? alike : having(anyCase(text), anyCase);
}

function barePhrase(text: string): string {
  return plainText(text)
    .replace(/['’]s?[\s\p{P}]*$/u, '')
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}

function anyCase(text: string): string {
  return barePhrase(text).toLowerCase();
}
