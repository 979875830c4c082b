// Decides whether a term stands in our sense, from the cues in its block and on its page.
import type { CueId, IndexedTerm } from './term-index.ts';

/** A cue in the occurrence's own block weighs as much as this many elsewhere on the page. */
const BLOCK_WEIGHT = 3;

/** How often each cue stands on a page. */
export interface PageEvidence {
  /** Whether the page has this cue. */
  has(cue: CueId): boolean;
  /** Counts the cues of a text that came to the page. Returns whether a cue is there that was not before. */
  add(cues: readonly CueId[]): boolean;
  /** Takes back the cues of a text that left it. Returns whether a cue is no longer there. */
  remove(cues: readonly CueId[]): boolean;
}

/** Evidence of an empty page. */
export function createPageEvidence(): PageEvidence {
  const counts = new Map<CueId, number>();
  const change = (cues: readonly CueId[], step: 1 | -1): boolean => {
    let tipped = false;
    for (const cue of cues) {
      const count = (counts.get(cue) ?? 0) + step;
      if (count > 0) counts.set(cue, count);
      else counts.delete(cue);
      if (count === (step === 1 ? 1 : 0)) tipped = true;
    }
    return tipped;
  };
  return {
    has: (cue) => counts.has(cue),
    add: (cues) => change(cues, 1),
    remove: (cues) => change(cues, -1),
  };
}

/** A decision and its grounds. */
export interface SenseChoice {
  readonly lit: boolean;
  /** How sure, from 0 to 1. */
  readonly confidence: number;
  /** The cues that decided, ours or another sense's; those in the own block first. */
  readonly because: readonly CueId[];
}

const WITHOUT_DOUBT: SenseChoice = { lit: true, confidence: 1, because: [] };

/** Whether evidence can change what is decided about a term. */
export function isAmbiguous(term: IndexedTerm): boolean {
  return term.evidence !== 'none';
}

/** Decides about an occurrence of a term in a block with these cues. */
export function chooseSense(term: IndexedTerm, block: ReadonlySet<CueId>, page: PageEvidence): SenseChoice {
  if (!isAmbiguous(term)) return WITHOUT_DOUBT;
  const ours = weigh(term.cues, block, page);
  const theirs = term.otherSenses
    .map((sense) => weigh(sense.cues, block, page))
    .reduce((strongest, weight) => (weight.score > strongest.score ? weight : strongest), { score: 0, found: [] });
  if (term.evidence === 'against' && theirs.score === 0) return WITHOUT_DOUBT;
  const balance = ours.score - theirs.score;
  const lit = term.evidence === 'required' ? balance > 0 : balance >= 0;
  const confidence = Math.abs(balance) / (Math.abs(balance) + 1);
  return { lit, confidence, because: lit ? ours.found : theirs.found };
}

function weigh(
  cues: readonly CueId[],
  block: ReadonlySet<CueId>,
  page: PageEvidence,
): { score: number; found: CueId[] } {
  const found = cues.filter((cue) => page.has(cue));
  const near = found.filter((cue) => block.has(cue));
  const far = found.filter((cue) => !block.has(cue));
  return { score: BLOCK_WEIGHT * near.length + far.length, found: [...near, ...far] };
}
