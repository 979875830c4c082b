// Tells at little cost of most texts that no form of an index stands in them, or begins or ends there.
import type { TermIndex } from './term-index.ts';
import { hashPair } from './token-filter.ts';
import { ASCII_WORD, createTokenPlaces, endsInWord, findTokens, nextHash, startsInWord } from './tokens.ts';

/** Sifts texts that follow one another, such as those of the nodes of a page. It may let a stranger through, never miss a form. */
export interface Sieve {
  /** Whether a form may stand in this text, or begin in the one before and go on here. */
  mayHold(text: string): boolean;
  /** Whether the text last sifted begins in the word that the one before it ended in. */
  readonly joinsWord: boolean;
  /** The next text does not follow the last one. */
  reset(): void;
}

/** The hash of no token. */
const NONE = -1;

/** A sieve for the forms of an index. */
export function createSieve({ hasFormsAt }: Pick<TermIndex, 'hasFormsAt'>): Sieve {
  const tokens = createTokenPlaces();
  let before = NONE;
  let isInWord = false;
  let joinsWord = false;

  /** Takes the next token. Returns whether a form begins at it, or at the one before. */
  const take = (hash: number): boolean => {
    const isFound = hasFormsAt(hash) || hasFormsAt(hashPair(before, hash));
    before = hash;
    return isFound;
  };
  const takeAll = (text: string): boolean => {
    const { count, hashes } = findTokens(text, tokens);
    for (let at = 0; at < count; at++) if (take(hashes[at] as number)) return true;
    return false;
  };

  return {
    mayHold(text) {
      const { length } = text;
      joinsWord = isInWord && startsInWord(text);
      if (length) isInWord = endsInWord(text);
      // Most text is plain: its words are hashed here, as `findTokens` does, but kept nowhere.
      for (let index = 0; index < length; index++) {
        const start = index;
        let hash = 0;
        for (; index < length; index++) {
          const code = text.charCodeAt(index);
          if (code >= 0x80) return takeAll(text.slice(start));
          const lower = ASCII_WORD[code] as number;
          if (!lower) break;
          hash = nextHash(hash, lower);
        }
        if (index > start && take(hash)) return true;
      }
      return false;
    },
    get joinsWord() {
      return joinsWord;
    },
    reset() {
      before = NONE;
      isInWord = joinsWord = false;
    },
  };
}
