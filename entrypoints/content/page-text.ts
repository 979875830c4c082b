// Reads a page as its reader does: as runs of inline text between block boundaries, with the nodes behind them.
import { isWordCharacter } from '../../glossary/tokens.ts';
import { isElement, isText, nameOf, parentOf, rootOf, shadowRootOf } from './dom.ts';
import { isCutByStyle } from './inline-style.ts';

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

/** How an element takes part in the text around it. */
type Flow = 'block' | 'inline' | 'passed-over' | 'break';

const FLOW_BY_NAME = new Map<string, Flow>();
const setFlow = (flow: Flow, names: string) => {
  for (const name of names.split(' ')) FLOW_BY_NAME.set(name, flow);
};
setFlow(
  'inline',
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q rb ruby s slot small span strike strong sub sup time tt u var',
);
setFlow('passed-over', 'rt rp rtc wbr');
setFlow(
  'break',
  'script style template noscript link meta br hr img picture iframe frame embed object canvas audio video svg math textarea input select option datalist button meter progress code pre kbd samp termlight-card title',
);

/** A document that the browser built around plain text; its text stands in one `pre`. */
const isPlainTextDocument = document.contentType === 'text/plain';

/** By tag name alone: styles are asked of the browser only where a match hangs on them. */
export function flowOf(element: Element): Flow {
  const name = nameOf(element);
  if (name === 'pre' && isPlainTextDocument) return 'block';
  return FLOW_BY_NAME.get(name) ?? (name.includes('-') ? 'inline' : 'block'); // custom elements are inline by default
}

/** Whether a block boundary lies around the element or at it. */
function separates(node: Node): boolean {
  if (!isElement(node)) return false;
  const flow = flowOf(node);
  return flow === 'block' || flow === 'break';
}

function createWalker(root: Node): TreeWalker {
  return document.createTreeWalker(
    root,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION,
  );
}

const INWARD = { previousSibling: 'lastChild', nextSibling: 'firstChild' } as const;

/**
 * The nearest text of the run on one side of a place: before or after a node (that is looked into, too), or where there
 * is none, before the first or after the last child of its parent. `null` where the run ends there.
 */
export function textBeside(parent: Node, sibling: Node | null, side: keyof typeof INWARD): Text | null {
  const walker = createWalker(rootOf(parent));
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
  /** The next block, or `null` at the end. */
  next(): TextBlock | null;
  /** The node the reader stands at; if it leaves its place, the reader is lost and must be made anew. */
  readonly position: Node;
}

/**
 * Reads all runs that touch a span, from the beginning of the run that its first node stands in; blank ones are passed
 * over. Calls back for every element that has a shadow root; its text is not part of these runs.
 */
export function createTextReader(span: Span, onShadowRoot: (root: ShadowRoot) => void): TextReader {
  const walker = createWalker(rootOf(span.first));
  let nodes: Text[] = [];
  let isPastLast = false;
  let isOver = isInsideBreak(span.first);
  let isEntered = false; // the node that the walker stands at: what is in it has been read, or never will be
  if (!isOver) moveToRunStart(walker, span.first);

  /** Ends the run where a boundary lies. */
  const takeRun = (): TextBlock | null => {
    isOver = isPastLast;
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
    const flow = flowOf(node);
    const block = flow === 'block' || flow === 'break' ? takeRun() : null;
    if (isOver) return block;
    const shadowRoot = shadowRootOf(node);
    if (shadowRoot) onShadowRoot(shadowRoot);
    if ((flow === 'block' || flow === 'inline') && walker.firstChild()) isEntered = false;
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
  return {
    next() {
      while (!isOver) {
        const node = walker.currentNode;
        const block = isEntered ? leave(node) : enter(node);
        if (block) return block;
      }
      return null;
    },
    get position() {
      return walker.currentNode;
    },
  };
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

/** Whether the node stands in an element whose text is never read. */
function isInsideBreak(node: Node): boolean {
  for (let ancestor = parentOf(node); ancestor; ancestor = parentOf(ancestor)) {
    if (!isElement(ancestor)) return false;
    const flow = flowOf(ancestor);
    if (flow === 'break' || flow === 'passed-over') return true;
  }
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
