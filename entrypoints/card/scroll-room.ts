// Scrolls a word up, so that what opens at the bottom of the screen does not cover it.

import { elementOf } from '../content/dom.ts';
import { scrollBehavior } from './scroll-behavior.ts';

// The prototype's own: a form's controls can stand in for its methods.
const { getBoundingClientRect } = Element.prototype;
const scrollBy: (this: Element, options: ScrollToOptions) => void = Element.prototype.scrollBy;

/**
 * Scrolls what the node stands in, the innermost first and the page last, by so many CSS pixels in all. `top` is where
 * the node begins in the viewport: it is scrolled out of nothing. Gives whether that was possible; else nothing moves.
 */
export function scrollUp(node: Node, by: number, top: number): boolean {
  const steps = new Map<Element, number>();
  let left = by;
  for (let element = elementOf(node); element && left > 0; element = elementOf(element)) {
    const above = top - (by - left) - Math.max(0, getBoundingClientRect.call(element).top);
    const step = Math.max(0, Math.min(left, roomBelow(element), above));
    if (step) steps.set(element, step);
    left -= step;
    if (getComputedStyle(element).position === 'fixed') break; // moves with nothing around it
  }
  if (left >= 1) return false;
  const behavior = scrollBehavior();
  for (const [element, step] of steps) scrollBy.call(element, { top: Math.ceil(step), behavior });
  return true;
}

/** How far an element can still be scrolled, in CSS pixels. */
function roomBelow(element: Element): number {
  const isScrolled = element === document.scrollingElement || /auto|scroll/.test(getComputedStyle(element).overflowY);
  return isScrolled ? element.scrollHeight - element.clientHeight - element.scrollTop : 0;
}
