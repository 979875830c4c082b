// Keeps what a reader does in a private window from being remembered.
import type { MessageSender } from '../shared/messages.ts';

/** Listens to what is to be remembered; rejects where it comes from a private window, so that its sender says so. */
export function unlessPrivate<D, R>(remember: (data: D) => Promise<R>): (data: D, sender: MessageSender) => Promise<R> {
  return async (data, { tab }) => {
    if (tab?.incognito) throw new Error('nothing is remembered of private windows');
    return remember(data);
  };
}
