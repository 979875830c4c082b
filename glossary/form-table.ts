// Lays out the surface forms of any number of glossaries so that a page can look them up as they come from the store.
import type { SurfaceForm, TermForms } from './compile.ts';
import type { TermKey } from './model.ts';
import { createTokenFilter, hashPair } from './token-filter.ts';
import { createTokenPlaces, findTokens, type TokenPlaces } from './tokens.ts';

/** What spotting knows of a term beside its forms. Plain JSON. */
export interface TermHead extends Omit<TermForms, 'forms'> {
  /** How a text writes the term out: “Software as a Service”. */
  readonly expansion: string;
}

/**
 * Terms and all their forms. Plain JSON, of few and long strings and lists of numbers, which browsers read from their
 * store many times faster than as many objects. The lists run in parallel; forms are ordered by `hashes`, ascending,
 * those of the same hash as their terms are.
 */
export interface FormTable {
  readonly terms: readonly TermHead[];
  /** The forms, one a line. */
  readonly texts: string;
  /** Of the first two tokens of each form, or of its only one (`firstTokens`). */
  readonly hashes: readonly number[];
  /** The number of each form's term. */
  readonly termOf: readonly number[];
  /** A character for each form: `1` where its capitals must be matched. */
  readonly caseSensitive: string;
  /** A filter of the hashes, laid out: every page asks it, and most ask nothing else. */
  readonly filter: string;
}

/** Lays out terms with their forms. A form without letters and digits is left out: nothing could be looked up by it. */
export function layOutForms(terms: readonly TermForms[]): FormTable {
  const forms = terms.flatMap((term, number) => term.forms.flatMap((form) => place(form, number)));
  forms.sort((a, b) => a.hash - b.hash);
  const hashes = forms.map(({ hash }) => hash);
  return {
    terms: terms.map(({ forms: own, ...head }) => ({ ...head, expansion: expansionOf(head.label, own) })),
    texts: forms.map(({ text }) => text).join('\n'),
    hashes,
    termOf: forms.map(({ number }) => number),
    caseSensitive: forms.map(({ caseSensitive }) => (caseSensitive ? '1' : '0')).join(''),
    filter: createTokenFilter(hashes).layOut(),
  };
}

interface PlacedForm extends SurfaceForm {
  readonly hash: number;
  /** Of its term. */
  readonly number: number;
}

const places = createTokenPlaces();

function place(form: SurfaceForm, number: number): PlacedForm[] {
  const tokens = findTokens(form.text, places);
  return tokens.count ? [{ ...form, number, hash: firstTokens(tokens) }] : [];
}

/** The hash of the first two tokens, or of the only one. */
export function firstTokens({ count, hashes }: Readonly<TokenPlaces>): number {
  const [first, second] = hashes as [number, number];
  return count > 1 ? hashPair(first, second) : first;
}

function expansionOf(label: string, forms: readonly SurfaceForm[]): string {
  return forms.find(({ text }) => text.includes(' '))?.text ?? `${label} (…)`;
}

/** The places of a hash in a list of them that ascends. */
export function withHash(hashes: readonly number[], hash: number): number[] {
  let start = 0;
  for (let size = hashes.length; size > 0; ) {
    const half = size >> 1;
    const isBefore = (hashes[start + half] as number) < hash;
    if (isBefore) start += half + 1;
    size = isBefore ? size - half - 1 : half;
  }
  const places: number[] = [];
  for (let at = start; hashes[at] === hash; at++) places.push(at);
  return places;
}

/** The texts of each term's forms. */
export function formsByTerm({ terms, texts, termOf }: FormTable): ReadonlyMap<TermKey, readonly { text: string }[]> {
  const forms = new Map<TermKey, { text: string }[]>(terms.map(({ key }) => [key, []]));
  for (const [number, text] of texts.split('\n').entries()) {
    forms.get((terms[termOf[number] as number] as TermHead).key)?.push({ text });
  }
  return forms;
}
