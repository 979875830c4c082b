// Keeps a card beside its occurrence, below the line that is pointed at, while the page scrolls; or where the reader has put
// it; or, for fingers, at the bottom of the screen.

import { elementOf } from '../content/dom.ts';
import { type Occurrence, rectsOf } from '../content/occurrences.ts';
import { type Box, besideLine, type Flow, insideOf, type Point } from './card-position.ts';
import { scrollUp } from './scroll-room.ts';

const SHEET_GAP = 16; // px between the tapped word and the sheet

/** What a placing may know and tell. */
export interface PlacingOptions {
  /** Where the pointer is, to choose the line of a term that stands on two. */
  readonly pointer?: Point;
  /** At the bottom of the screen, as wide as it is; at its top only where it would cover the word. */
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
  const findPlace = (): Point & { readonly maxHeight?: number } => {
    const view = viewport();
    if (isSheet)
      return { x: view.x, y: element.dataset.side === 'top' ? view.y : bottomOf(view) - element.offsetHeight };
    if (isHeld) return insideOf(view, at, sizeOf(element));
    return besideLine(lines[pointedLine] ?? around(lines), sizeOf(element), view, flow);
  };
  const moveTo = ({ x, y }: Point) => {
    at = { x, y };
    element.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  };
  /** The word stays in sight: what it stands in is scrolled, or else the sheet opens at the top of the screen. */
  const uncover = () => {
    const { y, height } = around(lines);
    const view = viewport();
    const covered = y + height + SHEET_GAP - bottomOf(view) + element.offsetHeight;
    if (covered <= 0 || scrollUp(occurrence.range.startContainer, covered, y - SHEET_GAP)) return;
    if (y - SHEET_GAP >= view.y + element.offsetHeight) element.dataset.side = 'top';
  };
  const place = () => {
    if (isSheet) {
      element.style.width = `${viewport().width}px`;
      if (element.dataset.placed === undefined) uncover();
    }
    if (isSheet || isHeld) moveTo(findPlace());
    else {
      keepScroll(element, () => {
        element.style.removeProperty('--room');
        const { maxHeight, ...found } = findPlace();
        element.style.setProperty('--room', `${maxHeight}px`);
        moveTo(found);
      });
    }
    if (element.dataset.placed !== undefined) return;
    element.dataset.placed = '';
    onPlaced();
  };
  // What has grown since this frame's look, as a font came, is moved before it is painted. Its size is left as it is: the
  // page would be told of an observer that makes itself work.
  const growth = new ResizeObserver(() => moveTo(findPlace()));
  const stopLooking = onEveryFrame(look, place);
  growth.observe(element);
  return {
    moveBy(x, y) {
      isHeld = true;
      at = { x: at.x + x, y: at.y + y };
      place();
    },
    release() {
      stopLooking();
      growth.disconnect();
    },
  };
}

/** Where what is seen of the page ends. */
function bottomOf({ y, height }: Box): number {
  return y + height;
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
