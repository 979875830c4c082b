// Cuts text into the tokens that spotting looks up: words of alphabetic scripts, and single characters of Chinese.

/** Tokens of one text, in its order. The arrays run in parallel; offsets are UTF-16. */
export interface Tokens {
  readonly starts: number[];
  readonly ends: number[];
  /** Lower-case, full-width letters made plain, invisible characters left out. */
  readonly keys: string[];
}

const SEPARATOR = 0;
const WORD = 1;
const IDEOGRAPH = 2;
const INVISIBLE = 3;
/** A word character whose key differs from it in more than case. */
const FULL_WIDTH = 4;

const INVISIBLE_CHARACTERS = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|[\ufe00-\ufe0f]/g;
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
  if (code >= 0xd800 && code < 0xe000) return SEPARATOR;
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

/** Cuts a text into tokens. One pass over its characters. */
export function tokenize(text: string): Tokens {
  const tokens: Tokens = { starts: [], ends: [], keys: [] };
  const length = text.length;
  let index = 0;
  while (index < length) {
    const kind = classOf(text.charCodeAt(index));
    if (kind === WORD || kind === FULL_WIDTH) index = readWord(text, index, tokens);
    else {
      if (kind === IDEOGRAPH) push(tokens, index, index + 1, text.charAt(index));
      index++;
    }
  }
  return tokens;
}

/** Reads the word that begins here; invisible characters inside it belong to it. Returns where it ends. */
function readWord(text: string, start: number, tokens: Tokens): number {
  let end = start;
  let isPlain = true;
  for (let index = start; index < text.length; index++) {
    const kind = classOf(text.charCodeAt(index));
    if (kind === SEPARATOR || kind === IDEOGRAPH) break;
    if (kind !== WORD) isPlain = false;
    if (kind !== INVISIBLE) end = index + 1;
  }
  const word = text.slice(start, end);
  push(tokens, start, end, (isPlain ? word : plainText(word)).toLowerCase());
  return end;
}

function push(tokens: Tokens, start: number, end: number, key: string): void {
  tokens.starts.push(start);
  tokens.ends.push(end);
  tokens.keys.push(key);
}
