// What a ceiling leaves lit: never more on a screenful, wherever the page is scrolled to, and as much as that allows.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseBelowCeiling, type Extent } from '../../entrypoints/content/ceiling.ts';

const SCREEN = 100;
const LINE = 10;

const anyPlaces = fc.array(
  fc.integer({ min: -SCREEN, max: 5 * SCREEN }).map((top): Extent => ({ top, bottom: top + LINE })),
);
const EVERYWHERE: Extent = { top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY, stays: true };
const anyStaying = fc.array(
  fc.oneof(
    fc.constant(EVERYWHERE),
    fc
      .tuple(fc.integer({ min: -SCREEN, max: 5 * SCREEN }), fc.integer({ min: LINE, max: 3 * SCREEN }))
      .map(([top, height]): Extent => ({ top, bottom: top + height, stays: true })),
  ),
);
const anyCeiling = fc.integer({ min: 1, max: 5 });

const isSeenFrom = (y: number, { top, bottom }: Extent) => bottom > y && top < y + SCREEN;
/** How many of the chosen places are seen at most, and at which scroll positions that can change. */
const mostSeen = (places: readonly Extent[]) => {
  const edges = places.flatMap(({ top, bottom }) => [top, bottom - 1, bottom - SCREEN, top - SCREEN + 1]);
  const positions = [0, ...edges.filter(Number.isFinite)];
  return Math.max(0, ...positions.map((y) => places.filter((place) => isSeenFrom(y, place)).length));
};

describe('a ceiling', () => {
  it('is kept wherever the page is scrolled to', () => {
    fc.assert(
      fc.property(anyPlaces, anyCeiling, (places, ceiling) => {
        const chosen = [...chooseBelowCeiling(places, ceiling, SCREEN)].map((number) => places[number] as Extent);
        expect(mostSeen(chosen)).toBeLessThanOrEqual(ceiling);
      }),
    );
  });

  it('leaves nothing unlit that a screenful has room for', () => {
    fc.assert(
      fc.property(anyPlaces, anyCeiling, (places, ceiling) => {
        const chosen = chooseBelowCeiling(places, ceiling, SCREEN);
        for (const [number, place] of places.entries()) {
          if (chosen.has(number)) continue;
          const above = [...chosen].filter((other) => {
            const { top, bottom } = places[other] as Extent;
            return top <= place.top && place.top - bottom < SCREEN;
          });
          expect(above.length).toBeGreaterThanOrEqual(ceiling);
        }
      }),
    );
  });

  it('is kept with what stays on the screen', () => {
    fc.assert(
      fc.property(anyPlaces, anyStaying, anyCeiling, (moving, staying, ceiling) => {
        const places = [...moving, ...staying];
        const chosen = [...chooseBelowCeiling(places, ceiling, SCREEN)].map((number) => places[number] as Extent);
        expect(mostSeen(chosen)).toBeLessThanOrEqual(ceiling);
      }),
    );
  });

  it('leaves the other half to the text under a header of many terms', () => {
    const header = Array.from({ length: 6 }, () => EVERYWHERE);
    const text = Array.from({ length: 6 }, (_, line) => ({ top: line * LINE, bottom: (line + 1) * LINE }));
    expect([...chooseBelowCeiling([...text, ...header], 5, SCREEN)]).toEqual([6, 7, 0, 1, 2]);
  });

  it('is all for what stays on the screen where nothing else is', () => {
    expect(chooseBelowCeiling(new Array(6).fill(EVERYWHERE), 5, SCREEN).size).toBe(5);
  });

  it('takes what comes first in the order of places where these are as high', () => {
    const row = [0, 0, 0].map((top) => ({ top, bottom: top + LINE }));
    expect([...chooseBelowCeiling(row, 2, SCREEN)]).toEqual([0, 1]);
  });
});
