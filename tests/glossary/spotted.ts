// Spots terms in a text with a glossary made for one test.
import { compileForms } from '../../glossary/compile.ts';
import type { Term } from '../../glossary/model.ts';
import { createSpotter, type SpottedOccurrence } from '../../glossary/spot.ts';

/** A term of a test's glossary: its label, and what the test is about. */
export type TestTerm = Partial<Term> & { readonly label: string; readonly cues?: readonly string[] };

/** All occurrences in a text, lit or not. A term's id is its label in lower case, without spaces. */
export function spot(text: string, terms: readonly TestTerm[], title?: string): SpottedOccurrence[] {
  const forms = compileForms({
    format: 'termlight-glossary',
    version: 1,
    id: 'test',
    title: { en: 'Test' },
    terms: terms.map(({ cues, ...term }) => {
      const id = term.label.toLowerCase().replaceAll(' ', '-');
      return { id, senses: [{ id, definition: { en: 'A term.' }, cues }], ...term };
    }),
  });
  return createSpotter(forms).spot({ text, title });
}

/** The surface forms lit in a text. */
export function litTexts(text: string, terms: readonly TestTerm[], title?: string): string[] {
  return spot(text, terms, title)
    .filter(({ lit }) => lit)
    .map((occurrence) => occurrence.text);
}
