// Compares what is lit with what people have labelled: precision and recall of spotting and sense choice.
import type { Spotter } from '../glossary/spot.ts';
import type { LabelledDocument } from './json-lines.ts';

/** Counts of mentions. A right one should be lit, a wrong one should not. */
export interface Counts {
  right: number;
  wrong: number;
  /** Right ones that were lit. */
  found: number;
  /** Wrong ones that were lit. */
  falselyLit: number;
}

/** The counts of one form, or of all. */
export interface Score extends Counts {
  /** What share of the lit ones is right; 1 where nothing was lit. */
  readonly precision: number;
  /** What share of the right ones was lit; 1 where there are none. */
  readonly recall: number;
}

/** A mention that was decided wrongly, and where. */
export interface Mistake {
  readonly id: string | number;
  readonly form: string;
  readonly kind: 'missed' | 'falsely lit';
  /** Some words around it. */
  readonly context: string;
}

/** What came of a corpus. */
export interface Evaluation {
  readonly total: Score;
  readonly byForm: ReadonlyMap<string, Score>;
  readonly mistakes: readonly Mistake[];
}

const CONTEXT = 40; // UTF-16 units on each side

/** Spots every document and compares. A mention counts as lit where a lit occurrence overlaps it. */
export function evaluateSenses(spotter: Spotter, documents: readonly LabelledDocument[]): Evaluation {
  const total = noCounts();
  const byForm = new Map<string, Counts>();
  const mistakes: Mistake[] = [];
  for (const { id, text, mentions, ...rest } of documents) {
    const lit = spotter.spot({ text, ...rest }).filter((occurrence) => occurrence.lit);
    for (const { form, start, end, right } of mentions) {
      const isLit = lit.some((occurrence) => occurrence.start < end && occurrence.end > start);
      const counts = byForm.get(form) ?? noCounts();
      byForm.set(form, counts);
      for (const sum of [total, counts]) count(sum, right, isLit);
      if (isLit === right) continue;
      const context = text.slice(Math.max(0, start - CONTEXT), end + CONTEXT).replace(/\s+/g, ' ');
      mistakes.push({ id, form, kind: isLit ? 'falsely lit' : 'missed', context });
    }
  }
  return {
    total: withRates(total),
    byForm: new Map([...byForm].map(([form, counts]) => [form, withRates(counts)])),
    mistakes,
  };
}

function noCounts(): Counts {
  return { right: 0, wrong: 0, found: 0, falselyLit: 0 };
}

function count(sum: Counts, right: boolean, isLit: boolean): void {
  if (right) sum.right++;
  else sum.wrong++;
  if (isLit && right) sum.found++;
  if (isLit && !right) sum.falselyLit++;
}

function withRates(counts: Counts): Score {
  const lit = counts.found + counts.falselyLit;
  return {
    ...counts,
    precision: lit ? counts.found / lit : 1,
    recall: counts.right ? counts.found / counts.right : 1,
  };
}
