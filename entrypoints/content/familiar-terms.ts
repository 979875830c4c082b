// Tells how bright a term is painted while terms fade, by what the reader has looked up and when.
import type { TermKey } from '../../glossary/model.ts';
import {
  type Brightness,
  brightnessOf,
  type Familiarity,
  readFamiliarity,
  watchFamiliarity,
} from '../shared/familiarity.ts';

/** How familiar terms are; nothing is read before it is followed. */
export interface FamiliarTerms {
  /** Follows the reader, or lets all terms be lit. Returns whether it is known by now; else a change will tell. */
  follow(isFading: boolean): boolean;
  brightnessOf(key: TermKey): Brightness;
}

/** Calls back when it is known how familiar terms are, and after every change. */
export function createFamiliarTerms(onChange: () => void, signal: AbortSignal): FamiliarTerms {
  let isFading = false;
  let isFollowing = false;
  let familiarity: Familiarity | null = null;

  const take = (changed: Familiarity) => {
    familiarity = changed;
    onChange();
  };
  const begin = async () => {
    isFollowing = true;
    watchFamiliarity(take, signal);
    const stored = await readFamiliarity();
    if (!familiarity && !signal.aborted) take(stored);
  };
  return {
    follow(wanted) {
      isFading = wanted;
      if (wanted && !isFollowing) void begin();
      return !wanted || familiarity !== null;
    },
    brightnessOf: (key) => (isFading && familiarity ? brightnessOf(familiarity, key, Date.now()) : 'lit'),
  };
}
