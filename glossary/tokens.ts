// Cuts text into the tokens that spotting looks up: words of alphabetic scripts, and single characters of Chinese.
import { HASH_MASK } from './token-filter.ts';

/** Where the tokens of one text are, in its order. The arrays run in parallel, as far as `count`; offsets are UTF-16. */
export interface TokenPlaces {
  count: number;
  readonly starts: number[];
  readonly ends: number[];
  /** The same for the same key (`hashKey`), and seldom for others: most tokens need no key. */
  readonly hashes: number[];
}

/** Tokens with their keys. */
export interface Tokens extends Readonly<TokenPlaces> {
  /** Lower-case, full-width letters made plain, invisible characters left out. */
  readonly keys: readonly string[];
}

const SEPARATOR = 0;
const WORD = 1;
const IDEOGRAPH = 2;
const INVISIBLE = 3;
/** A word character whose key differs from it in more than case. */
const FULL_WIDTH = 4;

const INVISIBLE_CHARACTERS = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|[\ufe00-\ufe0f]/g;
/** Costs 7 ms to compile: asked only about characters that few pages have. */
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;

/** The class of a UTF-16 code unit; anything not known to be part of a word separates. */
function classOf(code: number): number {
  if (code < 0x80) {
    const isDigit = code >= 0x30 && code <= 0x39;
    const isLetter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
    return isDigit || isLetter ? WORD : SEPARATOR;
  }
  if (code < 0xc0)
    return code === 0xad ? INVISIBLE : code === 0xaa || code === 0xb5 || code === 0xba ? WORD : SEPARATOR;
  if (code < 0x2b0) return code === 0xd7 || code === 0xf7 ? SEPARATOR : WORD;
  if (isInvisible(code)) return INVISIBLE;
  if (code >= 0x2010 && code < 0x2e80) return SEPARATOR;
  if (isGluedScript(code)) return IDEOGRAPH;
  if (isIdeograph(code)) return IDEOGRAPH;
  if (code >= 0xff00) return isFullWidth(code) ? FULL_WIDTH : SEPARATOR;
  if (code >= 0x3000 && code <= 0x3020) return SEPARATOR; // Chinese full stops, commas and brackets
  if (code >= 0xd800 && code < 0xf900) return SEPARATOR; // surrogates, and the icons of fonts
  return WORD_CHARACTER.test(String.fromCharCode(code)) ? WORD : SEPARATOR;
}

function isInvisible(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0xfe00 && code <= 0xfe0f) || // chooses how the character before it looks
    code === 0xfeff
  );
}

/** Han characters, kana and bopomofo: scripts written without spaces, so every character is a token. */
function isIdeograph(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x3040 && code <= 0x312f && code !== 0x30fb) ||
    (code >= 0x3005 && code <= 0x3007) ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}

/** Thai, Lao, Burmese, Khmer, and Korean, whose particles follow a foreign word without a space. */
function isGluedScript(code: number): boolean {
  return (
    (code >= 0x0e00 && code <= 0x0eff) ||
    (code >= 0x1000 && code <= 0x109f) ||
    (code >= 0x1780 && code <= 0x17ff) ||
    (code >= 0xac00 && code <= 0xd7af)
  );
}

