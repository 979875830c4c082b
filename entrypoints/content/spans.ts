// Finds what to read for nodes that have waited: meanwhile the page may have moved them, or taken them out.
import { holds, isBefore, isConnected, isElement, parentOf, rootOf } from './dom.ts';
import type { Span } from './page-text.ts';
import { isReadInto } from './text-flow.ts';

/** One span for each root, around those of the nodes that are in the page; of a root, around all that is in it. */
export function spansAround(nodes: readonly Node[]): Span[] {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (first && last && parentOf(first) && isConnected(first) && areInARow(nodes)) return [{ first, last }];
  const spans = new Map<Node, Span>();
  for (const node of nodes.filter(isConnected).flatMap(toReadable)) {
    const root = rootOf(node);
    const span = spans.get(root) ?? { first: node, last: node };
    spans.set(root, {
      first: isBefore(node, span.first) ? node : span.first,
      last: endsBefore(span.last, node) ? node : span.last,
    });
  }
  return [...spans.values()];
}

/** Whether the nodes are siblings, one after another. */
function areInARow(nodes: readonly Node[]): boolean {
  return nodes.every((node, index) => index === 0 || node.previousSibling === nodes[index - 1]);
}

/** A root itself is never read, nor is what some elements hold: the outermost of these stands for it. */
function toReadable(node: Node): Node[] {
  if (!parentOf(node)) return [node.firstChild, node.lastChild].filter((child) => child !== null);
  let readable = node;
  for (let around = parentOf(node); around && isElement(around); around = parentOf(around)) {
    if (!isReadInto(around)) readable = around;
  }
  return [readable];
}

/** An element ends after all that it holds. */
function endsBefore(node: Node, other: Node): boolean {
  return holds(other, node) || (isBefore(node, other) && !holds(node, other));
}
