// Brings the built-in glossary into the browser's store: validated as a whole, stored in one write, or refused.
import { browser } from 'wxt/browser';
import { type ValidationResult, validateGlossary } from '../../glossary/validate.ts';
import { type GlossaryProblem, PROBLEM_KEY } from '../shared/glossaries.ts';
import { lockGlossaries, readGlossaries, storeGlossary } from '../shared/publish-glossaries.ts';

/** The file, shipped with the extension, that holds the built-in glossary. */
const BUILTIN_FILE = 'hu-xiaoming-2017.termlight.json';

/**
 * Reads the glossary file that ships with the extension into the store. A file that is missing or does not validate
 * changes nothing but the note about what is wrong.
 */
export async function installBuiltinGlossary(): Promise<void> {
  const result = await readBuiltinFile();
  if (!result.ok) {
    await browser.storage.local.set({
      [PROBLEM_KEY]: { file: BUILTIN_FILE, faults: result.faults } satisfies GlossaryProblem,
    });
    return;
  }
  await lockGlossaries(async () => storeGlossary(result.glossary, await readGlossaries()));
  await browser.storage.local.remove(PROBLEM_KEY);
}

async function readBuiltinFile(): Promise<ValidationResult> {
  let input: unknown;
  try {
    // A file of the extension itself: nothing leaves the browser.
    input = await (await fetch(browser.runtime.getURL(`/${BUILTIN_FILE}` as '/popup.html'))).json();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, faults: [{ place: '', message: 'faultUnreadable', values: [reason] }] };
  }
  return validateGlossary(input);
}
