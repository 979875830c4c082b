// Sorts occurrences as a reader meets them: in document order, text in a shadow root where its host stands.
import { isBefore, isConnected, isShadowRoot, rootOf } from './dom.ts';
import type { Occurrence } from './occurrences.ts';

/** The occurrences in reading order. Those that have left the page are left out. */
export function inReadingOrder(occurrences: Iterable<Occurrence>): Occurrence[] {
  const placed = [...occurrences]
    .filter(({ range }) => isConnected(range.startContainer))
    .map((occurrence) => ({ occurrence, path: pathOf(occurrence.range.startContainer) }));
  placed.sort(
    (a, b) => comparePaths(a.path, b.path) || a.occurrence.range.startOffset - b.occurrence.range.startOffset,
  );
  return placed.map(({ occurrence }) => occurrence);
}

/** The node and the hosts of the shadow roots that it stands in, outermost first. */
function pathOf(node: Node): Node[] {
  const root = rootOf(node);
  return isShadowRoot(root) ? [...pathOf(root.host), node] : [node];
}

function comparePaths(a: readonly Node[], b: readonly Node[]): number {
  for (let depth = 0; depth < a.length && depth < b.length; depth++) {
    const left = a[depth] as Node;
    const right = b[depth] as Node;
    if (left === right) continue;
    return isBefore(left, right) ? -1 : 1;
  }
  return a.length - b.length;
}
