// Brings a glossary file into the browser's store: validated as a whole, stored in one write, or refused.
import { browser } from 'wxt/browser';
import { compileCues, compileForms } from '../../glossary/compile.ts';
import { layOutForms } from '../../glossary/form-table.ts';
import { type Glossary, type Level, termKey } from '../../glossary/model.ts';
import { type ValidationResult, validateGlossary } from '../../glossary/validate.ts';
import {
  CUES_KEY,
  FORMS_KEY,
  type GlossaryProblem,
  headKey,
  PROBLEM_KEY,
  type StoredHead,
  textKey,
} from '../shared/glossaries.ts';
import { readSettings } from '../shared/settings.ts';

/** The file, shipped with the extension, that holds the built-in glossary. */
const BUILTIN_FILE = 'hu-xiaoming-2017.termlight.json';

/**
 * Reads the glossary file that ships with the extension into the store, with the cues that terms of these levels need;
 * by default of those that are lit. A file that is missing or does not validate changes nothing but the note about what
 * is wrong.
 */
export async function installBuiltinGlossary(levels?: readonly Level[]): Promise<void> {
  const result = await readBuiltinFile();
  if (!result.ok) {
    await browser.storage.local.set({
      [PROBLEM_KEY]: { file: BUILTIN_FILE, errors: result.errors } satisfies GlossaryProblem,
    });
    return;
  }
  await storeGlossary(result.glossary, levels ?? (await readSettings()).settings.levels);
  await browser.storage.local.remove(PROBLEM_KEY);
}

async function readBuiltinFile(): Promise<ValidationResult> {
  let input: unknown;
  try {
    // A file of the extension itself: nothing leaves the browser.
    input = await (await fetch(browser.runtime.getURL(`/${BUILTIN_FILE}` as '/popup.html'))).json();
  } catch (error) {
    return { ok: false, errors: [error instanceof Error ? error.message : String(error)] };
  }
  return validateGlossary(input);
}

/**
 * In one write: the glossary's head, each of its terms, the forms that pages are searched for, and the cues that
 * decide about the senses of those that may be lit: everyday words seldom are, and have half of all cues.
 */
async function storeGlossary(glossary: Glossary, levels: readonly Level[]): Promise<void> {
  const { terms, ...head } = glossary;
  const earlier = (await browser.storage.local.get(headKey(glossary.id)))[headKey(glossary.id)] as
    | StoredHead
    | undefined;
  const lit = levels.includes('everyday') ? terms : terms.filter(({ level }) => level !== 'everyday');
  const termIds = terms.map((term) => term.id);
  const texts = terms.map((term) => [textKey(termKey(glossary.id, term.id)), term] as const);
  await browser.storage.local.set({
    [headKey(glossary.id)]: { ...head, termIds } satisfies StoredHead,
    ...Object.fromEntries(texts),
    [FORMS_KEY]: layOutForms(compileForms(glossary)),
    [CUES_KEY]: [compileCues({ ...glossary, terms: lit })],
  });
  const gone = (earlier?.termIds ?? []).filter((termId) => !termIds.includes(termId));
  if (gone.length) await browser.storage.local.remove(gone.map((termId) => textKey(termKey(glossary.id, termId))));
}
