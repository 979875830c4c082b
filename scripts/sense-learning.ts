// Logistic regression over what speaks for and against a sense.
import { isDecisive, type SenseFeatures, type SenseWeights, scoreOf, settledBy, weigh } from '../glossary/senses.ts';
import { matchesIn } from '../glossary/spot.ts';
import type { TermIndex } from '../glossary/term-index.ts';
import type { LabelledDocument } from './json-lines.ts';

/** A labelled mention that evidence decides about. */
export interface Example {
  readonly evidence: 'against' | 'required';
  readonly features: SenseFeatures;
  readonly right: boolean;
}

/** How many examples there are, and how many of them some weights light. */
export interface ExampleCounts {
  readonly right: number;
  readonly lit: number;
  readonly litRight: number;
}

const ROUNDS = 4_000;
const STEP = 0.5;
const RIDGE = 0.002;
/** A wrong lighting is worse than a missed one. */
const COST_OF_WRONG = 1.6;

/** The mentions of labelled documents that neither a phrase nor an expansion decides. */
export function collectExamples(documents: readonly LabelledDocument[], index: TermIndex): Example[] {
  return documents.flatMap((document) =>
    matchesIn(document, index).flatMap(({ match, context, lineStart }): Example[] => {
      const { term, phrase, start, end } = match;
      if (term.evidence === 'none' || settledBy(term, context.block)) return [];
      if (phrase?.isOurs === false && isDecisive(match)) return [];
      const mention = document.mentions.find(
        (candidate) => candidate.start < lineStart + end && candidate.end > lineStart + start,
      );
      if (!mention) return [];
      const evidence = context.amongCapitals ? 'required' : term.evidence;
      return [{ evidence, features: weigh(match, context, index).features, right: mention.right }];
    }),
  );
}

/** Gradient descent from nothing: the same examples always give the same weights. */
export function learnWeights(examples: readonly Example[]): SenseWeights {
  const names = Object.keys(examples[0]?.features ?? {}) as (keyof SenseFeatures)[];
  const rows = examples.map(({ evidence, features, right }) => ({
    x: [Number(evidence === 'required'), Number(evidence === 'against'), ...names.map((name) => features[name])],
    y: Number(right),
    cost: right ? 1 : COST_OF_WRONG,
  }));
  const weights = new Array<number>(names.length + 2).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight, at) => (at < 2 ? 0 : RIDGE * weight));
    for (const { x, y, cost } of rows) {
      const score = x.reduce((sum, value, at) => sum + value * (weights[at] as number), 0);
      const error = (cost * (1 / (1 + Math.exp(-score)) - y)) / rows.length;
      x.forEach((value, at) => {
        gradient[at] = (gradient[at] as number) + error * value;
      });
    }
    gradient.forEach((slope, at) => {
      weights[at] = (weights[at] as number) - STEP * slope;
    });
  }
  const [required = 0, against = 0, ...rest] = weights.map((weight) => Math.round(weight * 100) / 100);
  return {
    bias: { required, against },
    weights: Object.fromEntries(names.map((name, at) => [name, rest[at]])) as unknown as SenseFeatures,
  };
}

/** What some weights make of examples. */
export function scoreExamples(examples: readonly Example[], weights: SenseWeights): ExampleCounts {
  const lit = examples.filter(({ features, evidence }) => scoreOf(features, evidence, weights) > 0);
  return {
    right: examples.filter(({ right }) => right).length,
    lit: lit.length,
    litRight: lit.filter(({ right }) => right).length,
  };
}
