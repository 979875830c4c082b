// Asks the browser whether elements that are inline by their names are so by their styles.
import { elementOf, holds, slotOf } from './dom.ts';

/** Whether a reader sees two neighbouring nodes of a run apart: a box of its own, or room, lies between them. */
export function isCutByStyle(left: Text, right: Text): boolean {
  return elementsAround(left, right).some(isBoxOfItsOwn) || elementsAround(right, left).some(isBoxOfItsOwn);
}

/** The elements that a node stands in and the other does not. */
function elementsAround(node: Node, other: Node): Element[] {
  const around: Element[] = [];
  for (let element = elementOf(node); element && !holds(element, other); element = elementOf(element)) {
    around.push(element);
  }
  return around;
}

function isBoxOfItsOwn(element: Element): boolean {
  if (slotOf(element)?.name) return true; // drawn where the host wants it
  const style = getComputedStyle(element);
  if (style.display === 'contents' || style.display.startsWith('ruby')) return false;
  const isRaised = style.verticalAlign === 'super' || style.verticalAlign === 'sub'; // a footnote's mark
  if (isRaised || hasRoom(style) || style.position === 'absolute' || style.position === 'fixed') return true;
  return (style.float !== 'none' || style.display !== 'inline') && !isOneLetter(element);
}

/** An initial is floated, and words that are to move are cut into boxes of one letter. */
function isOneLetter({ textContent }: Element): boolean {
  return /^\s*\p{L}\s*$/u.test(textContent ?? '');
}

/** Links of a menu often stand in one run, kept apart by their padding alone. */
function hasRoom({ paddingInlineStart, paddingInlineEnd, marginInlineStart, marginInlineEnd }: CSSStyleDeclaration) {
  const widths = [paddingInlineStart, paddingInlineEnd, marginInlineStart, marginInlineEnd];
  return widths.some((width) => Number.parseFloat(width) >= LEAST_ROOM_PX);
}

const LEAST_ROOM_PX = 4; // about a space; a mark around part of a word has less
