// Lays out of all stored glossaries what pages read, and writes it together with what changes it.
import { browser } from 'wxt/browser';
import { compileCues, compileForms } from '../../glossary/compile.ts';
import { layOutForms } from '../../glossary/form-table.ts';
import { type Glossary, type Level, type Term, termKey } from '../../glossary/model.ts';
import { CUES_KEY, FORMS_KEY, headKey, OWN_GLOSSARY_ID, type StoredHead, textKey } from './glossaries.ts';
import { readSettings } from './settings.ts';

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
  return glossaries.sort((a, b) => Number(b.id === OWN_GLOSSARY_ID) - Number(a.id === OWN_GLOSSARY_ID));
}

/** A glossary as entries of the store: its head, and each of its terms. */
export function layOutGlossary({ terms, ...head }: Glossary): Entries {
  const texts = terms.map((term) => [textKey(termKey(head.id, term.id)), term]);
  const stored: StoredHead = { ...head, termIds: terms.map(({ id }) => id) };
  return { [headKey(head.id)]: stored, ...Object.fromEntries(texts) };
}

/**
 * What pages read of all glossaries: the forms that they are searched for, and the cues that decide about the senses of
 * those that may be lit. Everyday words seldom are, and have half of all cues.
 */
export function layOutForPages(glossaries: readonly Glossary[], levels: readonly Level[]): Entries {
  const isLit = ({ level }: Term) => level !== 'everyday' || levels.includes('everyday');
  return {
    [FORMS_KEY]: layOutForms(glossaries.flatMap(compileForms)),
    [CUES_KEY]: glossaries.map((glossary) => compileCues({ ...glossary, terms: glossary.terms.filter(isLit) })),
  };
}

/** Lays out for pages what is stored, with the cues that terms of these levels need. */
export async function publishGlossaries(levels: readonly Level[]): Promise<void> {
  await lockGlossaries(async () => browser.storage.local.set(layOutForPages(await readGlossaries(), levels)));
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
  const { levels } = (await readSettings()).settings;
  const entries = layOutGlossary(glossary);
  const earlier = stored.find(({ id }) => id === glossary.id);
  const all = toGlossaries(Object.assign({}, ...stored.map(layOutGlossary), entries));
  await browser.storage.local.set({ ...entries, ...layOutForPages(all, levels), ...more });
  const gone = Object.keys(earlier ? layOutGlossary(earlier) : {}).filter((key) => !Object.hasOwn(entries, key));
  if (gone.length) await browser.storage.local.remove(gone);
}
