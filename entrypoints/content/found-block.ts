// One block in which terms were found: what must be asked about each of them, and how it is placed on the page.
import type { Match } from '../../glossary/matcher.ts';
import { chooseSense, type MatchContext, type SenseChoice } from '../../glossary/senses.ts';
import type { CueId, TermIndex } from '../../glossary/term-index.ts';
import { createAmongCapitalsCheck } from './among-capitals.ts';
import { holds, rootOf } from './dom.ts';
import { type Occurrence, toRange } from './occurrences.ts';
import type { TextBlock } from './page-text.ts';

/** A block with what was found in it. */
export interface FoundBlock {
  readonly block: TextBlock;
  matches: readonly Match[];
  cues: ReadonlySet<CueId>;
  /** Whether its cues are part of the page's evidence. */
  counted: boolean;
  /** Whether the page's evidence can change what is lit in it. */
  needsEvidence: boolean;
  /** By the numbers of the matches. */
  readonly lit: Map<number, Occurrence>;
}

/** What is to be decided about one match. */
export interface Question {
  /** Whether the page's evidence can change the answer. */
  readonly isOpen: boolean;
  /** Whether it cannot be decided before the cues of its term are here. */
  readonly lacksCues: boolean;
  decide(): SenseChoice;
}

/** What may answer it, beside the block itself. */
export interface Answers {
  readonly index: TermIndex;
  readonly page: MatchContext['page'];
  readonly neighbours: MatchContext['neighbours'];
}

/** Gives the question about each match of a block, by its number. */
export function createQuestions(
  { block, matches, cues }: FoundBlock,
  { index, page, neighbours }: Answers,
): (number: number) => Question {
  const isAmongCapitals = createAmongCapitalsCheck(block);
  return (number) => {
    const match = matches[number] as Match;
    const amongCapitals = isAmongCapitals(match);
    const isOpen = match.term.needsCues || amongCapitals;
    return {
      isOpen,
      lacksCues: isOpen && !index.knowsCuesOf(match.term.key),
      decide: () => chooseSense(match, { block: cues, neighbours, page, amongCapitals }, index),
    };
  };
}

/** A match with its place on the page. */
export function toOccurrence(block: TextBlock, match: Match, { because, confidence }: SenseChoice): Occurrence {
  return {
    key: match.term.key,
    label: match.term.label,
    text: block.text.slice(match.start, match.end),
    range: toRange(block, match),
    because,
    confidence,
  };
}

/** Whether a part of the block stands in the node, or perhaps in a shadow root of it. */
export function standsIn({ nodes }: TextBlock, node: Node): boolean {
  return nodes.some((text) => holds(node, text) || rootOf(text) !== rootOf(node));
}
