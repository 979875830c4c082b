// Keeps a card beside its occurrence: below the line that is pointed at, inside the viewport, while the page scrolls.
import { computePosition, flip, inline, offset, type Platform, shift } from '@floating-ui/core';
import { type Occurrence, rectsOf } from './occurrences.ts';

const GAP = 6; // px between the text and the card
const MARGIN = 8; // px between the card and the edge of the viewport

/** A point in the viewport, CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a placing may know and tell. */
export interface PlacingOptions {
  /** Where the pointer is, to choose the line of a term that stands on two. */
  readonly pointer?: Point;
  /** The element has its place for the first time and can be seen. */
  readonly onPlaced: () => void;
}

/** Places the element and follows the occurrence until the returned function is called. */
export function placeCard(element: HTMLElement, occurrence: Occurrence, options: PlacingOptions): () => void {
  const { pointer, onPlaced } = options;
  // An occurrence that has gone since (the reader switched it off in this very card) leaves the card where it is.
  let lastRects = rectsOf(occurrence);
  const rects = () => {
    const found = rectsOf(occurrence);
    if (found.length) lastRects = found;
    return lastRects;
  };
  const reference = {
    getBoundingClientRect: () => boundingRect(rects()),
    getClientRects: rects,
  };
  const line = pointer && inline({ ...pointer, padding: 2 });
  const middleware = [line, offset(GAP), flip({ padding: MARGIN }), shift({ padding: MARGIN })];
  const place = async () => {
    const { x, y } = await computePosition(reference, element, {
      platform: topLayer,
      placement: 'bottom-start',
      middleware,
    });
    element.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
    if (element.dataset.placed !== undefined) return;
    element.dataset.placed = '';
    onPlaced();
  };
  return onEveryFrame(() => JSON.stringify([rects(), viewport(), sizeOf(element)]), place);
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

/** The card stands in the top layer, so nothing but the viewport bounds or moves it. */
const topLayer: Platform = {
  getElementRects: ({ reference, floating }) => ({
    reference: reference.getBoundingClientRect(),
    floating: { x: 0, y: 0, ...sizeOf(floating) },
  }),
  getClippingRect: viewport,
  getDimensions: sizeOf,
  getClientRects: (reference) => reference.getClientRects(),
  isRTL: (card) => getComputedStyle(card).direction === 'rtl',
};

function sizeOf({ offsetWidth, offsetHeight }: HTMLElement) {
  return { width: offsetWidth, height: offsetHeight };
}

/** What is seen of the page, also where it is pinched larger. */
function viewport() {
  const { offsetLeft, offsetTop, width, height } = visualViewport as VisualViewport;
  return { x: offsetLeft, y: offsetTop, width, height };
}

function boundingRect(rects: readonly DOMRect[]): DOMRect {
  if (!rects.length) return new DOMRect();
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
