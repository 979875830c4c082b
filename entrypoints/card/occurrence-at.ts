// From a point of the viewport to the occurrence that a reader sees there.
import { caretAt, targetOf } from '../content/caret.ts';
import { closestOf, fits, isBefore, isElement, isText } from '../content/dom.ts';
import { isAt, type Occurrence } from '../content/occurrences.ts';

/** What acts when it is tapped; a tap on it is left to it. */
const CONTROLS = 'a[href], button, label, summary, [role="link"], [role="button"]';

/** Whether an event happened in a link, a button or the like, also around a shadow root. */
export function isOnControl(event: PointerEvent): boolean {
  const nodes = event.composedPath().slice(0, -2) as Node[]; // the document and the window are last
  if (nodes.some((node) => isElement(node) && fits(node, CONTROLS))) return true;
  const target = targetOf(event); // of an event that is over, since its path is empty
  return target !== null && closestOf(target, CONTROLS) !== null;
}

/** The occurrence at a pointer's place, among those near; `null` if there is none. */
export function occurrenceAt(event: PointerEvent, near: Iterable<Occurrence>): Occurrence | null {
  const { clientX: x, clientY: y } = event;
  const candidates = isOnStretchedLink(event) ? near : atCaret(event, near);
  for (const occurrence of candidates) {
    if (isAt(occurrence, x, y)) return occurrence;
  }
  return null;
}

/** The occurrences in the text node under the pointer. */
function* atCaret(event: PointerEvent, near: Iterable<Occurrence>): Generator<Occurrence> {
  const node = caretNode(event);
  if (!node) return;
  for (const occurrence of near) {
    const { startContainer, endContainer } = occurrence.range;
    const isThere = startContainer === node || endContainer === node || spansOver(occurrence, node);
    if (isThere) yield occurrence;
  }
}

function spansOver({ range }: Occurrence, node: Node): boolean {
  if (range.startContainer === range.endContainer) return false;
  return isBefore(range.startContainer, node) && isBefore(node, range.endContainer);
}

function caretNode(event: PointerEvent): Node | null {
  return caretAt(event)?.offsetNode ?? null;
}

/**
 * A link or button laid over text that is not inside it: the caret misses the text, a reader does not. Chromium puts the
 * caret into the link's own text then, however far away that is.
 */
function isOnStretchedLink(event: PointerEvent): boolean {
  const target = targetOf(event);
  const link = target && closestOf(target, CONTROLS);
  if (!link) return false;
  const node = caretNode(event);
  if (!node || !link.contains(node) || !isText(node)) return true;
  const range = new Range();
  range.selectNodeContents(node);
  return !isAt({ range }, event.clientX, event.clientY);
}
