// The matcher with glossaries of 100 to a million terms, and the choice of sense, without a browser.
import { compileForms } from '../../glossary/compile.ts';
import { layOutForms } from '../../glossary/form-table.ts';
import { scanText } from '../../glossary/matcher.ts';
import type { Term } from '../../glossary/model.ts';
import { createSpotter } from '../../glossary/spot.ts';
import { createTermIndex } from '../../glossary/term-index.ts';
import { builtinGlossary } from '../builtin-glossary.ts';
import { type Spread, spreadOf, sumOf } from './statistics.ts';

/** Finding so many terms in a text of a million characters. */
export interface MatcherResult {
  readonly terms: number;
  readonly indexMs: Spread;
  readonly scanMs: Spread;
  readonly matches: number;
}

/** Choosing the sense of ambiguous words. */
export interface SensesResult {
  readonly decisions: number;
  readonly decisionUs: Spread;
}

const TEXT_LENGTH = 1_000_000;
const BLOCK_LENGTH = 500;
const WORDS = 20_000;
/** The terms that the text holds; the others of a large glossary begin with the same words but are not there. */
const TERMS_FOUND = 100;

/** Measures indexes of these sizes on the same text. */
export function benchMatcher(sizes: readonly number[], runs: number): MatcherResult[] {
  const blocks = makeBlocks();
  return sizes.map((size) => {
    const terms = compileForms({
      format: 'termlight-glossary',
      version: 1,
      id: 'bench',
      title: { en: 'Bench' },
      terms: Array.from({ length: size }, (_, index) => makeTerm(index)),
    });
    const forms = layOutForms(terms);
    let index = createTermIndex(forms);
    const countMatches = () => sumOf(blocks.map((block) => scanText(block, index).matches.length));
    const matches = countMatches();
    const indexTimes: number[] = [];
    const scanTimes: number[] = [];
    for (let run = 0; run < runs; run++) {
      indexTimes.push(
        timeOf(() => {
          index = createTermIndex(forms);
        }),
      );
      countMatches(); // what a page has met once is prepared
      scanTimes.push(timeOf(countMatches));
    }
    return { terms: size, indexMs: spreadOf(indexTimes), scanMs: spreadOf(scanTimes), matches };
  });
}

/** Measures a text full of words that the built-in glossary has to decide about. */
export function benchSenses(runs: number): SensesResult {
  const spotter = createSpotter(builtinGlossary());
  const line = 'Baidu and Tencent bought it, so BAT and SaaS and IOE stood in one line, and 2B too.\n';
  const text = line.repeat(2_000);
  const decisions = spotter.spot({ text }).length;
  const times = Array.from({ length: runs }, () => timeOf(() => spotter.spot({ text })));
  return { decisions, decisionUs: spreadOf(times.map((ms) => (ms * 1000) / decisions)) };
}

function timeOf(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

/** Words by rank; the smaller the rank the more often they stand in the text. */
function wordOf(rank: number): string {
  let word = '';
  for (let rest = rank + 17; rest > 0; rest = Math.floor(rest / 20)) {
    word += 'bcdfghjklmnprstvwxyz'.charAt(rest % 20) + 'aeiou'.charAt(rest % 5);
  }
  return word;
}

function makeTerm(index: number): Term {
  const first = wordOf(index % WORDS);
  const label = index < TERMS_FOUND ? `${first} ${wordOf(index + 1)}` : `${first} unseen${index}`;
  const id = `term-${index}`;
  return { id, label, kind: 'work', senses: [{ id, definition: { en: 'A term.' } }] };
}

function makeBlocks(): string[] {
  const blocks: string[] = [];
  let next = 1;
  const random = () => {
    next = (next * 48_271) % 2_147_483_647; // Lehmer's generator: the same text each time
    return next / 2_147_483_647;
  };
  for (let written = 0; written < TEXT_LENGTH; ) {
    let block = '';
    while (block.length < BLOCK_LENGTH) block += `${wordOf(Math.floor(WORDS ** random()))} `;
    blocks.push(block);
    written += block.length;
  }
  return blocks;
}
