// From a point of the viewport to the occurrence that a reader sees there.
import { isAt, type Occurrence } from './occurrences.ts';

/** The occurrence at a pointer's place, among those that are painted; `null` if there is none. */
export function occurrenceAt(event: PointerEvent, painted: Iterable<Occurrence>): Occurrence | null {
  const { clientX: x, clientY: y } = event;
  const candidates = isOnStretchedLink(event) ? painted : atCaret(event, painted);
  for (const occurrence of candidates) {
    if (isAt(occurrence, x, y)) return occurrence;
  }
  return null;
}

/** The painted occurrences in the text node under the pointer. */
function* atCaret(event: PointerEvent, painted: Iterable<Occurrence>): Generator<Occurrence> {
  const node = caretNode(event);
  if (!node) return;
  for (const occurrence of painted) {
    const { startContainer, endContainer } = occurrence.range;
    const isThere = startContainer === node || endContainer === node || spansOver(occurrence, node);
    if (isThere) yield occurrence;
  }
}

function spansOver({ range }: Occurrence, node: Node): boolean {
  if (range.startContainer === range.endContainer) return false;
  const isAfterStart = range.startContainer.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
  const isBeforeEnd = range.endContainer.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING;
  return Boolean(isAfterStart && isBeforeEnd);
}

function caretNode(event: PointerEvent): Node | null {
  const shadowRoots = event.composedPath().filter((target) => target instanceof ShadowRoot);
  return document.caretPositionFromPoint(event.clientX, event.clientY, { shadowRoots })?.offsetNode ?? null;
}

/** A link or button laid over text that is not inside it: the caret misses the text, a reader does not. */
function isOnStretchedLink(event: PointerEvent): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return false;
  const link = target.closest('a[href], button, [role="link"], [role="button"]');
  if (!link) return false;
  const node = caretNode(event);
  return !node || !link.contains(node) || node.nodeType !== Node.TEXT_NODE;
}
