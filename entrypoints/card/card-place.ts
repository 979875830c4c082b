// Keeps a card beside its occurrence, below the line that is pointed at, while the page scrolls; or where the reader has put
// it; or, for fingers, at the bottom of the screen.

import { elementOf } from '../content/dom.ts';
import { type Occurrence, rectsOf } from '../content/occurrences.ts';
import { type Box, besideLine, type Flow, insideOf, type Point } from './card-position.ts';

/** What a placing may know and tell. */
export interface PlacingOptions {
  /** Where the pointer is, to choose the line of a term that stands on two. */
  readonly pointer?: Point;
  /** At the bottom of the screen, as wide as it is. */
  readonly isSheet?: boolean;
  /** The element has its place for the first time and can be seen. */
  readonly onPlaced: () => void;
}

/** A card in its place. */
export interface PlacedCard {
  /** From now on the card stands where the reader puts it, inside the viewport: so far (CSS pixels) from where it is. */
  moveBy(x: number, y: number): void;
  release(): void;
}

/** Places the element and follows the occurrence until it is moved or released. */
export function placeCard(element: HTMLElement, occurrence: Occurrence, options: PlacingOptions): PlacedCard {
  const { pointer, isSheet, onPlaced } = options;
  let at: Point = { x: 0, y: 0 };
  let isHeld = false;
  // An occurrence that has gone since (the reader switched it off in this very card) leaves the card where it is.
  let lines = rectsOf(occurrence);
  const pointedLine = lines.findIndex((line) => pointer && isIn(line, pointer));
  const flow = flowAround(occurrence);
  const look = () => {
    const found = rectsOf(occurrence);
    if (found.length) lines = found;
    return JSON.stringify([lines, viewport(), sizeOf(element)]);
  };
  const place = () => {
    const view = viewport();
    if (isSheet) {
      element.style.width = `${view.width}px`;
      at = { x: view.x, y: view.y + view.height - element.offsetHeight };
    } else if (isHeld) at = insideOf(view, at, sizeOf(element));
    else {
      const line = lines[pointedLine] ?? around(lines);
      keepScroll(element, () => {
        element.style.removeProperty('--room');
        const { maxHeight, ...found } = besideLine(line, sizeOf(element), view, flow);
        element.style.setProperty('--room', `${maxHeight}px`);
        at = found;
      });
    }
    element.style.translate = `${Math.round(at.x)}px ${Math.round(at.y)}px`;
    if (element.dataset.placed !== undefined) return;
    element.dataset.placed = '';
    onPlaced();
  };
  return {
    moveBy(x, y) {
      isHeld = true;
      at = { x: at.x + x, y: at.y + y };
      place();
    },
    release: onEveryFrame(look, place),
  };
}

/** Calls back at once, and in each frame in which the state is another one, until the returned function is called. */
function onEveryFrame(readState: () => string, onChange: () => void): () => void {
  let last = '';
  let frame = 0;
  const look = () => {
    const state = readState();
    if (state !== last) onChange();
    last = state;
    frame = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(frame);
}

function flowAround({ range }: Occurrence): Flow {
  const element = elementOf(range.startContainer);
  const { writingMode, direction } = getComputedStyle(element ?? document.documentElement);
  return { isVertical: writingMode.startsWith('vertical'), isRightToLeft: direction === 'rtl' };
}

/** Measuring the card without its limit would take it back to the beginning of its texts. */
function keepScroll(element: HTMLElement, measure: () => void): void {
  const scrolled = [...element.querySelectorAll('.card, .card-body')].map((box) => ({ box, top: box.scrollTop }));
  measure();
  for (const { box, top } of scrolled) box.scrollTop = top;
}

function sizeOf({ offsetWidth, offsetHeight }: HTMLElement) {
  return { width: offsetWidth, height: offsetHeight };
}

/** What is seen of the page, also where it is pinched larger. */
function viewport(): Box {
  const { offsetLeft, offsetTop, width, height } = visualViewport as VisualViewport;
  return { x: offsetLeft, y: offsetTop, width, height };
}

function isIn({ left, right, top, bottom }: DOMRect, { x, y }: Point): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function around(lines: readonly DOMRect[]): Box {
  if (!lines.length) return new DOMRect();
  const x = Math.min(...lines.map(({ left }) => left));
  const y = Math.min(...lines.map(({ top }) => top));
  const right = Math.max(...lines.map((line) => line.right));
  const bottom = Math.max(...lines.map((line) => line.bottom));
  return { x, y, width: right - x, height: bottom - y };
}
