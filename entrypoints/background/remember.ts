// Writes a term that a reader has opened into the history, unless that is off, or the window private.
import { browser } from 'wxt/browser';
import { formsByTerm } from '../../glossary/form-table.ts';
import type { TermKey } from '../../glossary/model.ts';
import { findNamed } from '../../glossary/named-terms.ts';
import { sentenceAt } from '../../glossary/sentence-at.ts';
import { readForms, readTerm } from '../shared/glossaries.ts';
import { addToHistory, isHistoryOn } from '../shared/history.ts';
import type { ChosenTerm, MessageSender, OpenedTerm } from '../shared/messages.ts';

/** What the browser tells of the tab that a reader is in. */
type ReaderTab = NonNullable<MessageSender['tab']>;

/** What a content script tells of a card that has opened; what the page is, the browser says. Not on pages of our own. */
export async function rememberOpened({ term, text, at }: OpenedTerm, { tab }: MessageSender): Promise<void> {
  if (tab && hasPage(tab)) await remember(term, tab, sentenceAt(text, at));
}

/** A term that was chosen in the popup or in the panel, beside a tab. */
export async function rememberChosen({ term, tabId }: ChosenTerm): Promise<void> {
  await remember(term, await browser.tabs.get(tabId));
}

/** A text that was looked up, if it names one term alone; with its sentence if it is selected in a frame of the tab. */
export async function rememberLookUp(text: string, tab: ReaderTab | undefined, frameId?: number): Promise<void> {
  if (!tab || tab.incognito || !(await isHistoryOn())) return;
  const term = await findNamedAlone(text);
  if (term) await remember(term, tab, frameId === undefined ? '' : await readSentence(tab.id, frameId));
}

async function remember(term: TermKey, tab: ReaderTab, sentence = ''): Promise<void> {
  if (tab.incognito || !(await isHistoryOn())) return;
  const reading = await readTerm(term);
  if (!reading) return;
  const { url = '', title = '' } = hasPage(tab) ? tab : {};
  const site = url && new URL(url).hostname;
  await addToHistory({ at: Date.now(), key: term, label: reading.term.label, sentence, title, url, site });
}

/** Whether a tab shows a page that is read; of the browser's own nothing is told. */
function hasPage({ url }: ReaderTab): boolean {
  return url !== undefined && !url.startsWith(browser.runtime.getURL('/'));
}

/** The one term that a text names, or whose key it is: the panel shows it. */
async function findNamedAlone(text: string): Promise<TermKey | undefined> {
  const forms = await readForms();
  if (!forms) return undefined;
  if (forms.terms.some(({ key }) => key === text)) return text;
  const formsOf = formsByTerm(forms);
  const [term, another] = findNamed(forms.terms, ({ key }) => formsOf.get(key) ?? [], text);
  return another ? undefined : term?.key;
}

/** The sentence of what is selected in a frame; empty where it cannot be read. */
async function readSentence(tabId = -1, frameId: number): Promise<string> {
  const [read] = await browser.scripting
    .executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/selection.js'], injectImmediately: true })
    .catch(() => []);
  const around = read?.result as { text: string; at: number } | null | undefined;
  return around ? sentenceAt(around.text, around.at) : '';
}
