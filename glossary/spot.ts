// Spots terms in plain text, without a page: the same engine, with lines for blocks.
import { createCapitalsCheck, isShortAcronym } from './capitals.ts';
import { compileCues, compileForms } from './compile.ts';
import { layOutForms } from './form-table.ts';
import { type Match, scanText } from './matcher.ts';
import type { Glossary, TermKey } from './model.ts';
import { addressWords, chooseSense, createPageEvidence, type MatchContext } from './senses.ts';
import { createTermIndex, type TermIndex } from './term-index.ts';

/** A text with what is known about it. */
export interface SpotDocument {
  readonly text: string;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
}

/** A surface form found in a text. Offsets are UTF-16. */
export interface SpottedOccurrence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly key: TermKey;
  /** It stands here in our sense. `false`: recognised, but another sense. */
  readonly lit: boolean;
  /** How sure, from 0 to 1. */
  readonly confidence: number;
  /** The words that decided. */
  readonly because: readonly string[];
}

/** A match with all that is known around it. */
export interface PlacedMatch {
  readonly match: Match;
  readonly context: MatchContext;
  /** Where the line of the match begins (UTF-16). */
  readonly lineStart: number;
}

/** Spots the terms of a glossary in any number of documents. */
export interface Spotter {
  spot(document: SpotDocument): SpottedOccurrence[];
}

/** Prepares the look-up once for all documents. */
export function createSpotter(glossary: Glossary): Spotter {
  const index = createGlossaryIndex(glossary);
  return {
    spot: (document) =>
      matchesIn(document, index).map(({ match, context, lineStart }) => {
        const { lit, confidence, because } = chooseSense(match, context, index);
        const start = lineStart + match.start;
        const end = lineStart + match.end;
        return {
          start,
          end,
          text: document.text.slice(start, end),
          key: match.term.key,
          lit,
          confidence,
          because,
        };
      }),
  };
}

/** The look-up table of one glossary, with its cues. */
export function createGlossaryIndex(glossary: Glossary): TermIndex {
  return createTermIndex(layOutForms(compileForms(glossary)), { glossaries: [compileCues(glossary)] });
}

/** All matches in a document, in its order. What lines with terms, the title and the words of the address say is the page's evidence. */
export function matchesIn({ text, title = '', url = '' }: SpotDocument, index: TermIndex): PlacedMatch[] {
  const page = createPageEvidence();
  const blocks = [...text.matchAll(/[^\r\n]+/g)]
    .filter(([line]) => /\S/.test(line))
    .map((found) => ({ at: found.index, line: found[0], ...scanText(found[0], index) }));
  const aside = [title, addressWords(url)].map((line) => scanText(line, index));
  const speaking = [...aside, ...blocks.filter(({ matches }) => matches.length)];
  for (const { cues } of speaking) for (const cue of cues) page.add(cue);
  return blocks.flatMap(({ at, line, matches, cues }, number) => {
    const block = new Set(cues);
    const isInCapitals = createCapitalsCheck(line);
    const neighbours = () => new Set([blocks[number - 1], blocks[number + 1]].flatMap((beside) => beside?.cues ?? []));
    return matches.map((match) => {
      const surface = line.slice(match.start, match.end);
      const amongCapitals = isShortAcronym(surface) && isInCapitals(match.start, match.end);
      return { match, context: { block, neighbours, page, amongCapitals }, lineStart: at };
    });
  });
}
