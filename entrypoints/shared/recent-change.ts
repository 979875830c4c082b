// What a reader has unlit by cards a short while ago, which the popup offers to take back.
import { browser } from 'wxt/browser';
import type { TermKey } from '../../glossary/model.ts';
import { isSiteOn, type Settings, withKnownTerm, withOtherMeaning, withSite } from './settings.ts';

/** How long a change can be taken back from the popup; in the options it can be at any time. */
const UNDO_MS = 10 * 60_000;

const STORAGE_KEY = 'recent-changes';

/** A term that is known, one that means something else on a site, or a site that is switched off. */
export type RecentChange =
  | { readonly kind: 'known'; readonly term: TermKey }
  | { readonly kind: 'otherMeaning'; readonly term: TermKey; readonly site: string }
  | { readonly kind: 'siteOff'; readonly site: string };

interface StoredChange {
  readonly change: RecentChange;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Offers a change to be taken back, before the others. Kept in memory: a restart of the browser forgets it. */
export function addRecentChange(change: RecentChange): Promise<void> {
  return navigator.locks.request('termlight-recent', async () => {
    const others = (await readStored()).filter((stored) => !isSame(stored.change, change));
    const changes: StoredChange[] = [{ change, at: Date.now() }, ...others];
    await browser.storage.session.set({ [STORAGE_KEY]: changes });
  });
}

/** The changes that can still be taken back, the latest first. */
export async function readRecentChanges(): Promise<RecentChange[]> {
  return (await readStored()).map(({ change }) => change);
}

/** Whether the settings are still as a change has left them: nothing else has taken it back. */
export function isInForce(change: RecentChange, settings: Settings): boolean {
  if (change.kind === 'known') return settings.knownTerms.includes(change.term);
  if (change.kind === 'siteOff') return !isSiteOn(settings, change.site);
  return settings.otherMeanings[change.site]?.includes(change.term) === true;
}

/** The settings with a change taken back. */
export function withoutChange(settings: Settings, change: RecentChange): Partial<Settings> {
  if (change.kind === 'known') return withKnownTerm(settings, change.term, false);
  if (change.kind === 'siteOff') return withSite(settings, change.site, true);
  return withOtherMeaning(settings, change.site, change.term, false);
}

async function readStored(): Promise<StoredChange[]> {
  const { [STORAGE_KEY]: stored = [] } = await browser.storage.session.get(STORAGE_KEY);
  return (stored as StoredChange[]).filter(({ at }) => Date.now() - at < UNDO_MS);
}

function isSame(a: RecentChange, b: RecentChange): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
