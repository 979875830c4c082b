// Asks the browser whether elements that are inline by their names are so by their styles.
import { elementOf } from './dom.ts';

/** Whether a reader sees two neighbouring nodes of a run apart: a box of its own, or room, lies between them. */
export function isCutByStyle(left: Text, right: Text): boolean {
  return elementsAround(left, right).some(isBoxOfItsOwn) || elementsAround(right, left).some(isBoxOfItsOwn);
}

// The prototype's own: a form's control can stand in for it.
const { contains } = Node.prototype;

/** The elements that a node stands in and the other does not. */
function elementsAround(node: Node, other: Node): Element[] {
  const around: Element[] = [];
  for (let element = elementOf(node); element && !contains.call(element, other); element = elementOf(element)) {
    around.push(element);
  }
  return around;
}

function isBoxOfItsOwn(element: Element): boolean {
  const style = getComputedStyle(element);
  const isInFlow = style.float === 'none' && !['absolute', 'fixed'].includes(style.position);
  if (!isInFlow || style.display === 'inline-block' || style.display === 'inline-flex') return true;
  if (style.display === 'contents' || style.display.startsWith('ruby')) return false;
  const isRaised = style.verticalAlign === 'super' || style.verticalAlign === 'sub'; // a footnote's mark
  return style.display !== 'inline' || isRaised || hasRoom(style);
}

/** Links of a menu often stand in one run, kept apart by their padding alone. */
function hasRoom({ paddingInlineStart, paddingInlineEnd, marginInlineStart, marginInlineEnd }: CSSStyleDeclaration) {
  const widths = [paddingInlineStart, paddingInlineEnd, marginInlineStart, marginInlineEnd];
  return widths.some((width) => Number.parseFloat(width) >= LEAST_ROOM_PX);
}

const LEAST_ROOM_PX = 4; // about a space; a mark around part of a word has less
