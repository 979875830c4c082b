// Where a card stands beside a line of text: pure geometry, in CSS pixels of the viewport.

const GAP = 6; // px between the text and the card
const MARGIN = 8; // px between the card and the edge of the viewport
const LEAST_ROOM = 140; // px of height that a card can be read in; with less it covers the line too

/** A point of the viewport. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A width and a height. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A rectangle. */
export interface Box extends Point, Size {}

/** How the text around runs. */
export interface Flow {
  readonly isVertical: boolean;
  readonly isRightToLeft: boolean;
}

/**
 * Below the line, above it where that is too low, or on the side with more room and then no higher than that is.
 * Beside the line where text is vertical. Out of sight if the line is.
 */
export function besideLine(line: Box, card: Size, view: Box, flow: Flow): Point & { readonly maxHeight: number } {
  const right = view.x + view.width - MARGIN;
  const bottom = view.y + view.height - MARGIN;
  const fullHeight = view.height - 2 * MARGIN;
  if (flow.isVertical) {
    const sides = [line.x - GAP - card.width, line.x + line.width + GAP];
    const x = sides.find((side) => side >= view.x + MARGIN && side + card.width <= right);
    if (x !== undefined) return { ...insideOf(view, { x, y: line.y }, card, MARGIN), maxHeight: fullHeight };
  }
  const above = line.y - GAP - view.y - MARGIN;
  const below = bottom - line.y - line.height - GAP;
  const isBelow = card.height <= below || (card.height > above && above <= below);
  const room = isBelow ? below : above;
  const maxHeight = room < LEAST_ROOM ? fullHeight : room;
  const size = { width: card.width, height: Math.min(card.height, maxHeight) };
  const x = flow.isRightToLeft ? line.x + line.width - card.width : line.x;
  const y = isBelow ? line.y + line.height + GAP : line.y - GAP - size.height;
  const inside = insideOf(view, { x, y }, size, MARGIN);
  return { x: inside.x, y: room < LEAST_ROOM ? inside.y : y, maxHeight };
}

/** The nearest place at which a card is whole inside the view, or at its upper left where it is too large. */
export function insideOf(view: Box, { x, y }: Point, { width, height }: Size, margin = 0): Point {
  return {
    x: Math.max(view.x + margin, Math.min(x, view.x + view.width - margin - width)),
    y: Math.max(view.y + margin, Math.min(y, view.y + view.height - margin - height)),
  };
}
