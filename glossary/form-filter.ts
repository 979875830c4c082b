// Tells at little cost whether a form may begin with a token or two: by their hash, and by the capitals that a form must have.
import { type FormTable, type TermHead, withHash } from './form-table.ts';
import { createTokenFilter } from './token-filter.ts';

/** The beginnings of some forms. */
export interface FormFilter {
  /** Whether a form may begin with the one or two tokens of this hash; now and then it says yes to a stranger. */
  has(hash: number): boolean;
  /** The same, but never yes to a stranger, nor to `word`, the last of the tokens as written, in capitals that no such form has. */
  fits(hash: number, word: string): boolean;
}

/** The beginnings of the forms of all terms that are sought. */
export function createFormFilter(table: FormTable, isSought: (term: TermHead) => boolean = () => true): FormFilter {
  const { hashes, termOf, terms, caseSensitive } = table;
  const soughtTerms = terms.map(isSought);
  const filter = createTokenFilter(hashes.length);
  for (let number = 0; number < hashes.length; number++) {
    if (soughtTerms[termOf[number] as number]) filter.add(hashes[number] as number);
  }
  let texts: readonly string[] | undefined;
  const isWritten = (number: number, word: string): boolean => {
    if (caseSensitive[number] !== '1' || BEYOND_ASCII.test(word)) return true;
    texts ??= table.texts.split('\n');
    return (texts[number] as string).includes(word);
  };
  return {
    has: filter.has,
    fits: (hash, word) =>
      withHash(hashes, hash).some((number) => soughtTerms[termOf[number] as number] && isWritten(number, word)),
  };
}

/** What may be written in other ways, by full-width letters or with invisible characters. */
const BEYOND_ASCII = /[^\0-\x7f]/;
