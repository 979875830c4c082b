// Reads where occurrences stand on the page, and leaves as many of them as a ceiling allows on each screenful.
import { chooseBelowCeiling, type Extent } from './ceiling.ts';
import { elementOf } from './dom.ts';
import type { LitOccurrences } from './lit-occurrences.ts';
import { type Occurrence, setLiveRange } from './occurrences.ts';
import type { Steps } from './steps.ts';

/** Of occurrences in reading order those that a ceiling leaves on each screenful. What is unlit meanwhile is left out. */
export function* keepBelowCeiling(
  occurrences: readonly Occurrence[],
  ceiling: number,
  lit: LitOccurrences,
): Steps<Occurrence[]> {
  const extents = yield* readExtents(occurrences, lit);
  const seen = occurrences.filter((occurrence) => extents.has(occurrence));
  const places = seen.map((occurrence) => extents.get(occurrence) as Extent);
  const isTop = window === window.top;
  const screenHeight = isTop ? innerHeight : Math.min(innerHeight, screen.height); // some frames are as high as their text
  const chosen = chooseBelowCeiling(places, ceiling, screenHeight);
  return seen.filter((_, number) => chosen.has(number));
}

/** Where occurrences would stand if nothing were scrolled; those that have no box are left out. */
function* readExtents(occurrences: readonly Occurrence[], lit: LitOccurrences): Steps<Map<Occurrence, Extent>> {
  const scrolled = new Map<Element, number>();
  /** How far an element's text is scrolled up, by itself and all around it. */
  const scrolledBy = (element: Element | null): number => {
    if (!element) return 0;
    const known = scrolled.get(element);
    if (known !== undefined) return known;
    const height = element.scrollTop + scrolledBy(elementOf(element));
    scrolled.set(element, height);
    return height;
  };
  const extents = new Map<Occurrence, Extent>();
  const live = new Range(); // one for all: each costs the page something for as long as it is held
  for (const occurrence of occurrences) {
    if (yield) scrolled.clear();
    if (!lit.has(occurrence)) continue; // its range is stale
    setLiveRange(live, occurrence.range);
    const { top, bottom, height } = live.getBoundingClientRect();
    const above = scrolledBy(elementOf(occurrence.range.startContainer));
    if (height) extents.set(occurrence, { top: top + above, bottom: bottom + above });
  }
  return extents;
}
