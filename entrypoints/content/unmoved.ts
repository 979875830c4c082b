// Finds lit occurrences again in a text that has changed around them: what stands as it did need not go dark.
import { type Match, scanText } from '../../glossary/matcher.ts';
import type { TermIndex } from '../../glossary/term-index.ts';
import { isText } from './dom.ts';
import { nodeIndexAt, type Occurrence } from './occurrences.ts';
import { blockAround, type TextBlock } from './page-text.ts';

/** By the numbers of a block's matches: those of the occurrences that have the same form at the same place of the same nodes. */
export function findAgain(
  occurrences: Iterable<Occurrence>,
  block: TextBlock,
  matches: readonly Match[],
): Map<number, Occurrence> {
  const byStart = Map.groupBy(occurrences, ({ range }) => range.startContainer);
  const found = new Map<number, Occurrence>();
  if (!byStart.size) return found;
  for (const [number, match] of matches.entries()) {
    const here = byStart.get(block.nodes[nodeIndexAt(block, match.start)] as Text);
    const same = here?.find((occurrence) => isPlacedAt(occurrence, block, match));
    if (same) found.set(number, same);
  }
  return found;
}

/** Those of the occurrences that a new reading of the runs around them finds where they are. */
export function findUnmoved(occurrences: readonly Occurrence[], index: TermIndex): Set<Occurrence> {
  const unmoved = new Set<Occurrence>();
  const read = new Set<Node>();
  for (const { range } of occurrences) {
    const start = range.startContainer;
    if (read.has(start) || !isText(start)) continue;
    const block = blockAround(start);
    if (!block) continue;
    for (const node of block.nodes) read.add(node);
    for (const occurrence of findAgain(occurrences, block, scanText(block.text, index).matches).values()) {
      unmoved.add(occurrence);
    }
  }
  return unmoved;
}

function isPlacedAt({ key, text, range }: Occurrence, block: TextBlock, { term, start, end }: Match): boolean {
  if (term.key !== key || block.text.slice(start, end) !== text) return false;
  const first = nodeIndexAt(block, start);
  const last = nodeIndexAt(block, end - 1);
  return (
    range.startContainer === block.nodes[first] &&
    range.startOffset === start - (block.starts[first] as number) &&
    range.endContainer === block.nodes[last] &&
    range.endOffset === end - (block.starts[last] as number)
  );
}
