// Tells the background which term's card has opened, and the text around it, for the history.
import type { Occurrence } from '../content/occurrences.ts';
import { textAround } from '../content/text-around.ts';
import { sendMessage } from '../shared/messages.ts';

/** Rejects where nobody listens. */
export async function tellOpened({ key, range }: Occurrence): Promise<void> {
  await sendMessage('termOpened', { term: key, ...textAround(range) });
}
