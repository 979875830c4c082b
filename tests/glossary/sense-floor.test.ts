// Keeps a floor under the choice of sense, on labelled passages, and sees that its weights are not learned by heart.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createGlossaryIndex, createSpotter } from '../../glossary/spot.ts';
import { builtinGlossary } from '../../scripts/builtin-glossary.ts';
import { PROJECT_DIR } from '../../scripts/command-line.ts';
import { type LabelledDocument, parseLabelledDocuments } from '../../scripts/json-lines.ts';
import { evaluateSenses } from '../../scripts/sense-evaluation.ts';
import { collectExamples, learnWeights, scoreExamples } from '../../scripts/sense-learning.ts';

const FOLDS = 5;
/** Passages from real documents; they lie beside the project, not in it. */
const DEVELOPMENT = '../shared/senses.dev.jsonl';

function read(path: string): LabelledDocument[] {
  return parseLabelledDocuments(readFileSync(join(PROJECT_DIR, path)), path);
}

const tuned = read('tests/fixtures/senses/tuned.jsonl');
const glossary = builtinGlossary();
const spotter = createSpotter(glossary);

describe('the choice of sense', () => {
  it.each([
    ['tuned.jsonl', tuned, 0.85, 0.74],
    ['held-out.jsonl', read('tests/fixtures/senses/held-out.jsonl'), 0.82, 0.7],
  ])('holds its floor on %s, passages written to be hard', (_name, passages, precision, recall) => {
    const { total } = evaluateSenses(spotter, passages);
    expect(total.precision).toBeGreaterThanOrEqual(precision);
    expect(total.recall).toBeGreaterThanOrEqual(recall);
  });

  it('holds its floor on passages of real documents, where they are there', () => {
    if (!existsSync(join(PROJECT_DIR, DEVELOPMENT))) {
      console.log(`${DEVELOPMENT} is not there: only the project's own passages were tried`);
      return;
    }
    const { total } = evaluateSenses(spotter, read(DEVELOPMENT));
    expect(total.precision).toBeGreaterThanOrEqual(0.985);
    expect(total.recall).toBeGreaterThanOrEqual(0.915);
  });

  it('weighs passages as well whose weights were learned from others', { timeout: 60_000 }, () => {
    const index = createGlossaryIndex(glossary);
    const folds = Array.from({ length: FOLDS }, (_, fold) => tuned.filter((_passage, at) => at % FOLDS === fold));
    const results = folds.map((fold) => {
      const others = collectExamples(folds.filter((other) => other !== fold).flat(), index);
      return scoreExamples(collectExamples(fold, index), learnWeights(others));
    });
    const sum = (name: 'lit' | 'litRight' | 'right') => results.reduce((total, result) => total + result[name], 0);
    expect(sum('litRight') / sum('lit')).toBeGreaterThanOrEqual(0.82);
    expect(sum('litRight') / sum('right')).toBeGreaterThanOrEqual(0.72);
  });
});
