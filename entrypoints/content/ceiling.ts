// Keeps what is lit on one screenful below a ceiling, wherever the reader scrolls to.

/** Where something stands on a page, in CSS pixels from its top. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
  /** It stays on the screen while the page is scrolled, as long as any of its extent is there. */
  readonly stays?: boolean;
}

/**
 * Of places down a page, by their numbers, those that may be lit: from the top on, each unless as many as the ceiling
 * are lit in the height of a screen above it. So no screenful shows more, and the choice is the same wherever the page
 * is scrolled to. Those that stay come to half of the ceiling at first, and then to what the others leave: a header takes
 * nothing more from the text.
 */
export function chooseBelowCeiling(places: readonly Extent[], ceiling: number, screenHeight: number): Set<number> {
  const chosen = new Set<number>();
  const downwards = [...places.entries()].sort(([, a], [, b]) => (a.top < b.top ? -1 : Number(a.top > b.top)));
  let above: Extent[] = []; // those chosen that can be seen together with the next
  for (const [number, place] of downwards) {
    above = above.filter(({ bottom }) => place.top - bottom < screenHeight);
    const staying = above.filter(({ stays }) => stays).length;
    if (above.length >= ceiling || (place.stays && staying >= Math.floor(ceiling / 2))) continue;
    chosen.add(number);
    above.push(place);
  }
  const full = new Set<string>(); // extents that have no room for another
  for (const [number, place] of downwards) {
    const extent = `${place.top} ${place.bottom}`;
    if (!place.stays || chosen.has(number) || full.has(extent)) continue;
    const together = downwards.filter(([other]) => chosen.has(other) || other === number).map(([, other]) => other);
    if (isKept(together, ceiling, screenHeight)) chosen.add(number);
    else full.add(extent);
  }
  return chosen;
}

/** Whether places, sorted from the top on, are no more than the ceiling on any screenful. */
function isKept(places: readonly Extent[], ceiling: number, screenHeight: number): boolean {
  let above: Extent[] = [];
  return places.every((place) => {
    above = above.filter(({ bottom }) => place.top - bottom < screenHeight);
    return above.push(place) <= ceiling;
  });
}
