// Does again and again what a changing page asks for, at a bounded share of its time.

/** How long a change waits for those that follow: at least so long, and so many times what the action takes. */
const LEAST_WAIT_MS = 100;
const MOST_WAIT_MS = 5_000; // an action that gives the page its turn can take hours, in a hidden tab
const WAIT_PER_COST = 10;

/** Gives a function that has the action done soon, once for all calls until then; never after the signal aborts. */
export function createPacedAction(action: () => void | Promise<void>, signal: AbortSignal): () => void {
  let waitMs = LEAST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isActing = false;
  let isAskedAgain = false;
  const ask = () => {
    if (isActing) isAskedAgain = true;
    else if (!signal.aborted) timer ??= setTimeout(act, waitMs);
  };
  const act = async () => {
    timer = undefined;
    isActing = true;
    isAskedAgain = false;
    const begin = performance.now();
    await action();
    isActing = false;
    waitMs = Math.min(MOST_WAIT_MS, Math.max(LEAST_WAIT_MS, WAIT_PER_COST * (performance.now() - begin)));
    if (isAskedAgain) ask();
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  return ask;
}
