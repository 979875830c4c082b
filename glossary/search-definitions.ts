// The definitions as the search reads them: cut into words, compared with a query’s, and marked.
import { localize, type Term, type TermKey } from './model.ts';
import { foldText, hasIdeograph, rangeOf, type TextRange } from './search-fold.ts';
import { isEmptyWord } from './search-query.ts';

/** A definition in one language, with the names in it that a reader may describe the term by. */
export interface Description {
  readonly key: TermKey;
  readonly lang: string;
  readonly definition: string;
  /** Names and definition. */
  readonly text: string;
  readonly words: readonly string[];
}

const ENOUGH_WORDS = 0.6; // of a query
const STEM = 0.6; // of a word: companies, company; Chinese, China
const SHORTEST_STEM = 4; // letters
const LONGEST_ENDING = 2; // letters, of a word that is too short for a stem

/** The definitions of all senses of a term in all languages. */
export function describeTerm({ key, term }: { readonly key: TermKey; readonly term: Term }): Description[] {
  return term.senses.flatMap(({ definition }) =>
    Object.entries(definition).map(([lang, text]) => {
      const names = term.translations?.[lang] ?? [term.label, ...(term.aliases ?? [])];
      const all = [...names, text].join('. ');
      return { key, lang, definition: text, text: all, words: splitWords(all) };
    }),
  );
}

/** Words of alphabetic scripts, folded, without empty ones like `the`; pairs of Chinese characters. */
export function splitWords(text: string): string[] {
  const runs = text.match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu) ?? [];
  return runs.flatMap((run) => {
    const { letters } = foldText(run);
    if (hasIdeograph(run)) return pairsOf(letters);
    return isEmptyWord(letters) ? [] : [letters];
  });
}

function pairsOf(letters: string): string[] {
  const characters = [...letters];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** Whether most of these words are in a description, be it with another ending. */
export function saysEnough(description: Description, words: readonly string[]): boolean {
  const said = words.filter((word) => description.words.some((other) => isFormOf(other, word)));
  return words.length > 0 && said.length / words.length >= ENOUGH_WORDS;
}

function isFormOf(other: string, word: string): boolean {
  if (hasIdeograph(word)) return other === word;
  if (word.length < SHORTEST_STEM) return other.startsWith(word) && other.length <= word.length + LONGEST_ENDING;
  return other.startsWith(word.slice(0, Math.max(SHORTEST_STEM, Math.floor(word.length * STEM))));
}

/** Each term once, at its first place, described in the reader’s language where that was found too. */
export function inReadersLanguage(found: readonly Description[], languages: readonly string[]): Description[] {
  const first = new Map<TermKey, Description>();
  for (const description of found) {
    const other = first.get(description.key);
    if (!other || isPreferred(description, other, languages)) first.set(description.key, description);
  }
  return [...first.values()];
}

function isPreferred(a: Description, b: Description, languages: readonly string[]): boolean {
  return a.lang !== b.lang && localize({ [b.lang]: '', [a.lang]: '' }, languages).lang === a.lang;
}

/** The words in a text that begin as a word of the query does. */
export function markWords(text: string, words: readonly string[]): TextRange[] {
  const folded = foldText(text);
  const ranges = words.flatMap((word) => {
    const start = folded.wordStarts.find((index) => folded.letters.startsWith(word, index));
    return start === undefined ? [] : [rangeOf(folded, start, start + word.length)];
  });
  return ranges.sort((a, b) => a[0] - b[0]);
}
