// Places matches on the page: from offsets in a block to ranges of nodes, and from a point back to an occurrence.
import type { Match } from '../../glossary/matcher.ts';
import type { TermKey } from '../../glossary/model.ts';
import type { TextBlock } from './page-text.ts';

/** A lit match with its place on this page. */
export interface Occurrence {
  readonly key: TermKey;
  readonly label: string;
  /** The surface form as it stands on the page, white space as in the source. */
  readonly text: string;
  /** Goes stale when its nodes change; never read it after that. */
  readonly range: StaticRange;
  /** The words that decided that it stands here in our sense; empty where nothing had to be decided. */
  readonly because: readonly string[];
  /** How sure it is that it does, from 0 to 1. */
  readonly confidence: number;
}

/** An occurrence with whether it is lit, or why it is not. */
export interface ListedOccurrence extends Occurrence {
  readonly state: 'lit' | 'folded' | 'known' | 'refused' | 'level';
}

/** The place of a match in the nodes of its block. */
export function toRange(block: TextBlock, { start, end }: Pick<Match, 'start' | 'end'>): StaticRange {
  const first = nodeIndexAt(block, start);
  const last = nodeIndexAt(block, end - 1);
  return new StaticRange({
    startContainer: block.nodes[first] as Text,
    startOffset: start - (block.starts[first] as number),
    endContainer: block.nodes[last] as Text,
    endOffset: end - (block.starts[last] as number),
  });
}

/** The index of the node that holds the character at an offset of the block's text. */
export function nodeIndexAt(block: TextBlock, offset: number): number {
  let low = 0;
  let high = block.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((block.starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A live range for measuring; it costs the page something for as long as it is held. */
export function toLiveRange(range: StaticRange): Range {
  const live = new Range();
  setLiveRange(live, range);
  return live;
}

/** Moves a live range to the place of an occurrence. */
export function setLiveRange(live: Range, { startContainer, startOffset, endContainer, endOffset }: StaticRange): void {
  live.setStart(startContainer, startOffset);
  live.setEnd(endContainer, endOffset);
}

/** Where an occurrence stands in the viewport, a rectangle a line. Empty if it has left the page. */
export function rectsOf({ range }: Pick<Occurrence, 'range'>): DOMRect[] {
  if (!range.startContainer.isConnected) return [];
  try {
    return [...toLiveRange(range).getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
  } catch {
    return []; // the nodes have become shorter and the change has not been read yet
  }
}

/** Whether a point (CSS pixels of the viewport) lies on one of an occurrence's lines. */
export function isAt(occurrence: Pick<Occurrence, 'range'>, x: number, y: number): boolean {
  return rectsOf(occurrence).some((rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom);
}
