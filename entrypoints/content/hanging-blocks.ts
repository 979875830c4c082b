// Remembers which blocks hang on which texts beside them, and forgets both as they go.

/** The blocks of one document that hang on texts. */
export interface HangingBlocks<B> {
  /** A block hangs on these texts, too. */
  add(block: B, texts: Iterable<Text>): void;
  /** The texts that a block hangs on. */
  textsOf(block: B): Iterable<Text>;
  /** The blocks that hang on a text; from now on they hang on it no more. */
  takeFrom(text: Text): readonly B[];
  /** A block has gone. */
  forget(block: B): void;
}

/** None to begin with. */
export function createHangingBlocks<B extends object>(): HangingBlocks<B> {
  const blocksOf = new WeakMap<Text, Set<B>>();
  const textsOf = new WeakMap<B, Set<Text>>();

  return {
    add(block, texts) {
      const own = textsOf.get(block) ?? new Set();
      textsOf.set(block, own);
      for (const text of texts) {
        own.add(text);
        blocksOf.set(text, (blocksOf.get(text) ?? new Set()).add(block));
      }
    },
    textsOf: (block) => textsOf.get(block) ?? [],
    takeFrom(text) {
      const blocks = [...(blocksOf.get(text) ?? [])];
      blocksOf.delete(text);
      for (const block of blocks) textsOf.get(block)?.delete(text);
      return blocks;
    },
    forget(block) {
      // Else a text that never changes would keep every block that it has ever stood beside.
      for (const text of textsOf.get(block) ?? []) blocksOf.get(text)?.delete(block);
      textsOf.delete(block);
    },
  };
}
