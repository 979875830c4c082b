// Writes a term that a reader has opened into the history, unless that is off, the window private, or the page one of ours.
import { browser } from 'wxt/browser';
import { sentenceAt } from '../../glossary/sentence-at.ts';
import { readTerm } from '../shared/glossaries.ts';
import { addToHistory, isHistoryOn } from '../shared/history.ts';
import type { MessageSender, OpenedTerm } from '../shared/messages.ts';

/** What a content script tells of a card that has opened; what the page is, the browser says. */
export async function rememberOpened({ term, text, at }: OpenedTerm, { tab }: MessageSender): Promise<void> {
  if (!tab?.url || tab.incognito || tab.url.startsWith(browser.runtime.getURL('/')) || !(await isHistoryOn())) return;
  const reading = await readTerm(term);
  if (!reading) return;
  await addToHistory({
    at: Date.now(),
    key: term,
    label: reading.term.label,
    sentence: sentenceAt(text, at),
    title: tab.title ?? '',
    url: tab.url,
    site: new URL(tab.url).hostname,
  });
}
