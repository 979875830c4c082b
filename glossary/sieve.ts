// Tells at little cost of most texts that no form stands in them, or begins or ends there.
import type { FormFilter } from './form-filter.ts';
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

/** A word that is cut into more pieces than this is let through. */
const MOST_PIECES = 16;

const NOTHING: readonly number[] = [];

/** A sieve for the forms of a filter. */
export function createSieve({ has, fits }: FormFilter): Sieve {
  const places = createTokenPlaces();
  // Whether two texts join in a word hangs on what stands between them, which is not asked here: a text that begins in a
  // word may go on with the last token of those before, so there are several that the last token may be.
  let lasts = NOTHING;
  let befores = NOTHING; // and what may stand before it
  let isOpen = false; // whether the last token may go on

  const hasPair = (first: number, second: number) => has(hashPair(first, second));

  /** Takes the token that a text begins with, which may be the rest of a word. Returns whether to let the text through. */
  const join = (hash: number, word: string): boolean => {
    const joined = lasts.map((last) => continueHash(last, word));
    const isFound =
      has(hash) ||
      lasts.some((last) => hasPair(last, hash)) ||
      joined.some((whole) => has(whole) || befores.some((before) => hasPair(before, whole)));
    befores = [...befores, ...lasts];
    lasts = [hash, ...joined];
    return isFound || lasts.length > MOST_PIECES;
  };

  /** Whether a form begins with the token that stands there, or with the one before it and this. */
  const beginsAt = (previous: number, hash: number, text: string, start: number, end: number): boolean => {
    if (has(hash) && fits(hash, text.slice(start, end))) return true;
    const candidates = previous === NONE ? lasts : [previous];
    return candidates.some((first) => hasPair(first, hash) && fits(hashPair(first, hash), text.slice(start, end)));
  };

  return {
    mayHold(text) {
      const { length } = text;
      let at = 0;
      places.count = 0;
      if (isOpen) {
        while (!places.count && startsInWord(text.charAt(at))) at = readToken(text, at, places);
        if (places.count && join(places.hashes[0] as number, text.slice(0, places.ends[0]))) return true;
      }
      let previous = NONE; // of this text
      let before = NONE;
      while (at < length) {
        const start = at;
        let hash = 0;
        let code = 0;
        for (; at < length; at++) {
          code = text.charCodeAt(at);
          const lower = code < 0x80 ? (ASCII_WORD[code] as number) : 0;
          if (!lower) break;
          hash = nextHash(hash, lower);
        }
        let end = at;
        if (at < length && code >= 0x80) {
          places.count = 0;
          at = readToken(text, start, places);
          if (!places.count) continue;
          hash = places.hashes[0] as number;
          end = places.ends[0] as number;
        } else {
          at++;
          if (end === start) continue;
        }
        const isPlain = previous !== NONE && !has(hash) && !hasPair(previous, hash);
        if (!isPlain && beginsAt(previous, hash, text, start, end)) return true;
        before = previous;
        previous = hash;
      }
      if (previous !== NONE) {
        befores = before === NONE ? lasts : [before];
        lasts = [previous];
      }
      if (length) isOpen = endsInWord(text);
      return false;
    },
    reset() {
      lasts = befores = NOTHING;
      isOpen = false;
    },
  };
}
