// The text around a place on the page, as far as it is read in one with it.
import { isElement, isText, parentOf } from './dom.ts';
import { createTextWalker } from './text-flow.ts';

const REACH = 400; // UTF-16 units to either side: a long sentence

/** A text, and a place in it (UTF-16). */
export interface TextAround {
  readonly text: string;
  readonly at: number;
}

/** The text around the beginning of a range, at most so much of it. */
export function textAround({
  startContainer,
  startOffset,
}: Pick<AbstractRange, 'startContainer' | 'startOffset'>): TextAround {
  const own = isText(startContainer) ? startContainer.data : '';
  const before = (textBeside(startContainer, 'previousNode') + own.slice(0, startOffset)).slice(-REACH);
  const after = (own.slice(startOffset) + textBeside(startContainer, 'nextNode')).slice(0, REACH);
  return { text: before + after, at: before.length };
}

/** The text on one side of a node, as far as its block is not cut by another one. What is not shown is passed over. */
function textBeside(node: Node, side: 'previousNode' | 'nextNode'): string {
  const block = blockOf(node);
  const walker = createTextWalker(block);
  walker.currentNode = node;
  let text = '';
  while (text.length < REACH && walker[side]()) {
    const { currentNode } = walker;
    if (!isText(currentNode)) continue;
    const around = blockOf(currentNode);
    if (isElement(around) && getComputedStyle(around).display === 'none') continue;
    if (around !== block) break;
    text = side === 'nextNode' ? text + currentNode.data : currentNode.data + text;
  }
  return text;
}

/** The nearest element around that is not in a line. */
function blockOf(node: Node): Node {
  let around = parentOf(node) as Node;
  while (isElement(around) && getComputedStyle(around).display === 'inline') around = parentOf(around) as Node;
  return around;
}
