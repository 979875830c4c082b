// Tells at once of most tokens that nothing in an index begins with them: a set that now and then says yes to a stranger.

/** Hashes of tokens have 30 bits, which V8 keeps without a box. */
export const HASH_MASK = 0x3fffffff;

/** A set of hashes; one that was added is always found. */
export interface TokenFilter {
  add(hash: number): void;
  has(hash: number): boolean;
}

/** Bits for each hash: one in so many strangers is taken for a member. */
const ROOM = 128;

/** An empty filter with room for so many hashes. */
export function createTokenFilter(members: number): TokenFilter {
  const bits = new Uint8Array(2 ** Math.ceil(Math.log2((members * ROOM) / 8 + 1)));
  const last = bits.length * 8 - 1;
  return {
    add(hash) {
      const place = (hash ^ (hash >>> 13)) & last;
      bits[place >>> 3] = (bits[place >>> 3] as number) | (1 << (place & 7));
    },
    has(hash) {
      const place = (hash ^ (hash >>> 13)) & last;
      return ((bits[place >>> 3] as number) & (1 << (place & 7))) !== 0;
    },
  };
}

/** The hash of two tokens that follow one another. */
export function hashPair(first: number, second: number): number {
  return (Math.imul(first, 0x2c1b3c6d) ^ second) & HASH_MASK;
}
