// Chooses the token that a cue is looked up by.
import { firstTokens } from './form-table.ts';
import type { TokenPlaces } from './tokens.ts';

/**
 * The token that a cue is looked up by, and its hash: the longest, since it is rare, or where all are single characters
 * the first two together.
 */
export function anchorOf(tokens: Readonly<TokenPlaces>): { at: number; hash: number } {
  const { count, starts, ends, hashes } = tokens;
  const lengthOf = (at: number) => (ends[at] as number) - (starts[at] as number);
  let longest = 0;
  for (let at = 1; at < count; at++) if (lengthOf(at) > lengthOf(longest)) longest = at;
  if (lengthOf(longest) === 1) return { at: 0, hash: firstTokens(tokens) };
  return { at: longest, hash: hashes[longest] as number };
}
