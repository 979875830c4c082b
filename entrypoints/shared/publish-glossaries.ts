// Lays out of all stored glossaries what pages read, and writes it together with what changes it.
import { browser } from 'wxt/browser';
import { compileForms, compileTermCues, compileTopics } from '../../glossary/compile.ts';
import { layOutForms } from '../../glossary/form-table.ts';
import { type Glossary, type Term, termKey } from '../../glossary/model.ts';
import { cuesKey, FORMS_KEY, headKey, OWN_GLOSSARY_ID, type StoredHead, TOPICS_KEY, textKey } from './glossaries.ts';

/** What the store holds, by key. */
type Entries = Readonly<Record<string, unknown>>;

/** Does a piece of work on the glossaries while nobody else writes one. */
export function lockGlossaries<R>(work: () => Promise<R>): Promise<R> {
  return navigator.locks.request('termlight-glossaries', work);
}

/** All glossaries in the store; call it under the lock where one of them is to be written. */
export async function readGlossaries(): Promise<Glossary[]> {
  return toGlossaries(await browser.storage.local.get(null));
}

/** The glossaries among entries of the store, the reader's own first: of two that have a form the first one keeps it. */
export function toGlossaries(entries: Entries): Glossary[] {
  const heads = Object.entries(entries).filter(([key]) => key.startsWith(headKey(''))) as [string, StoredHead][];
  const glossaries = heads.map(([, { termIds, ...head }]) => ({
    ...head,
    terms: termIds.flatMap((id) => (entries[textKey(termKey(head.id, id))] as Term | undefined) ?? []),
  }));
  return ownFirst(glossaries);
}

function ownFirst(glossaries: readonly Glossary[]): Glossary[] {
  return glossaries.toSorted((a, b) => Number(b.id === OWN_GLOSSARY_ID) - Number(a.id === OWN_GLOSSARY_ID));
}

/** A glossary as entries of the store: its head, and of each term its texts and its cues. */
export function layOutGlossary({ terms, ...head }: Glossary): Entries {
  const cues = compileTermCues({ id: head.id, terms });
  const stored: StoredHead = { ...head, termIds: terms.map(({ id }) => id) };
  return {
    [headKey(head.id)]: stored,
    ...Object.fromEntries(terms.map((term) => [textKey(termKey(head.id, term.id)), term])),
    ...Object.fromEntries(Object.entries(cues).map(([key, own]) => [cuesKey(key), own])),
  };
}

/** The keys of these entries. */
function keysOf({ id, terms }: Glossary): string[] {
  const keys = terms.map((term) => termKey(id, term.id));
  return [headKey(id), ...keys.map(textKey), ...keys.map(cuesKey)];
}

/** What pages read of all glossaries together: the forms that they are searched for, and the topics. */
export function layOutForPages(glossaries: readonly Glossary[]): Entries {
  return {
    [FORMS_KEY]: layOutForms(glossaries.flatMap(compileForms)),
    [TOPICS_KEY]: Object.fromEntries(glossaries.map((glossary) => [glossary.id, compileTopics(glossary)])),
  };
}

/**
 * Puts a glossary in the place of the stored one with its id; all others stay. One write, with what pages read, and with
 * more entries where these belong to the same change. Call it under the lock.
 */
export async function storeGlossary(
  glossary: Glossary,
  stored: readonly Glossary[],
  more: Entries = {},
): Promise<void> {
  const entries = layOutGlossary(glossary);
  const earlier = stored.find(({ id }) => id === glossary.id);
  const all = ownFirst([...stored.filter((other) => other !== earlier), glossary]);
  await browser.storage.local.set({ ...entries, ...layOutForPages(all), ...more });
  const gone = (earlier ? keysOf(earlier) : []).filter((key) => !Object.hasOwn(entries, key));
  if (gone.length) await browser.storage.local.remove(gone);
}
