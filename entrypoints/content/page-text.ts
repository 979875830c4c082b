// Reads a page as its reader does: as runs of inline text between block boundaries, with the nodes behind them.
import type { Sieve } from '../../glossary/sieve.ts';
import { isWordCharacter } from '../../glossary/tokens.ts';
import { isBefore, isElement, isText, parentOf, rootOf } from './dom.ts';
import { isCutByStyle } from './inline-style.ts';
import { createSkimmer, type Skimmer } from './skimmer.ts';
import {
  createTextOnlyWalker,
  createTextWalker,
  flowOf,
  goAround,
  isInsideUnread,
  isReadInto,
  separates,
} from './text-flow.ts';

/** One run of inline text. `text` joins the nodes' data as it stands; white space is not collapsed. */
export interface TextBlock {
  readonly text: string;
  readonly nodes: readonly Text[];
  /** Where each node's text begins in `text`. */
  readonly starts: readonly number[];
}

/** Two nodes under one root, in document order (or the same one), and all between them. */
export interface Span {
  readonly first: Node;
  readonly last: Node;
}

const NO_BOUNDS: ReadonlySet<Node> = new Set();
const INWARD = { previousSibling: 'lastChild', nextSibling: 'firstChild' } as const;

/**
 * The nearest text of the run on one side of a place: before or after a node (that is looked into, too), or where there
 * is none, before the first or after the last child of its parent. `null` where the run ends there, or where one of the
 * nodes that are not to be looked into or passed comes first.
 */
export function textBeside(
  parent: Node,
  sibling: Node | null,
  side: keyof typeof INWARD,
  bounds: ReadonlySet<Node> = NO_BOUNDS,
): Text | null {
  const walker = createTextWalker(rootOf(parent));
  walker.currentNode = sibling ?? parent;
  let isEntered = sibling !== null;
  for (;;) {
    const node = walker.currentNode;
    if (bounds.has(node)) return null;
    const flow = isElement(node) ? flowOf(node) : 'inline';
    if (isEntered) {
      if (isText(node) && node.length) return node;
      if (flow === 'inline' && walker[INWARD[side]]()) continue;
    }
    if (flow === 'block' || flow === 'break' || (flow === 'passed-over' && !isEntered)) return null;
    isEntered = walker[side]() !== null;
    if (!isEntered && !walker.parentNode()) return null;
  }
}

/** Reads blocks one at a time, so that its caller can stop between two and go on later. */
export interface TextReader {
  /** The next block. `null`: none so far; there may be more unless it `isOver`. */
  next(): TextBlock | null;
  readonly isOver: boolean;
  /** The node the reader stands at; if it leaves its place, the reader is lost and must be made anew. */
  readonly position: Node;
}

/**
 * Reads the runs that touch a span, from the beginning of the run that its first node stands in; blank ones are passed
 * over, and with a sieve also those in which nothing can be found.
 */
export function createTextReader(span: Span, sieve?: Sieve): TextReader {
  const walker = createTextWalker(rootOf(span.first));
  let nodes: Text[] = [];
  let isPastLast = false;
  let isOver = isInsideUnread(span.first);
  let isEntered = false; // the node that the walker stands at: what is in it has been read, or never will be
  if (!isOver) moveToRunStart(walker, span.first);
  const skimmer = sieve && !isOver ? createSkimmer(sieve, walker.currentNode, span.last) : null;
  let mustRead = !skimmer; // the run that the walker stands at

  /** Ends the run where a boundary lies. */
  const takeRun = (): TextBlock | null => {
    isOver = isPastLast;
    mustRead = !skimmer;
    if (!nodes.length) return null;
    const block = toBlock(nodes);
    nodes = [];
    return NOT_BLANK.test(block.text) ? block : null;
  };
  const enter = (node: Node): TextBlock | null => {
    isEntered = true;
    if (isText(node)) {
      if (node.length) nodes.push(node);
      if (node === skimmer?.beyond) isPastLast = true;
      return null;
    }
    if (!isElement(node)) return null;
    const block = separates(node) ? takeRun() : null;
    if (isOver) return block;
    if (isReadInto(node) && walker.firstChild()) isEntered = false;
    return block;
  };
  const leave = (node: Node): TextBlock | null => {
    const block = separates(node) ? takeRun() : null;
    if (isOver) return block;
    if (node === span.last) isPastLast = true;
    if (walker.nextSibling()) isEntered = false;
    else if (!walker.parentNode()) {
      isPastLast = true;
      return block ?? takeRun();
    }
    return block;
  };
  /** Goes on to a run that must be read. Returns whether it has come to one. */
  const skim = (passing: Skimmer): boolean => {
    const came = passing.skim();
    if (came === 'paused') return false;
    const beyond = passing.beyond && rootOf(passing.beyond) === walker.root ? passing.beyond : null; // it may have gone
    const text = came === 'ended' ? beyond : came;
    if (text) moveToRunStart(walker, text);
    isEntered = false;
    // A run that goes on beyond the span is read to its end: what was known of it may have been dropped.
    mustRead = came !== 'ended' || (beyond !== null && isBefore(firstText(walker.currentNode), beyond));
    isOver = !mustRead;
    return mustRead;
  };
  return {
    next() {
      while (!isOver) {
        if (skimmer && !mustRead && !skim(skimmer)) return null;
        const node = walker.currentNode;
        const block = isEntered ? leave(node) : enter(node);
        if (skimmer && !mustRead && !isOver) skimmer.goOnFrom(walker.currentNode, isEntered);
        if (block) return block;
      }
      return null;
    },
    get isOver() {
      return isOver;
    },
    get position() {
      return skimmer && !mustRead ? skimmer.position : walker.currentNode;
    },
  };
}

