// Does again and again what a changing page asks for, at a bounded share of its time.

/** How long a change waits for those that follow: at least so long, and so many times what the action costs. */
const LEAST_WAIT_MS = 100;
const WAIT_PER_COST = 10;

/** Gives a function that has the action done soon, once for all calls until then; never after the signal aborts. */
export function createPacedAction(action: () => void, signal: AbortSignal): () => void {
  let waitMs = LEAST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const act = () => {
    timer = undefined;
    const begin = performance.now();
    action();
    waitMs = Math.max(LEAST_WAIT_MS, WAIT_PER_COST * (performance.now() - begin));
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  return () => {
    if (!signal.aborted) timer ??= setTimeout(act, waitMs);
  };
}
