// How familiar terms are to the reader: by the days on which their cards were opened, and less and less as time goes by.
import { browser } from 'wxt/browser';
import type { TermKey } from '../../glossary/model.ts';

/**
 * A summary of the history. Of each term: how familiar it was when its card was last opened, and when that was, in
 * milliseconds since 1970.
 */
export type Familiarity = Readonly<Record<TermKey, readonly [strength: number, at: number]>>;

/** Its key in the browser's local storage; there only while terms fade. */
export const FAMILIARITY_KEY = 'familiarity';

/** What is not met again is half as familiar after this time. */
const HALF_LIFE_MS = 30 * 24 * 3_600_000;

/** The first card of a day counts 1; looking again on the same day teaches less. */
const AGAIN = 0.25;

/** So familiar a term is painted fainter, and then not at all: about three days of looking it up, and about five. */
const FAINT_FROM = 2;
const UNLIT_FROM = 4;

/** How a term is painted. */
export type Brightness = 'lit' | 'faint' | 'unlit';

/** How familiar a term is at the last of the moments at which its card was opened. These ascend; there is at least one. */
export function familiarityAt(openings: readonly number[]): readonly [strength: number, at: number] {
  let strength = 0;
  let before = 0;
  for (const at of openings) {
    const isSameDay = new Date(at).toDateString() === new Date(before).toDateString();
    strength = decay(strength, at - before) + (isSameDay ? AGAIN : 1);
    before = at;
  }
  return [strength, before];
}

/** How far a term has faded by now. */
export function brightnessOf(familiarity: Familiarity, key: TermKey, now: number): Brightness {
  const [strength, at] = familiarity[key] ?? [0, now];
  const left = decay(strength, now - at);
  return left >= UNLIT_FROM ? 'unlit' : left >= FAINT_FROM ? 'faint' : 'lit';
}

function decay(strength: number, elapsedMs: number): number {
  return strength * 0.5 ** (Math.max(0, elapsedMs) / HALF_LIFE_MS);
}

/** The summary as stored; empty where there is none or it cannot be read. */
export async function readFamiliarity(): Promise<Familiarity> {
  try {
    return ((await browser.storage.local.get(FAMILIARITY_KEY))[FAMILIARITY_KEY] as Familiarity | undefined) ?? {};
  } catch {
    return {};
  }
}

/** Calls back after every change of the summary, until the signal aborts. */
export function watchFamiliarity(onChange: (familiarity: Familiarity) => void, signal: AbortSignal): void {
  const listen = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[FAMILIARITY_KEY];
    if (area === 'local' && change) onChange((change.newValue as Familiarity | undefined) ?? {});
  };
  browser.storage.onChanged.addListener(listen);
  signal.addEventListener('abort', () => browser.storage?.onChanged?.removeListener(listen));
}
