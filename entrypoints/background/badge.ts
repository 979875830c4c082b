// The number on the toolbar button: how many terms are lit in the tab.
import { browser } from 'wxt/browser';
import { askTabTerms } from '../shared/page-terms.ts';
import { readSettings } from '../shared/settings.ts';

/** How long a tab is listened to after it has told of a change: until all its frames have answered. */
const LISTENING_MS = 1000;

const MOST = 999; // what a badge has room for

// Quiet on light and dark toolbars; not the amber of what is lit.
const BACKGROUND = '#675f54';
const TEXT = '#fffefb';

const listening = new Map<number, AbortController>();

/** Gives the number its colours. */
export async function dressBadge(): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: BACKGROUND });
  await browser.action.setBadgeTextColor({ color: TEXT });
}

/** Asks all frames of a tab for their terms, and shows how many there are. Browsers take the number away with the page. */
export async function showTermCount(tabId: number): Promise<void> {
  listening.get(tabId)?.abort();
  const leaving = new AbortController();
  listening.set(tabId, leaving);
  const { badge } = (await readSettings()).settings;
  if (leaving.signal.aborted) return;
  if (!badge) return setBadge(tabId, 0);
  askTabTerms(tabId, ({ terms }) => void setBadge(tabId, terms.length), leaving.signal);
  setTimeout(() => leaving.abort(), LISTENING_MS);
}

/** Takes over changed settings in all tabs: those that are not seen tell of no change by themselves. */
export async function updateBadges(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => id !== undefined && showTermCount(id)));
}

async function setBadge(tabId: number, count: number): Promise<void> {
  const text = count > MOST ? `${MOST}+` : count ? String(count) : '';
  await browser.action.setBadgeText({ tabId, text }).catch(() => undefined); // the tab may be gone
}
