// Finds names by what a reader types: as they are written, in pinyin, and misspelt.
import type { Term } from './model.ts';
import { type FoldedText, foldText, hasIdeograph, isAllIdeographs, rangeOf, type TextRange } from './search-fold.ts';
import { matchPinyin, spellPinyin } from './search-pinyin.ts';
import { isEmptyWord, type Query } from './search-query.ts';
import { findNearMatch } from './search-typos.ts';

/** How well a name fits a query; a lower one wins. */
export const Fit = {
  exact: 0,
  exactPinyin: 1,
  prefix: 2,
  pinyinPrefix: 3,
  word: 4,
  wordStart: 5,
  initials: 6,
  pinyinInside: 7,
  inside: 8,
  initialsPrefix: 9,
  similar: 10,
} as const;

/** A name of a term, ready to be searched. */
export interface SearchableName {
  readonly text: string;
  /** Where it is known. */
  readonly lang?: string;
  readonly folded: FoldedText;
  /** Where a query may begin inside the name: no word like `the`. */
  readonly starts: readonly number[];
  readonly isHidden: boolean;
  /** The label, or the first name in a language. */
  readonly isPreferred: boolean;
  readonly hasPinyin: boolean;
}

/** How a name fits, and the part that was matched. */
export interface NameMatch {
  readonly name: SearchableName;
  readonly fit: number;
  /** Among equals of `fit`: errors in the query, or how unlikely it was meant. */
  readonly cost: number;
  readonly ranges: readonly TextRange[];
}

const MIN_INSIDE = 4; // letters; shorter queries are inside too many names
const MIN_PINYIN_INSIDE = 2; // characters
const MIN_INITIALS = 3; // characters, of a name that goes on
const MIN_SIMILAR_PINYIN = 6; // letters

/** All names of a term, its label first. */
export function searchableNames({ label, aliases = [], hiddenForms = [], translations = {} }: Term): SearchableName[] {
  return [
    searchableName(label, { isPreferred: true }),
    ...aliases.map((text) => searchableName(text)),
    ...hiddenForms.map((text) => searchableName(text, { isHidden: true })),
    ...Object.entries(translations).flatMap(([lang, texts]) =>
      texts.map((text, index) => searchableName(text, { lang, isPreferred: index === 0 })),
    ),
  ];
}

type NameTraits = Partial<Pick<SearchableName, 'lang' | 'isHidden' | 'isPreferred'>>;

function searchableName(
  text: string,
  { lang, isHidden = false, isPreferred = false }: NameTraits = {},
): SearchableName {
  const folded = foldText(text);
  const { letters, wordStarts } = folded;
  const starts = wordStarts.filter((start, index) => !isEmptyWord(letters.slice(start, wordStarts[index + 1])));
  return { text, lang, folded, starts, isHidden, isPreferred, hasPinyin: hasIdeograph(text) };
}

/** How a name that is spelt as the query is fits it, or `null`. */
export function matchName(name: SearchableName, query: Query): NameMatch | null {
  const written = matchWritten(name, query);
  if (!name.hasPinyin || (written && written.fit <= Fit.prefix)) return written;
  const spoken = matchSpoken(name, query.letters);
  return spoken && (!written || spoken.fit < written.fit) ? spoken : written;
}

function matchWritten(name: SearchableName, query: Query): NameMatch | null {
  const { letters, wordStarts } = name.folded;
  const wanted = query.letters;
  const match = (fit: number, start: number) => toMatch(name, fit, start, start + wanted.length);
  if (letters.startsWith(wanted)) return match(letters === wanted ? Fit.exact : Fit.prefix, 0);
  const start = name.starts.find((index) => letters.startsWith(wanted, index));
  if (start !== undefined) {
    const end = start + wanted.length;
    return match(end === letters.length || wordStarts.includes(end) ? Fit.word : Fit.wordStart, start);
  }
  const words = matchWords(name, query.words);
  if (words) return words;
  const inside = letters.indexOf(wanted);
  return inside < 0 || wanted.length < MIN_INSIDE || isAcrossWords(name, inside, wanted.length)
    ? null
    : match(Fit.inside, inside);
}

function isAcrossWords({ folded }: SearchableName, start: number, length: number): boolean {
  return folded.wordStarts.some((wordStart) => wordStart > start && wordStart < start + length);
}

/** Each of several words of the query begins a word of its own in the name, in any order. */
function matchWords(name: SearchableName, words: readonly string[]): NameMatch | null {
  if (words.length < 2) return null;
  const free = new Set(name.folded.wordStarts);
  const ranges: TextRange[] = [];
  for (const word of words) {
    const start = [...free].find((index) => name.folded.letters.startsWith(word, index));
    if (start === undefined) return null;
    free.delete(start);
    ranges.push(rangeOf(name.folded, start, start + word.length));
  }
  return { name, fit: Fit.wordStart, cost: 0, ranges: ranges.sort((a, b) => a[0] - b[0]) };
}

function matchSpoken(name: SearchableName, wanted: string): NameMatch | null {
  const { letters } = name.folded;
  const whole = matchPinyin(letters, wanted);
  if (whole) {
    const isWhole = whole.end === letters.length && !whole.isUnfinished;
    if (!whole.abbreviated) return toMatch(name, isWhole ? Fit.exactPinyin : Fit.pinyinPrefix, 0, whole.end);
    if (whole.end === letters.length && wanted.length > 1) {
      // 百度 is abbreviated so, B端 hardly
      return { ...toMatch(name, Fit.initials, 0, whole.end), cost: isAllIdeographs(letters) ? 0 : 1 };
    }
    if (whole.end >= MIN_INITIALS) return toMatch(name, Fit.initialsPrefix, 0, whole.end);
  }
  for (let start = 1; start < letters.length; start++) {
    const inside = matchPinyin(letters, wanted, start);
    if (inside && !inside.abbreviated && inside.end - start >= MIN_PINYIN_INSIDE) {
      return toMatch(name, Fit.pinyinInside, start, inside.end);
    }
  }
  return null;
}

/** How a name that the query nearly spells fits it, or `null`. */
export function matchSimilarName(name: SearchableName, { letters: wanted }: Query): NameMatch | null {
  const { letters } = name.folded;
  if (name.hasPinyin && !hasIdeograph(wanted)) return matchSimilarPinyin(name, wanted);
  const near = findNearMatch(wanted, letters, name.starts);
  return near && { ...toMatch(name, Fit.similar, near.start, near.end), cost: near.cost };
}

function matchSimilarPinyin(name: SearchableName, wanted: string): NameMatch | null {
  if (wanted.length < MIN_SIMILAR_PINYIN) return null;
  const pinyin = spellPinyin(name.folded.letters);
  const near = findNearMatch(wanted, pinyin, [0]);
  if (near?.end !== pinyin.length) return null;
  return { ...toMatch(name, Fit.similar, 0, name.folded.letters.length), cost: near.cost };
}

function toMatch(name: SearchableName, fit: number, start: number, end: number): NameMatch {
  return { name, fit, cost: 0, ranges: [rangeOf(name.folded, start, end)] };
}
