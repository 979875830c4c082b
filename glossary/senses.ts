// Decides whether a term stands in our sense: its own block has the first word, its page the second.
import type { Match } from './matcher.ts';
import type { CueId, IndexedTerm } from './term-index.ts';

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

/** What is known around a match. */
export interface MatchContext {
  /** The cues of its own block. */
  readonly block: ReadonlySet<CueId>;
  readonly page: PageEvidence;
  /** It stands among capitals, so that its own say nothing: it is lit only where the page speaks for it. */
  readonly amongCapitals: boolean;
}

/** Decides about a match. */
export function chooseSense({ term, contradictedBy }: Match, context: MatchContext): SenseChoice {
  if (contradictedBy !== null) return { lit: false, confidence: 1, because: [contradictedBy] };
  const { block, page, amongCapitals } = context;
  const evidence = amongCapitals ? 'required' : term.evidence;
  if (evidence === 'none') return WITHOUT_DOUBT;
  const ours = weigh(term.cues, block, page);
  const theirs = term.otherSenses.map(({ cues }) => weigh(cues, block, page)).reduce(stronger, NO_EVIDENCE);
  if (evidence === 'against' && !theirs.found.length) return WITHOUT_DOUBT;
  const balance = ours.near - theirs.near || ours.found.length - theirs.found.length;
  const lit = evidence === 'required' ? balance > 0 : balance >= 0;
  const confidence = Math.abs(balance) / (Math.abs(balance) + 1);
  return { lit, confidence, because: lit ? ours.found : theirs.found };
}

/** What speaks for one sense. */
interface Weight {
  /** How many of its cues stand in the occurrence's own block. */
  readonly near: number;
  /** All its cues on the page, those of the own block first. */
  readonly found: readonly CueId[];
}

const NO_EVIDENCE: Weight = { near: 0, found: [] };

function weigh(cues: readonly CueId[], block: ReadonlySet<CueId>, page: PageEvidence): Weight {
  const found = cues.filter((cue) => page.has(cue));
  const near = found.filter((cue) => block.has(cue));
  return { near: near.length, found: [...near, ...found.filter((cue) => !block.has(cue))] };
}

function stronger(a: Weight, b: Weight): Weight {
  return (b.near - a.near || b.found.length - a.found.length) > 0 ? b : a;
}
