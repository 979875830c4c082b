// The last word that a reader had unlit by a card, which the popup offers to take back for a while.
import { browser } from 'wxt/browser';
import type { TermKey } from '../../glossary/model.ts';

/** How long a change can be taken back from the popup; in the options it can be at any time. */
const UNDO_MS = 10 * 60_000;

const STORAGE_KEY = 'recent-change';

/** A term that means something else on a site, or one that is known. */
export type RecentChange = { readonly term: TermKey } & (
  | { readonly kind: 'otherMeaning'; readonly site: string }
  | { readonly kind: 'known' }
);

interface StoredChange {
  readonly change: RecentChange;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Offers a change to be taken back; `null` offers none. Kept in memory: a restart of the browser forgets it. */
export async function setRecentChange(change: RecentChange | null): Promise<void> {
  if (change) await browser.storage.session.set({ [STORAGE_KEY]: { change, at: Date.now() } satisfies StoredChange });
  else await browser.storage.session.remove(STORAGE_KEY);
}

/** The change that can still be taken back, or `null`. */
export async function readRecentChange(): Promise<RecentChange | null> {
  const stored = (await browser.storage.session.get(STORAGE_KEY))[STORAGE_KEY] as StoredChange | undefined;
  return stored && Date.now() - stored.at < UNDO_MS ? stored.change : null;
}
