// Gives the page its turn between two slices of our work.

/** So much work is done without a rest: the first reading of a very large page, seldom anything after that. */
const BURST_MS = 2_000;

/** Work that goes on beyond that, since the page rewrites itself again and again, gets this share of the time. */
const SHARE = 0.2;

/** Deals out the time between the page and us. */
export interface Turns {
  /** Resolves when it is our turn: the tab is seen, and the page has had a chance to handle input and paint. */
  next(): Promise<void>;
  /** Whether we have had more than our share, and the page is to go first. */
  readonly areSpent: boolean;
  /** Tells how long our turn took. */
  end(workMs: number): void;
}

/** The turns of one document. */
export function createTurns(): Turns {
  let spent = 0; // ms of work that time has not paid for yet
  let since = performance.now();
  return {
    async next() {
      await yieldToPage();
      if (spent > BURST_MS) await new Promise((resolve) => setTimeout(resolve, (spent - BURST_MS) / SHARE));
      while (document.hidden) await nextVisibilityChange();
    },
    get areSpent() {
      return spent > BURST_MS;
    },
    end(workMs) {
      const now = performance.now();
      spent = Math.max(0, spent - (now - since) * SHARE) + workMs;
      since = now;
    },
  };
}

function yieldToPage(): Promise<void> {
  return new Promise((resolve) => {
    // Chromium's scheduler puts input and paint first; elsewhere a message task does the same at the end of the queue.
    if ('scheduler' in globalThis) void scheduler.postTask(resolve, { priority: 'user-visible' });
    else setTimeout(resolve, 0);
  });
}

function nextVisibilityChange(): Promise<unknown> {
  return new Promise((resolve) => document.addEventListener('visibilitychange', resolve, { once: true }));
}
