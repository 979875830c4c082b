// Gives the page its turn between two slices of our work.

/** Resolves when the page has had a chance to handle input and paint. */
export function yieldToPage(): Promise<void> {
  return new Promise((resolve) => {
    // Chromium's scheduler puts input and paint first; elsewhere a message task does the same at the end of the queue.
    if ('scheduler' in globalThis) void scheduler.postTask(resolve, { priority: 'user-visible' });
    else setTimeout(resolve, 0);
  });
}
