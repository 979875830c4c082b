// Tells at once of most tokens that nothing in an index begins with them: a set that now and then says yes to a stranger.

/** Hashes of tokens have 30 bits, which V8 keeps without a box. */
export const HASH_MASK = 0x3fffffff;

/** A set of hashes; one that was added is always found. */
export interface TokenFilter {
  add(hash: number): void;
  has(hash: number): boolean;
}

/** Room for each hash: one in so many strangers is taken for a member. */
const BITS_A_MEMBER = 32;

/** An empty filter with room for so many hashes. */
export function createTokenFilter(members: number): TokenFilter {
  const width = Math.min(31, Math.max(10, Math.ceil(Math.log2(members * BITS_A_MEMBER + 1))));
  const bits = new Uint32Array(1 << (width - 5));
  const shift = 32 - width;
  return {
    add(hash) {
      const place = spread(hash) >>> shift;
      bits[place >>> 5] = (bits[place >>> 5] as number) | (1 << (place & 31));
    },
    has(hash) {
      const place = spread(hash) >>> shift;
      return ((bits[place >>> 5] as number) & (1 << (place & 31))) !== 0;
    },
  };
}

/** The hash of two tokens that follow one another. */
export function hashPair(first: number, second: number): number {
  return (Math.imul(first, 0x2c1b3c6d) ^ second) & HASH_MASK;
}

/** Lets every bit of a hash tell in the upper ones (Knuth's multiplicative hashing). */
function spread(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
}
