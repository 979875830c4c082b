// Keeps what is lit on one screenful below a ceiling, wherever the reader scrolls to.

/** Where something stands on a page, in CSS pixels from its top. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Of places down a page, by their numbers, those that may be lit: from the top on, each unless as many as the ceiling
 * are lit in the height of a screen above its end. So no screenful shows more, and the choice is the same wherever
 * the page is scrolled to.
 */
export function chooseBelowCeiling(places: readonly Extent[], ceiling: number, screenHeight: number): Set<number> {
  const chosen: number[] = [];
  const downwards = [...places.entries()].sort(([, a], [, b]) => a.top - b.top);
  for (const [number, { top }] of downwards) {
    const earlier = places[chosen.at(-ceiling) ?? -1];
    if (!earlier || top - earlier.bottom >= screenHeight) chosen.push(number);
  }
  return new Set(chosen);
}
