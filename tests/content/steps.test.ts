// How long work on a whole page gives the page its turn.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPacedAction } from '../../entrypoints/content/paced-action.ts';
import { doAtOnce, doInSlices, SLICE_MS, type Steps } from '../../entrypoints/content/steps.ts';

const STEP_MS = 2;
const STEPS = 30;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Works in steps, and resolves to how many of them came after a turn of the page. */
function* work(): Steps<number> {
  let turns = 0;
  for (let step = 0; step < STEPS; step++) {
    vi.advanceTimersByTime(STEP_MS);
    if (yield) turns++;
  }
  return turns;
}

it('is done in slices, between which the page has its turn, the first of them at once', async () => {
  const onDone = vi.fn();
  const begin = performance.now();
  void doInSlices(work(), onDone, new AbortController().signal);
  expect(performance.now() - begin).toBeLessThanOrEqual(SLICE_MS + STEP_MS);
  await vi.runAllTimersAsync();
  expect(onDone).toHaveBeenCalledOnce();
  expect(onDone.mock.calls[0]?.[0]).toBeGreaterThanOrEqual((STEPS * STEP_MS) / (SLICE_MS + STEP_MS) - 1);
});

it('is done without a turn of the page where it is asked for at once', () => {
  expect(doAtOnce(work())).toBe(0);
});

it('ends between two slices when it is no longer wanted', async () => {
  const onDone = vi.fn();
  const end = new AbortController();
  void doInSlices(work(), onDone, end.signal);
  end.abort();
  await vi.runAllTimersAsync();
  expect(onDone).not.toHaveBeenCalled();
});

it('is asked for again while it is done: then it is done once more, and not twice at a time', async () => {
  let doing = 0;
  const most: number[] = [];
  const act = createPacedAction(async () => {
    most.push(++doing);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    doing--;
  }, new AbortController().signal);
  act();
  await vi.advanceTimersByTimeAsync(500);
  act();
  act();
  await vi.runAllTimersAsync();
  expect(most).toEqual([1, 1]);
});
