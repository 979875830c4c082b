// Tells the background which term's card has opened, and the text around it, for the history.

import { isElement, parentOf } from '../content/dom.ts';
import type { Occurrence } from '../content/occurrences.ts';
import { sendMessage } from '../shared/messages.ts';

const REACH = 400; // UTF-16 units to either side: a long sentence

/** Sends the text of the nearest element that is not in a line, at most so much of it. Rejects where nobody listens. */
export async function tellOpened({ key, range: { startContainer, startOffset } }: Occurrence): Promise<void> {
  let around = parentOf(startContainer) as Node;
  while (isElement(around) && getComputedStyle(around).display === 'inline') around = parentOf(around) as Node;
  const live = new Range();
  live.selectNodeContents(around);
  const whole = String(live);
  live.setEnd(startContainer, startOffset);
  const at = String(live).length;
  const from = Math.max(0, at - REACH);
  await sendMessage('termOpened', { term: key, text: whole.slice(from, at + REACH), at: at - from });
}
