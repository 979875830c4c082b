// Tells a reader that something takes a while, as a Preact hook: what is done in a moment says nothing.
import { useState } from 'preact/hooks';

const LONG_MS = 400; // a reader waits no longer without a sign

/** Whether something takes long, and what tells of it. */
export function useWorking(): { readonly isLong: boolean; during<T>(work: Promise<T>): Promise<T> } {
  const [isLong, setLong] = useState(false);
  return {
    isLong,
    during(work) {
      const timer = setTimeout(() => setLong(true), LONG_MS);
      return work.finally(() => {
        clearTimeout(timer);
        setLong(false);
      });
    },
  };
}
