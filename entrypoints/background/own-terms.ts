// Keeps the reader's own glossary: its terms are added, changed, deleted and put back here, one change after another.
import { browser } from 'wxt/browser';
import type { Fault } from '../../glossary/faults.ts';
import { type GlossaryHead, type Term, type TermKey, termKey } from '../../glossary/model.ts';
import { checkDraft, termOf } from '../../glossary/term-draft.ts';
import { newTermId } from '../../glossary/term-id.ts';
import { validateGlossary } from '../../glossary/validate.ts';
import { OWN_GLOSSARY_ID } from '../shared/glossaries.ts';
import type { EarlierTerm, TermAnswer, TermToPut } from '../shared/messages.ts';
import { noteKey, readNote } from '../shared/notes.ts';
import { lockGlossaries, readGlossaries, storeGlossary } from '../shared/publish-glossaries.ts';

const HEAD: GlossaryHead = {
  format: 'termlight-glossary',
  version: 1,
  id: OWN_GLOSSARY_ID,
  title: { en: 'My terms', 'zh-CN': '我的术语' },
};

const LEVEL = 'specialist'; // lit whatever levels are: a reader who has written a term wants to see it

/** Adds a term, or changes the one with the key, which keeps its id and all that hangs on it. */
export function putTerm({ draft, language, key }: TermToPut): Promise<TermAnswer> {
  return changeTerms(async (terms, store) => {
    const place = terms.findIndex(({ id }) => keyOf(id) === key);
    const earlier = terms[place];
    const faults = checkDraft(
      draft,
      language,
      terms.filter((term) => term !== earlier),
    );
    if (Object.keys(faults).length) return { ok: false, faults, termFaults: [] };
    const id = earlier?.id ?? newTermId(draft.label, new Set(terms.map((term) => term.id)));
    const term = termOf(draft, language, earlier ?? { id, level: LEVEL });
    const termFaults = await store(earlier ? terms.with(place, term) : [...terms, term]);
    if (termFaults.length) return { ok: false, faults: {}, termFaults };
    return { ok: true, key: keyOf(id), ...(earlier && { earlier: { term: earlier, place, note: '' } }) };
  });
}

/** Deletes a term with the note on it. Resolves to all it takes to put both back. */
export function deleteTerm({ key }: { readonly key: TermKey }): Promise<EarlierTerm> {
  return changeTerms(async (terms, store) => {
    const place = terms.findIndex(({ id }) => keyOf(id) === key);
    const term = terms[place];
    if (!term) throw new Error(`${key}: there is no such term`);
    const note = await readNote(key);
    await store(terms.filter((other) => other !== term));
    if (note) await browser.storage.local.remove(noteKey(key));
    return { term, place, note };
  });
}

/** Puts a deleted term back where it was, or a changed one as it was. */
export function restoreTerm({ term, place, note }: EarlierTerm): Promise<void> {
  return changeTerms(async (terms, store) => {
    const changed = terms.findIndex(({ id }) => id === term.id);
    const restored = changed < 0 ? terms.toSpliced(place, 0, term) : terms.with(changed, term);
    const faults = await store(restored, note ? { [noteKey(keyOf(term.id))]: note } : {});
    if (faults.length) throw new Error(JSON.stringify(faults));
  });
}

function keyOf(id: string): TermKey {
  return termKey(OWN_GLOSSARY_ID, id);
}

/** Stores the terms with more entries, or resolves to what is wrong with them. */
type Store = (terms: readonly Term[], more?: Readonly<Record<string, unknown>>) => Promise<readonly Fault[]>;

/** Does a change on the terms as they are, while nobody else changes any. */
function changeTerms<R>(change: (terms: readonly Term[], store: Store) => Promise<R>): Promise<R> {
  return lockGlossaries(async () => {
    const stored = await readGlossaries();
    const own = stored.find(({ id }) => id === OWN_GLOSSARY_ID) ?? { ...HEAD, terms: [] };
    return change(own.terms, async (terms, more) => {
      const revision = new Date().toISOString().replace(/T.*/, '');
      const result = validateGlossary({ ...own, revision, terms });
      if (!result.ok) return result.faults;
      await storeGlossary(result.glossary, stored, more);
      return [];
    });
  });
}
