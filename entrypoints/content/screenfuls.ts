// Reads where occurrences stand on the page, and leaves as many of them as a ceiling allows on each screenful.
import { chooseBelowCeiling, type Extent } from './ceiling.ts';
import { elementOf } from './dom.ts';
import { type Occurrence, setLiveRange } from './occurrences.ts';

/** Of occurrences in reading order those that a ceiling leaves on each screenful. */
export function keepBelowCeiling(occurrences: readonly Occurrence[], ceiling: number): Occurrence[] {
  const extents = readExtents(occurrences);
  const seen = occurrences.filter((occurrence) => extents.has(occurrence));
  const places = seen.map((occurrence) => extents.get(occurrence) as Extent);
  const isTop = window === window.top;
  const screenHeight = isTop ? innerHeight : Math.min(innerHeight, screen.height); // some frames are as high as their text
  const chosen = chooseBelowCeiling(places, ceiling, screenHeight);
  return seen.filter((_, number) => chosen.has(number));
}

/** Where occurrences would stand if nothing were scrolled; those that have no box are left out. */
function readExtents(occurrences: readonly Occurrence[]): Map<Occurrence, Extent> {
  const scrolled = new Map<Element | null, number>([[null, 0]]);
  /** How far an element's text is scrolled up, by itself and all around it. */
  const scrolledBy = (element: Element | null): number => {
    const known = scrolled.get(element);
    if (known !== undefined || !element) return known ?? 0;
    const height = element.scrollTop + scrolledBy(elementOf(element));
    scrolled.set(element, height);
    return height;
  };
  const extents = new Map<Occurrence, Extent>();
  const live = new Range(); // one for all: each costs the page something for as long as it is held
  for (const occurrence of occurrences) {
    setLiveRange(live, occurrence.range);
    const { top, bottom, height } = live.getBoundingClientRect();
    const above = scrolledBy(elementOf(occurrence.range.startContainer));
    if (height) extents.set(occurrence, { top: top + above, bottom: bottom + above });
  }
  return extents;
}
