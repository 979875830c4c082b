// How time is dealt out between the page and us.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTurns } from '../../entrypoints/content/yield-to-page.ts';

const SLICE_MS = 6;

let page: EventTarget & { hidden: boolean };

beforeEach(() => {
  vi.useFakeTimers();
  page = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal('document', page);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Works without end for so long, slice after slice, and returns the time it got. */
async function workFor(ms: number): Promise<number> {
  const turns = createTurns();
  const end = performance.now() + ms;
  let worked = 0;
  const work = async () => {
    while (performance.now() < end) {
      await turns.next();
      await new Promise((resolve) => setTimeout(resolve, SLICE_MS));
      worked += SLICE_MS;
      turns.end(SLICE_MS);
    }
  };
  const done = work();
  await vi.advanceTimersByTimeAsync(ms + 1_000);
  await done;
  return worked;
}

it('reads a large page without a rest', async () => {
  expect(await workFor(1_000)).toBeGreaterThan(800);
});

it('takes a fifth of the time where a page is rewritten without end', async () => {
  const [minute, twoMinutes] = [await workFor(60_000), await workFor(120_000)];
  expect((twoMinutes - minute) / 60_000).toBeCloseTo(0.2, 1);
});

it('waits while the tab is hidden', async () => {
  page.hidden = true;
  let isOurTurn = false;
  void createTurns()
    .next()
    .then(() => {
      isOurTurn = true;
    });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(isOurTurn).toBe(false);
  page.hidden = false;
  page.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(0);
  expect(isOurTurn).toBe(true);
});
