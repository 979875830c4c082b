// Waits with an action until the page has been laid out and drawn, and so has nothing to lay out when it is asked for places.

/**
 * Gives a function that runs an action after the next frame. Called once more while it waits, it waits no longer: a frame
 * out of sight is never drawn.
 */
export function createAfterFrame(action: () => void, signal: AbortSignal): () => void {
  let isWaiting = false;
  const run = () => {
    if (isWaiting && !signal.aborted) action();
    isWaiting = false;
  };
  return () => {
    if (isWaiting) return run();
    isWaiting = true;
    requestAnimationFrame(() => setTimeout(run));
  };
}
