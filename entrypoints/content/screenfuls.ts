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
  let surroundings = createSurroundings();
  const extents = new Map<Occurrence, Extent>();
  const live = new Range(); // one for all: each costs the page something for as long as it is held
  for (const occurrence of occurrences) {
    if (yield) surroundings = createSurroundings(); // scrolled meanwhile
    if (!lit.has(occurrence)) continue; // its range is stale
    setLiveRange(live, occurrence.range);
    const { top, bottom, height } = live.getBoundingClientRect();
    const { above, keeper } = surroundings.of(elementOf(occurrence.range.startContainer));
    const extent = keeper ? surroundings.extentIn(keeper) : { top: top + above, bottom: bottom + above };
    if (height && extent) extents.set(occurrence, extent);
  }
  return extents;
}

/** What is around the text of an element: how far it is scrolled up there, and what keeps it on the screen. */
interface Surrounding {
  readonly above: number;
  readonly keeper: Element | null;
}

/** Reads the surroundings of elements, each once. */
function createSurroundings() {
  const known = new Map<Element, Surrounding>();
  const of = (element: Element | null): Surrounding => {
    if (!element) return { above: 0, keeper: null };
    const before = known.get(element);
    if (before) return before;
    const around = of(elementOf(element));
    const surrounding = { above: element.scrollTop + around.above, keeper: keeperOf(element, around.keeper) };
    known.set(element, surrounding);
    return surrounding;
  };
  return {
    of,
    /** Where what such an element keeps on the screen can be: anywhere, or in its container; `null` if nowhere as yet. */
    extentIn(keeper: Element): Extent | null {
      if (getComputedStyle(keeper).position === 'fixed') {
        return isOnScreen(keeper)
          ? { top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY, stays: true }
          : null;
      }
      let container = elementOf(keeper);
      while (container && getComputedStyle(container).display.startsWith('table-')) container = elementOf(container);
      const { top, bottom } = (container ?? keeper).getBoundingClientRect();
      const { above } = of(container && elementOf(container));
      return { top: top + above, bottom: bottom + above, stays: true };
    },
  };
}

/** What keeps an element's text on the screen; what it scrolls itself is not kept. */
function keeperOf(element: Element, around: Element | null): Element | null {
  const { position, overflowY } = getComputedStyle(element);
  const isScrolled = /auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight;
  if (isScrolled) return null;
  return position === 'fixed' || position === 'sticky' ? element : around;
}

function isOnScreen(element: Element): boolean {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
}
