// Spots terms in a text with a glossary made for one test.
import type { Glossary, Term } from '../../glossary/model.ts';
import { createSpotter, type SpottedOccurrence } from '../../glossary/spot.ts';

/** A term of a test's glossary: its label, and what the test is about. */
export type TestTerm = Partial<Term> & { readonly label: string; readonly cues?: readonly string[] };

/** What is known beside the text and the terms. */
export interface Surroundings {
  readonly title?: string;
  readonly url?: string;
  /** The words of the glossary's field and of others. */
  readonly words?: Pick<Glossary, 'cues' | 'otherTopics'>;
}

/** All occurrences in a text, lit or not. A term's id is its label in lower case, without spaces. */
export function spot(
  text: string,
  terms: readonly TestTerm[],
  { title, url, words }: Surroundings = {},
): SpottedOccurrence[] {
  return createSpotter({
    format: 'termlight-glossary',
    version: 1,
    id: 'test',
    title: { en: 'Test' },
    ...words,
    terms: terms.map(({ cues, ...term }) => {
      const id = term.label.toLowerCase().replaceAll(' ', '-');
      return { id, senses: [{ id, definition: { en: 'A term.' }, cues }], ...term };
    }),
  }).spot({ text, title, url });
}

/** The surface forms lit in a text. */
export function litTexts(text: string, terms: readonly TestTerm[], surroundings?: Surroundings): string[] {
  return spot(text, terms, surroundings)
    .filter(({ lit }) => lit)
    .map((occurrence) => occurrence.text);
}