/** The first text that a walker comes to from a node, or that node. */
function firstText(node: Node): Node {
  const walker = createTextOnlyWalker(rootOf(node));
  walker.currentNode = node;
  return isText(node) ? node : (walker.nextNode() ?? node);
}

/** So many nodes are looked at for a text beside a place. */
const NEAR_STEPS = 100;

/** The directions in which texts stand beside one another. */
export const SIDES = ['previousNode', 'nextNode'] as const;

/** The nearest text before or after a node, and not in it, that is read and not blank; `null` if there is none near. */
export function nearText(node: Node, side: (typeof SIDES)[number]): Text | null {
  const walker = createTextWalker(rootOf(node));
  walker.currentNode = node;
  const isOut = (side === 'previousNode' ? walker.previousNode() : goAround(walker)) !== null;
  for (let step = 0; isOut && step < NEAR_STEPS; step++) {
    const { currentNode } = walker;
    if (isText(currentNode) && NOT_BLANK.test(currentNode.data) && !isInsideUnread(currentNode)) return currentNode;
    if (!walker[side]()) return null;
  }
  return null;
}

/** The nearest text before or after a block, of the block beside it; `null` if there is none near. */
export function textBesideBlock({ nodes }: TextBlock, side: (typeof SIDES)[number]): Text | null {
  return nearText(nodes.at(side === 'nextNode' ? -1 : 0) as Text, side);
}

/** The block that a text stands in. */
export function blockAround(text: Text): TextBlock | null {
  return createTextReader({ first: text, last: text }).next();
}

/** No form, and no gap in one, has this character: nothing is found across it. */
const SEPARATOR = '\u0000';

const NOT_BLANK = /\S/;

function toBlock(nodes: readonly Text[]): TextBlock {
  const starts: number[] = [];
  let text = '';
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as Text;
    const { data } = node;
    const before = nodes[index - 1];
    const mayShareWord = isWordCharacter(data.charAt(0)) && isWordCharacter(text.slice(-1));
    if (before && mayShareWord && isCutByStyle(before, node)) text += SEPARATOR;
    starts.push(text.length);
    text += data;
  }
  return { text, nodes, starts };
}

/** The first node of the run that ends before, or holds, a node. */
export function runStartOf(node: Node): Node {
  const walker = createTextWalker(rootOf(node));
  moveToRunStart(walker, node);
  return walker.currentNode;
}

/** Moves the walker back to the first node of the run that ends before, or holds, the given node. */
function moveToRunStart(walker: TreeWalker, node: Node): void {
  let start = node;
  walker.currentNode = node;
  for (;;) {
    const from = walker.currentNode;
    const before = walker.previousNode();
    if (!before) break;
    const crossed = elementsLeft(before, parentOf(from));
    if (before === parentOf(from) ? separates(before) : crossed.some(separates)) break;
    // The text of an element that is passed over is no part of the run: go on before the element.
    const passedOver = crossed.find((crossing) => isElement(crossing) && flowOf(crossing) === 'passed-over');
    if (passedOver) walker.currentNode = passedOver;
    start = walker.currentNode;
  }
  walker.currentNode = start;
}

/** The node and its ancestors below the given one, innermost first. */
function elementsLeft(node: Node, below: Node | null): Node[] {
  const left: Node[] = [];
  for (let current: Node | null = node; current && current !== below; current = parentOf(current)) left.push(current);
  return left.reverse();
}
