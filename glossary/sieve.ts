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

/** No word of a form is longer (UTF-16): the names in a menu that stand beside one another without room are no word. */
const LONGEST_WORD = 60;

/** What the last token of a text may be, where it is not known whether it goes on with one of an earlier text. */
interface Last {
  readonly hash: number;
  readonly length: number;
  /** The hashes of what may stand before it. */
  readonly befores: readonly number[];
}

const NOTHING: readonly Last[] = [];

const isWhole = ({ text }: FormRest) => text === '';

/** A sieve for the forms of a filter. */
export function createSieve({ has, begins, restsAt }: FormFilter): Sieve {
  const places = createTokenPlaces();
  // Whether two texts join in a word hangs on what stands between them, which is not asked here.
  let lasts = NOTHING;
  let isOpen = false; // whether the last token may go on
  let rests: FormRest[] = []; // of forms that may go on in the next text

  const isBeginning = (hash: number) => has(hash) && begins(hash);

  /** Whether a form of this hash stands at a place; what goes on where the text ends is noted. */
  const standsAt = (hash: number, text: string, start: number): boolean => {
    const found = restsAt(hash, text, start);
    if (found.length) rests = [...rests, ...found];
    return found.some(isWhole);
  };

  const isSecond = ({ hash, befores }: Last) => befores.some((before) => isBeginning(hashPair(before, hash)));

  /** Takes the token that a text begins with, which may be the rest of a word. Returns whether to let the text through. */
  const join = (text: string): boolean => {
    const hash = places.hashes[0] as number;
    const word = text.slice(0, places.ends[0]);
    const apart: Last = { hash, length: word.length, befores: lasts.map((last) => last.hash) };
    const joined = lasts.map((last) => ({
      ...last,
      hash: continueHash(last.hash, word),
      length: last.length + word.length,
    }));
    lasts = [apart, ...joined.filter(({ length }) => length <= LONGEST_WORD)];
    const isOne = has(hash) && standsAt(hash, text, places.starts[0] as number);
    return isOne || joined.some((last) => isBeginning(last.hash)) || lasts.some(isSecond);
  };

  return {
    mayHold(text) {
      const { length } = text;
      if (rests.length) {
        rests = rests.flatMap((rest) => followRest(rest, text));
        if (rests.some(isWhole)) return true;
      }
      let at = 0;
      places.count = 0;
      if (isOpen) {
        while (!places.count && startsInWord(text.charAt(at))) at = readToken(text, at, places);
        if (places.count && join(text)) return true;
      }
      let previous = NONE; // of this text
      let previousStart = 0;
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
        if (at < length && code >= 0x80) {
          places.count = 0;
          at = readToken(text, start, places);
          if (!places.count) continue;
          hash = places.hashes[0] as number;
        } else if (at++ === start) continue;
        if (has(hash) && standsAt(hash, text, start)) return true;
        if (previous === NONE) {
          if (lasts.some((last) => isBeginning(hashPair(last.hash, hash)))) return true;
        } else {
          const pair = hashPair(previous, hash);
          if (has(pair) && standsAt(pair, text, previousStart)) return true;
        }
        before = previous;
        previous = hash;
        previousStart = start;
      }
      if (previous !== NONE) {
        const befores = before === NONE ? lasts.map((last) => last.hash) : [before];
        lasts = [{ hash: previous, length: length - previousStart, befores }];
      }
      if (length) isOpen = endsInWord(text);
      return false;
    },
    reset() {
      lasts = NOTHING;
      isOpen = false;
      rests = [];
    },
  };
}
