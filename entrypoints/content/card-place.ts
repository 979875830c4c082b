// Keeps a card beside its occurrence, below the line that is pointed at, while the page scrolls; or where the reader has put
// it; or, for fingers, at the bottom of the screen.
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
    const view = viewport();
    if (isSheet) {
      element.style.width = `${view.width}px`;
      at = { x: view.x, y: view.y + view.height - element.offsetHeight };
    } else if (isHeld) at = keepInside(at, element, view);
    else at = await computePosition(reference, element, { platform: topLayer, placement: 'bottom-start', middleware });
    element.style.translate = `${Math.round(at.x)}px ${Math.round(at.y)}px`;
    if (element.dataset.placed !== undefined) return;
    element.dataset.placed = '';
    onPlaced();
  };
  return {
    moveBy(x, y) {
      isHeld = true;
      at = { x: at.x + x, y: at.y + y };
      void place();
    },
    release: onEveryFrame(() => JSON.stringify([rects(), viewport(), sizeOf(element)]), place),
  };
}

function keepInside({ x, y }: Point, element: HTMLElement, view: ReturnType<typeof viewport>): Point {
  const { width, height } = sizeOf(element);
  return {
    x: Math.max(view.x, Math.min(x, view.x + view.width - width)),
    y: Math.max(view.y, Math.min(y, view.y + view.height - height)),
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
