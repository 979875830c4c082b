// Tells at little cost of most texts that no form stands in them, or begins or ends there.
import { type FormFilter, type FormRest, followRest } from './form-filter.ts';
import { hashPair } from './token-filter.ts';
import {
  ASCII_WORD,
  continueHash,
  createTokenPlaces,
  endsInWord,
  nextHash,
  readToken,
  startsInWord,
} from './tokens.ts';

/** Sifts texts that follow one another, such as those of the nodes of a page. It may let a stranger through, never miss a form. */
export interface Sieve {
  /** Whether a form may stand in this text, or begin in those before and go on here. After a yes, `reset` it. */
  mayHold(text: string): boolean;
  /** The next text does not follow the last one. */
  reset(): void;
}

/** The hash of no token. */
const NONE = -1;

/** No place in a text. */
const FOUND = -1;

/** Not the code of a character in lower case. */
const NO_ASCII = -1;

/** No word of a form is longer (UTF-16): the names in a menu that stand beside one another without room are no word. */
const LONGEST_WORD = 60;

/** What else the last token of a text may be: one that began in an earlier text, of which it is not known whether it ended there. */
interface Longer {
  readonly hash: number;
  readonly length: number;
  /** The hashes of what may stand before it. */
  readonly befores: readonly number[];
}

const NOTHING: readonly never[] = [];

const isWhole = ({ text }: FormRest) => text === '';

/** A sieve for the forms of a filter. */
export function createSieve({ has, begins, restsAt }: FormFilter): Sieve {
  const places = createTokenPlaces();
  // Whether two texts join in a word hangs on what stands between them, which is not asked here.
  let last = NONE;
  let lastLength = 0;
  let befores: readonly number[] = NOTHING; // what may stand before it, where that is in an earlier text
  let before = NONE; // what does, where it is in the same one
  let longer: readonly Longer[] = NOTHING;
  let isOpen = false; // whether the last token may go on
  let rests: readonly FormRest[] = NOTHING; // of forms that may go on in the next text

  const isBeginning = (hash: number) => has(hash) && begins(hash);

  /** Whether a form of this hash stands at a place; what goes on where the text ends is noted. */
  const standsAt = (hash: number, text: string, start: number): boolean => {
    const found = restsAt(hash, text, start);
    if (found.length) rests = [...rests, ...found];
    return found.some(isWhole);
  };

  const lasts = (): readonly Longer[] => {
    if (last === NONE) return longer;
    return [{ hash: last, length: lastLength, befores: before === NONE ? befores : [before] }, ...longer];
  };

  /** Takes the token that a text begins with, which may be the rest of a word. Returns whether to let the text through. */
  const join = (text: string): boolean => {
    const hash = places.hashes[0] as number;
    const word = text.slice(0, places.ends[0]);
    const joined = lasts().map((earlier) => ({
      ...earlier,
      hash: continueHash(earlier.hash, word),
      length: earlier.length + word.length,
    }));
    befores = lasts().map((earlier) => earlier.hash);
    before = NONE;
    longer = joined.filter(({ length }) => length <= LONGEST_WORD);
    last = hash;
    lastLength = word.length;
    const isOne = has(hash) && standsAt(hash, text, places.starts[0] as number);
    const isSecond = (token: Longer) => token.befores.some((first) => isBeginning(hashPair(first, token.hash)));
    return isOne || longer.some((token) => isBeginning(token.hash)) || lasts().some(isSecond);
  };

  /** Whether a form begins with the last token of an earlier text and this one. */
  const followsLast = (hash: number): boolean =>
    (last !== NONE && isBeginning(hashPair(last, hash))) ||
    longer.some((earlier) => isBeginning(hashPair(earlier.hash, hash)));

  // The tokens of the text that is being sifted.
  let previous = NONE;
  let previousStart = 0;
  let earlier = NONE; // the one before it

  /**
   * Passes over plain words from a place on, and returns the place of the token to look at more closely, or the end.
   * Nearly all time is spent here: nothing else is called, so that browsers compile it at once and for good.
   */
  const passOver = (text: string, from: number): number => {
    const { length } = text;
    let token = previous;
    let tokenStart = previousStart;
    let beforeToken = earlier;
    let first = token === NONE ? last : token; // of a pair with the next one
    let stop = longer.length && token === NONE ? from : length;
    for (let at = from; at < stop; at++) {
      const start = at;
      let hash = 0;
      let lower = 0;
      for (; at < length; at++) {
        const code = text.charCodeAt(at);
        lower = code < 0x80 ? (ASCII_WORD[code] as number) : NO_ASCII;
        if (lower === 0 || lower === NO_ASCII) break;
        hash = nextHash(hash, lower);
      }
      if (lower === NO_ASCII) stop = start;
      else if (at > start) {
        if (has(hash) || has(hashPair(first, hash))) stop = start;
        else {
          beforeToken = token;
          token = first = hash;
          tokenStart = start;
        }
      }
    }
    previous = token;
    previousStart = tokenStart;
    earlier = beforeToken;
    return stop;
  };

  /** Takes the token at a place, if there is one. Returns where to go on, or `FOUND`. */
  const take = (text: string, start: number): number => {
    places.count = 0;
    const end = readToken(text, start, places);
    if (!places.count) return end;
    const hash = places.hashes[0] as number;
    if (has(hash) && standsAt(hash, text, start)) return FOUND;
    if (previous === NONE) {
      if (followsLast(hash)) return FOUND;
    } else {
      const pair = hashPair(previous, hash);
      if (has(pair) && standsAt(pair, text, previousStart)) return FOUND;
    }
    earlier = previous;
    previous = hash;
    previousStart = start;
    return end;
  };

  /** Takes all tokens of a text from a place on. Returns whether to let it through. */
  const takeAll = (text: string, from: number): boolean => {
    const { length } = text;
    previous = earlier = NONE;
    for (let at = passOver(text, from); at < length; at = passOver(text, at)) {
      at = take(text, at);
      if (at === FOUND) return true;
    }
    if (previous === NONE) return false;
    if (earlier === NONE)
      befores = longer.length ? lasts().map((token) => token.hash) : last === NONE ? NOTHING : [last];
    before = earlier;
    last = previous;
    lastLength = length - previousStart;
    longer = NOTHING;
    return false;
  };

  return {
    mayHold(text) {
      if (rests.length) {
        rests = rests.flatMap((rest) => followRest(rest, text));
        if (rests.some(isWhole)) return true;
      }
      let at = 0;
      if (isOpen) {
        places.count = 0;
        while (!places.count && at < text.length && startsInWord(text.charAt(at))) at = readToken(text, at, places);
        if (places.count && join(text)) return true;
      }
      if (takeAll(text, at)) return true;
      if (text.length) isOpen = endsInWord(text);
      return false;
    },
    reset() {
      last = before = NONE;
      befores = longer = rests = NOTHING;
      isOpen = false;
    },
  };
}
