// Reads a page as its reader does: as runs of inline text between block boundaries, with the nodes behind them.
import type { Sieve } from '../../glossary/sieve.ts';
import { isWordCharacter } from '../../glossary/tokens.ts';
import { elementOf, isElement, isText, parentOf, rootOf, shadowRootOf } from './dom.ts';
import { isCutByStyle } from './inline-style.ts';
import { createSkimmer } from './skimmer.ts';
import { createTextWalker, flowOf, goAround, isReadInto, separates } from './text-flow.ts';

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

const INWARD = { previousSibling: 'lastChild', nextSibling: 'firstChild' } as const;

/**
 * The nearest text of the run on one side of a place: before or after a node (that is looked into, too), or where there
 * is none, before the first or after the last child of its parent. `null` where the run ends there.
 */
export function textBeside(parent: Node, sibling: Node | null, side: keyof typeof INWARD): Text | null {
  const walker = createTextWalker(rootOf(parent));
  walker.currentNode = sibling ?? parent;
  let isEntered = sibling !== null;
  for (;;) {
    const node = walker.currentNode;
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

/** What a reader is told, and tells. */
export interface ReaderOptions {
  /** Passes over blocks that nothing can be found in; without it all are read. */
  readonly sieve?: Sieve;
  /** Called for every element that has a shadow root; its text is not part of these runs. */
  readonly onShadowRoot: (root: ShadowRoot) => void;
}

/**
 * Reads the runs that touch a span, from the beginning of the run that its first node stands in; blank ones are passed
 * over.
 */
export function createTextReader(span: Span, { sieve, onShadowRoot }: ReaderOptions): TextReader {
  const walker = createTextWalker(rootOf(span.first));
  const skimmer = sieve && createSkimmer(sieve, span.last, onShadowRoot);
  let nodes: Text[] = [];
  let isPastLast = false;
  let isOver = isInsideBreak(span.first);
  let isEntered = false; // the node that the walker stands at: what is in it has been read, or never will be
  let mustRead = false; // the run that the walker stands at
  if (!isOver) moveToRunStart(walker, span.first);

  /** Ends the run where a boundary lies. */
  const takeRun = (): TextBlock | null => {
    isOver = isPastLast;
    mustRead = false;
    if (!nodes.length) return null;
    const block = toBlock(nodes);
    nodes = [];
    return NOT_BLANK.test(block.text) ? block : null;
  };
  const enter = (node: Node): TextBlock | null => {
    isEntered = true;
    if (isText(node)) {
      if (node.length) nodes.push(node);
      return null;
    }
    if (!isElement(node)) return null;
    const block = separates(node) ? takeRun() : null;
    if (isOver) return block;
    const shadowRoot = shadowRootOf(node);
    if (shadowRoot) onShadowRoot(shadowRoot);
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
  const skim = (): boolean => {
    const found = skimmer?.skim(walker);
    mustRead = found === 'found';
    isOver = found === 'ended';
    if (mustRead) moveToRunStart(walker, walker.currentNode);
    return mustRead;
  };
  return {
    next() {
      while (!isOver) {
        if (skimmer && !mustRead && !isPastLast && !isEntered && !skim()) return null;
        const node = walker.currentNode;
        const block = isEntered ? leave(node) : enter(node);
        if (block) return block;
      }
      return null;
    },
    get isOver() {
      return isOver;
    },
    get position() {
      return walker.currentNode;
    },
  };
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
    if (isText(currentNode) && NOT_BLANK.test(currentNode.data) && !isInsideBreak(currentNode)) return currentNode;
    if (!walker[side]()) return null;
  }
  return null;
}

/** The block before or after another one; `null` if there is none near. */
export function blockBeside({ nodes }: TextBlock, side: (typeof SIDES)[number]): TextBlock | null {
  const text = nearText(nodes.at(side === 'nextNode' ? -1 : 0) as Text, side);
  return text && createTextReader({ first: text, last: text }, { onShadowRoot: () => undefined }).next();
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

/** Whether the node stands in an element whose text is never read, also across shadow roots. */
function isInsideBreak(node: Node): boolean {
  for (let element = elementOf(node); element; element = elementOf(element)) if (!isReadInto(element)) return true;
  return false;
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
