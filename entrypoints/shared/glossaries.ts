// Reads the glossaries in the browser's store: one head a glossary, one key a term, and the forms for all pages.
import { browser } from 'wxt/browser';
import type { GlossaryCues, GlossaryTopics, TermCues } from '../../glossary/compile.ts';
import type { Fault } from '../../glossary/faults.ts';
import type { FormTable } from '../../glossary/form-table.ts';
import { type GlossaryHead, parseTermKey, type Term, type TermKey } from '../../glossary/model.ts';
import { noteKey } from './notes.ts';

/** The id of the glossary that holds the reader's own terms. */
export const OWN_GLOSSARY_ID = 'my-terms';

/** The forms of all glossaries that pages are searched for. */
export const FORMS_KEY = 'form-table';
/** The topics of all glossaries, by their ids; read, with cues, only for a page on which something is to be decided. */
export const TOPICS_KEY = 'topics';
/** The key of what decides about the senses of a term. */
export const cuesKey = (key: TermKey) => `cues:${key}`;
/** What is wrong with the glossary file; not there while nothing is. */
export const PROBLEM_KEY = 'glossary-problem';
/** The key of a glossary's head. */
export const headKey = (glossaryId: string) => `glossary:${glossaryId}`;
/** The key of a term's texts. */
export const textKey = (key: TermKey) => `term:${key}`;

/** A glossary's head as stored, with the ids of its terms in their order. */
export interface StoredHead extends GlossaryHead {
  readonly termIds: readonly string[];
}

/** What is wrong with a glossary file that was refused. */
export interface GlossaryProblem {
  readonly file: string;
  readonly faults: readonly Fault[];
}

/** One term with the head of its glossary: all that a card or a page about it shows. */
export interface TermReading {
  readonly key: TermKey;
  readonly term: Term;
  readonly glossary: StoredHead;
  /** The reader's own; only where the card asks for it. */
  readonly note?: string | undefined;
}

/** The forms to search pages for; `null` while no glossary is stored. Never throws. */
export async function readForms(): Promise<FormTable | null> {
  try {
    return ((await browser.storage.local.get(FORMS_KEY))[FORMS_KEY] as FormTable | undefined) ?? null;
  } catch {
    return null;
  }
}

/** What decides about the senses of some terms; rejects where the store cannot be read. */
export async function readCues(terms: Iterable<TermKey>): Promise<GlossaryCues[]> {
  const keys = [...terms];
  const stored = await browser.storage.local.get([TOPICS_KEY, ...keys.map(cuesKey)]);
  const topicsOf = (stored[TOPICS_KEY] ?? {}) as Record<string, GlossaryTopics>;
  return Object.entries(topicsOf).map(([id, topics]) => ({
    topics,
    terms: Object.fromEntries(
      keys
        .filter((key) => parseTermKey(key).glossaryId === id && cuesKey(key) in stored)
        .map((key) => [key, stored[cuesKey(key)] as TermCues]),
    ),
  }));
}

/** A term's texts with the reader's note, or `null` if they are not in the store. In private windows there are no notes. */
export async function readTerm(key: TermKey): Promise<TermReading | null> {
  const head = headKey(parseTermKey(key).glossaryId);
  const stored = await browser.storage.local.get([textKey(key), head, noteKey(key)]);
  const term = stored[textKey(key)] as Term | undefined;
  const glossary = stored[head] as StoredHead | undefined;
  const note = browser.extension.inIncognitoContext ? undefined : (stored[noteKey(key)] as string | undefined);
  return term && glossary ? { key, term, glossary, note } : null;
}

/**
 * All terms of all glossaries, for searching and listing; what pages are searched for tells which there are. Rejects
 * where the store cannot be read.
 */
export async function readAllTerms(): Promise<TermReading[]> {
  const forms = (await browser.storage.local.get(FORMS_KEY))[FORMS_KEY] as FormTable | undefined;
  const keys = forms?.terms.map(({ key }) => key) ?? [];
  const heads = new Set(keys.map((key) => headKey(parseTermKey(key).glossaryId)));
  const stored = await browser.storage.local.get([...heads, ...keys.map(textKey)]);
  return keys.flatMap((key) => {
    const term = stored[textKey(key)] as Term | undefined;
    const glossary = stored[headKey(parseTermKey(key).glossaryId)] as StoredHead | undefined;
    return term && glossary ? [{ key, term, glossary }] : [];
  });
}

/** What is wrong with the glossary file, or `null`. */
export async function readGlossaryProblem(): Promise<GlossaryProblem | null> {
  return ((await browser.storage.local.get(PROBLEM_KEY))[PROBLEM_KEY] as GlossaryProblem | undefined) ?? null;
}
