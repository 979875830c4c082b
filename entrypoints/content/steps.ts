// Work on a whole page in small steps: done at once, or in slices between which the page has its turn.
import { createTurns } from './yield-to-page.ts';

/** The longest stretch of work before the page gets its turn; with what V8 tidies up meanwhile it stays below a frame. */
export const SLICE_MS = 6;

/** Work that can rest after each of its steps. Each is told whether the page has had its turn, and may have changed. */
export type Steps<T> = Generator<void, T, boolean>;

/** Does all steps at once. */
export function doAtOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next(false);
  return step.value;
}

/** Does steps in slices, the first of them at once. Not done to the end, and `onDone` not called, if the signal aborts. */
export async function doInSlices<T>(steps: Steps<T>, onDone: (result: T) => void, signal: AbortSignal): Promise<void> {
  const turns = createTurns();
  let begin = performance.now();
  let step = steps.next();
  while (!step.done) {
    const took = performance.now() - begin;
    if (took < SLICE_MS) {
      step = steps.next(false);
      continue;
    }
    turns.end(took);
    await turns.next();
    if (signal.aborted) return;
    begin = performance.now();
    step = steps.next(true);
  }
  onDone(step.value);
}
