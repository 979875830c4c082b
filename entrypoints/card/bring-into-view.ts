// Scrolls an occurrence into view, in all boxes that it stands in, or the summary that it is folded away under.
import { drawnIn, elementOf } from '../content/dom.ts';
import { foldOf } from '../content/folded.ts';
import { type Occurrence, rectsOf } from '../content/occurrences.ts';
import { scrollBehavior } from './scroll-behavior.ts';

// The prototype's own: a form's controls can stand in for its methods.
const { getBoundingClientRect, scrollIntoView } = Element.prototype;
const scrollTo: (this: Element, options: ScrollToOptions) => void = Element.prototype.scrollTo;

/**
 * Scrolls as far as need be. `isStep`: to the middle of the boxes also where it is in view, so that steps are read in one
 * place. The word itself is brought there: its element may be larger than a box, and its text stand out of the element.
 */
export function bringIntoView(occurrence: Occurrence, isStep: boolean): void {
  const parent = elementOf(occurrence.range.startContainer);
  const fold = parent && foldOf(parent);
  const element = fold ?? parent;
  const rect = fold ? getBoundingClientRect.call(fold) : rectsOf(occurrence)[0];
  if (!element || !rect) return;
  const behavior = scrollBehavior();
  if (window !== top) scrollIntoView.call(element, { block: isStep ? 'center' : 'nearest', behavior }); // in the pages around
  let { x, y } = rect;
  for (let box: Element | null = element; box; box = drawnIn(box)) {
    const style = getComputedStyle(box);
    if (isScrolled(box, style)) {
      const { across, down } = measure(box, style);
      const left = positionFor(x, rect.width, across, false);
      const top = positionFor(y, rect.height, down, isStep);
      scrollTo.call(box, { left, top, behavior });
      x -= left - across.at;
      y -= top - down.at;
    }
    if (style.position === 'fixed') return; // moves with nothing around it
  }
}

/** How a box is scrolled in one direction: where it is, how far it can be, and what of the viewport it shows. */
interface Scroll {
  readonly at: number;
  readonly least: number;
  readonly most: number;
  readonly start: number;
  readonly size: number;
}

/** Where to scroll for what begins at a place of the viewport to be seen. */
function positionFor(begin: number, length: number, { at, least, most, start, size }: Scroll, isStep: boolean): number {
  if (!isStep && begin >= start && begin + length <= start + size) return at;
  const middle = at + begin + length / 2 - start - size / 2;
  return Math.min(Math.max(middle, least), most);
}

/** What the body says of its overflow is the page's, unless the root says something itself. */
function isScrolled(box: Element, { overflowX, overflowY }: CSSStyleDeclaration): boolean {
  if (box === document.scrollingElement) return true;
  if (box === document.body && getComputedStyle(document.documentElement).overflow === 'visible') return false;
  return /auto|scroll|hidden/.test(overflowX + overflowY);
}

function measure(box: Element, { direction, writingMode }: CSSStyleDeclaration): { across: Scroll; down: Scroll } {
  const { clientLeft, clientTop, clientWidth, clientHeight, scrollLeft, scrollTop } = box;
  const edge = box === document.scrollingElement ? new DOMRect() : getBoundingClientRect.call(box);
  const width = box.scrollWidth - clientWidth;
  const isReversed = direction === 'rtl' || writingMode.endsWith('-rl');
  const [least, most] = isReversed ? [-width, 0] : [0, width];
  return {
    across: { at: scrollLeft, least, most, start: edge.x + clientLeft, size: clientWidth },
    down: {
      at: scrollTop,
      least: 0,
      most: box.scrollHeight - clientHeight,
      start: edge.y + clientTop,
      size: clientHeight,
    },
  };
}
