// Tells at once of most tokens that nothing in an index begins with them: a set that now and then says yes to a stranger.

/** Hashes of tokens have 30 bits, which V8 keeps without a box. */
export const HASH_MASK = 0x3fffffff;

/** A set of hashes; one that was added is always found. */
export interface TokenFilter {
  add(hash: number): void;
  has(hash: number): boolean;
  /** As text in ASCII, for `readTokenFilter`. */
  layOut(): string;
}

/** Bits for each hash: one in so many strangers is taken for a member. */
const ROOM = 64;

/** A byte without members is the letter `@`, one with all that it can hold an `O`: browsers make bytes of letters at once. */
const EMPTY = 0x40;
const BITS_A_BYTE = 4;

/** Every browser and Node have them, no version of the language does. */
const { TextDecoder, TextEncoder } = globalThis as unknown as {
  readonly TextDecoder: new () => { decode(bytes: Uint8Array): string };
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
};

/** A filter of some hashes. Each that is added later makes it take more strangers for members. */
export function createTokenFilter(hashes: readonly number[]): TokenFilter {
  const size = 2 ** Math.ceil(Math.log2((hashes.length * ROOM) / BITS_A_BYTE + 1));
  const filter = filterOver(new Uint8Array(size).fill(EMPTY));
  for (const hash of hashes) filter.add(hash);
  return filter;
}

/** A filter that was laid out. */
export function readTokenFilter(text: string): TokenFilter {
  return filterOver(new TextEncoder().encode(text));
}

function filterOver(bytes: Uint8Array): TokenFilter {
  const last = bytes.length * BITS_A_BYTE - 1;
  return {
    add(hash) {
      const place = (hash ^ (hash >>> 13)) & last;
      bytes[place >>> 2] = (bytes[place >>> 2] as number) | (1 << (place & 3));
    },
    has(hash) {
      const place = (hash ^ (hash >>> 13)) & last;
      return ((bytes[place >>> 2] as number) & (1 << (place & 3))) !== 0;
    },
    layOut: () => new TextDecoder().decode(bytes),
  };
}

/** The hash of two tokens that follow one another. */
export function hashPair(first: number, second: number): number {
  return (Math.imul(first, 0x2c1b3c6d) ^ second) & HASH_MASK;
}
