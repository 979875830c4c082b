// Spots terms in plain text, without a page: the same engine, with lines for blocks.
import { isInCapitals, isShortAcronym } from './capitals.ts';
import type { TermForms } from './compile.ts';
import { scanText } from './matcher.ts';
import type { TermKey } from './model.ts';
import { chooseSense, createPageEvidence } from './senses.ts';
import { createTermIndex } from './term-index.ts';

/** A text with what is known about it. */
export interface SpotDocument {
  readonly text: string;
  readonly title?: string;
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

/** Spots the terms of a set of forms in any number of documents. */
export interface Spotter {
  spot(document: SpotDocument): SpottedOccurrence[];
}

/** Prepares the look-up once for all documents. */
export function createSpotter(forms: readonly TermForms[]): Spotter {
  const index = createTermIndex(forms);
  return {
    spot({ text, title = '' }) {
      const page = createPageEvidence();
      page.add(scanText(title, index).cues);
      const blocks = [...text.matchAll(/[^\r\n]+/g)].map((line) => ({
        at: line.index,
        line: line[0],
        ...scanText(line[0], index),
      }));
      for (const block of blocks) page.add(block.cues);
      return blocks.flatMap(({ at, line, matches, cues }) =>
        matches.map((match) => {
          const { start, end, term } = match;
          const surface = text.slice(at + start, at + end);
          const amongCapitals = isShortAcronym(surface) && isInCapitals(line, start, end);
          const { lit, confidence, because } = chooseSense(match, { block: new Set(cues), page, amongCapitals });
          return {
            start: at + start,
            end: at + end,
            text: surface,
            key: term.key,
            lit,
            confidence,
            because: because.map((cue) => index.cueTexts[cue] as string),
          };
        }),
      );
    },
  };
}
