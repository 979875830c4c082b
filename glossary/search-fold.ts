// Makes texts comparable for the search: letters and digits only, without case, accents and width.

/** A part of a text, UTF-16 offsets, the end excluded. */
export type TextRange = readonly [start: number, end: number];

/** The letters of a text, in one run, and where each of them stands in it. */
export interface FoldedText {
  readonly letters: string;
  /** By letter: its place in the text, UTF-16. */
  readonly ranges: readonly TextRange[];
  /** Letters that begin a word, ascending. Chinese has no spaces: every character may begin one. */
  readonly wordStarts: readonly number[];
}

const LETTER = /[\p{L}\p{N}+#]/u; // C++, C#, Internet+
const PLAIN = /^[A-Za-z0-9+#\u4e00-\u9fff]$/; // the common case, quickly
const APOSTROPHE = /['’]/;
const IDEOGRAPH = /\p{Script=Han}/u;
const UPPER_CASE = /\p{Lu}/u;

/** Folds a text. `Ali Cloud`, `AliCloud` and `ali-cloud` have the same letters, and a word that begins at `c`. */
export function foldText(text: string): FoldedText {
  const ranges: TextRange[] = [];
  const wordStarts: number[] = [];
  let letters = '';
  let before = ''; // the character before, empty after a separator
  let offset = 0;
  for (const character of text) {
    const end = offset + character.length;
    for (const letter of foldCharacter(character)) {
      if (startsWord(character, before)) wordStarts.push(letters.length);
      letters += letter;
      for (let unit = 0; unit < letter.length; unit++) ranges.push([offset, end]);
      before = character;
    }
    if (isSeparator(character)) before = '';
    offset = end;
  }
  return { letters, ranges, wordStarts };
}

/** The place in the text of the letters from `start` to `end`. */
export function rangeOf({ ranges }: FoldedText, start: number, end: number): TextRange {
  return [ranges[start]?.[0] ?? 0, ranges[end - 1]?.[1] ?? 0];
}

/** Whether a text has Chinese characters. */
export function hasIdeograph(text: string): boolean {
  return IDEOGRAPH.test(text);
}

/** Whether a text has nothing but Chinese characters. */
export function isAllIdeographs(text: string): boolean {
  return /^\p{Script=Han}+$/u.test(text);
}

/** Mostly one letter, none for what separates words, several for a ligature. */
function foldCharacter(character: string): string | string[] {
  if (PLAIN.test(character)) return character.toLowerCase();
  if (character <= '~') return '';
  const plain = character.normalize('NFKD').toLowerCase();
  return [...plain].filter((letter) => LETTER.test(letter));
}

function isSeparator(character: string): boolean {
  return !APOSTROPHE.test(character) && !/\p{M}/u.test(character) && foldCharacter(character).length === 0;
}

function startsWord(character: string, before: string): boolean {
  if (before === '' || IDEOGRAPH.test(character) || IDEOGRAPH.test(before)) return true;
  return UPPER_CASE.test(character) && !UPPER_CASE.test(before); // DingTalk
}
