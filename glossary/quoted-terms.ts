// Finds the terms in what a glossary quotes, by the engine that pages are read with.
import { type Glossary, type GlossaryHead, parseTermKey, type Term, type TermKey } from './model.ts';
import type { QuotedSection } from './quoted-source.ts';
import { createSpotter, type SpottedOccurrence } from './spot.ts';

/** A term in a text. Offsets are UTF-16. */
export type QuotedTerm = Pick<SpottedOccurrence, 'start' | 'end' | 'key'>;

/** The terms in a question or a passage, by its text. */
export type QuotedTerms = ReadonlyMap<string, readonly QuotedTerm[]>;

/**
 * What a page with these texts would have lit, and in a passage also the terms that it is quoted for, everyday ones
 * included. Cues are asked of all texts together, as of one page.
 */
export function findQuotedTerms(
  { head, terms }: { head: GlossaryHead; terms: readonly Term[] },
  sections: readonly QuotedSection[],
): QuotedTerms {
  const glossary: Glossary = { ...head, terms };
  const everyday = new Set(terms.filter(({ level }) => level === 'everyday').map(({ id }) => id));
  const quotedFor = new Map<string, readonly TermKey[]>();
  for (const { question, passages } of sections.flatMap(({ answers }) => answers)) {
    if (question !== undefined && !quotedFor.has(question)) quotedFor.set(question, []);
    for (const { quotation, keys } of passages) quotedFor.set(quotation.text, keys);
  }
  const texts = [...quotedFor.keys()];
  const occurrences = createSpotter(glossary).spot({ text: texts.join('\n') });
  const found = new Map<string, QuotedTerm[]>();
  let start = 0;
  for (const text of texts) {
    const end = start + text.length;
    const keys = quotedFor.get(text) ?? [];
    const within = occurrences.filter((occurrence) => occurrence.start >= start && occurrence.end <= end);
    const lit = within.filter(({ lit, key }) => keys.includes(key) || (lit && !everyday.has(parseTermKey(key).termId)));
    found.set(
      text,
      lit.map((occurrence) => ({ key: occurrence.key, start: occurrence.start - start, end: occurrence.end - start })),
    );
    start = end + 1;
  }
  return found;
}
