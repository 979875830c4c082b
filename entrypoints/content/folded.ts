// Finds the closed `details` that a text is folded away in.
import { drawnIn, fits } from './dom.ts';

// The prototype's own: a form's controls can stand in for its methods.
const { checkVisibility, querySelector } = Element.prototype;

/** What is seen of the outermost closed details around an element; `null` where there are none, or they hide nothing else. */
export function foldOf(element: Element): Element | null {
  let fold: Element | null = null;
  let inside: Element | null = null;
  for (let around: Element | null = element; around; inside = around, around = drawnIn(around)) {
    if (!fits(around, 'details:not([open])')) continue;
    const summary: Element | null = querySelector.call(around, ':scope > summary');
    if (inside === null || inside !== summary) fold = summary ?? around;
  }
  return fold;
}

/** Whether an element would be shown, were the closed details around it open. */
export function isFolded(element: Element): boolean {
  const fold = foldOf(element);
  if (!fold || !checkVisibility.call(fold, { visibilityProperty: true })) return false;
  if (getComputedStyle(element).visibility !== 'visible') return false;
  for (let around: Element | null = element; around && around !== fold.parentElement; around = drawnIn(around)) {
    const { display, contentVisibility } = getComputedStyle(around);
    if (display === 'none' || contentVisibility === 'hidden') return false;
  }
  return true;
}