function isFullWidth(code: number): boolean {
  return (code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
}

/** Whether a character (one UTF-16 unit) is part of a token. */
export function isWordCharacter(character: string): boolean {
  if (character === '') return false;
  const kind = classOf(character.charCodeAt(0));
  return kind !== SEPARATOR && kind !== INVISIBLE;
}

/** Whether a text may begin with the rest of a word. */
export function startsInWord(text: string): boolean {
  return isInsideWord(text.charCodeAt(0));
}

/** Whether a text may end with the beginning of a word. */
export function endsInWord(text: string): boolean {
  return isInsideWord(text.charCodeAt(text.length - 1));
}

/** Letters and digits that form words, and invisible characters, which may stand inside one. No character has the code `NaN`. */
function isInsideWord(code: number): boolean {
  const kind = Number.isNaN(code) ? SEPARATOR : classOf(code);
  return kind !== SEPARATOR && kind !== IDEOGRAPH;
}

/** Whether a character that stands beside a token is written without spaces. */
export function isUnspacedScript(character: string): boolean {
  return character !== '' && isIdeograph(character.charCodeAt(0));
}

/** The text without invisible characters. */
export function stripInvisible(text: string): string {
  return text.replace(INVISIBLE_CHARACTERS, '');
}

/** The text as it would be written plainly: no invisible characters, no full-width letters; case is kept. */
export function plainText(text: string): string {
  return stripInvisible(text).replace(/[\uff10-\uff5a]/g, (character) =>
    isFullWidth(character.charCodeAt(0)) ? String.fromCharCode(character.charCodeAt(0) - 0xfee0) : character,
  );
}

/** Cuts a text into tokens. */
export function tokenize(text: string): Tokens {
  const places = findTokens(text);
  return { ...places, keys: places.starts.map((start, at) => keyOf(text.slice(start, places.ends[at]))) };
}

/** Whether a token of a text has this key. */
export function hasKeyAt(text: string, { starts, ends }: TokenPlaces, at: number, key: string): boolean {
  const start = starts[at] as number;
  const end = ends[at] as number;
  const isAsWritten = end - start === key.length && text.startsWith(key, start);
  return isAsWritten || keyOf(text.slice(start, end)) === key;
}

function keyOf(word: string): string {
  return (BEYOND_ASCII.test(word) ? plainText(word) : word).toLowerCase();
}

const BEYOND_ASCII = /[^\0-\x7f]/;

/** A number for a key, 30 bits wide. */
export function hashKey(key: string): number {
  let hash = 0;
  for (let index = 0; index < key.length; index++) hash = nextHash(hash, key.charCodeAt(index));
  return hash;
}

/** The hash of a key that goes on with a word, as it is written. */
export function continueHash(hash: number, word: string): number {
  const key = keyOf(word);
  let next = hash;
  for (let index = 0; index < key.length; index++) next = nextHash(next, key.charCodeAt(index));
  return next;
}

/** Hashes on by one character (its code, in lower case). */
export function nextHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) & HASH_MASK;
}

/** ASCII code to the code in lower case; 0 for what separates. */
export const ASCII_WORD = Uint8Array.from({ length: 0x80 }, (_, code) =>
  classOf(code) === WORD ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : 0,
);

/** Places for the tokens of any text, one after another. */
export function createTokenPlaces(): TokenPlaces {
  return { count: 0, starts: [], ends: [], hashes: [] };
}

/**
 * Finds the tokens of a text. One pass over its characters, which makes no strings of plain words, and no arrays where
 * it is given places that are no longer needed.
 */
export function findTokens(text: string, places: TokenPlaces = createTokenPlaces()): TokenPlaces {
  places.count = 0;
  const length = text.length;
  let index = 0;
  while (index < length) {
    const start = index;
    let hash = 0;
    let code = 0;
    let lower = 0;
    for (; index < length; index++) {
      code = text.charCodeAt(index);
      lower = code < 0x80 ? (ASCII_WORD[code] as number) : 0;
      if (!lower) break;
      hash = nextHash(hash, lower);
    }
    if (index < length && code >= 0x80) index = readToken(text, start, places);
    else {
      if (index > start) push(places, start, index, hash);
      index++;
    }
  }
  return places;
}

/** Reads the token that begins at a place, if one does there, and adds it to the places. Returns where to go on. */
export function readToken(text: string, start: number, places: TokenPlaces): number {
  const code = text.charCodeAt(start);
  const kind = classOf(code);
  if (kind === WORD || kind === FULL_WIDTH) return readWord(text, start, places);
  if (kind === IDEOGRAPH) push(places, start, start + 1, nextHash(0, code));
  return start + 1;
}

/** Reads the word that begins here; invisible characters inside it belong to it. Returns where it ends. */
function readWord(text: string, start: number, places: TokenPlaces): number {
  let end = start;
  for (let index = start; index < text.length; index++) {
    const kind = classOf(text.charCodeAt(index));
    if (kind === SEPARATOR || kind === IDEOGRAPH) break;
    if (kind !== INVISIBLE) end = index + 1;
  }
  push(places, start, end, hashKey(keyOf(text.slice(start, end))));
  return end;
}

function push(places: TokenPlaces, start: number, end: number, hash: number): void {
  const at = places.count++;
  places.starts[at] = start;
  places.ends[at] = end;
  places.hashes[at] = hash;
}
