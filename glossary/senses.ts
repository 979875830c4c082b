// Decides whether a term stands in our sense, by what its block, its page and the grammar around it say.
import type { Match } from './matcher.ts';
import { SENSE_WEIGHTS } from './sense-weights.ts';
import type { CueId, IndexedField, IndexedTerm, TermIndex, TopicId } from './term-index.ts';
import { isUnspacedScript } from './tokens.ts';

/** What a page says, counted as its texts come and go. */
export interface PageEvidence {
  /** Whether the page has this cue. */
  has(cue: CueId): boolean;
  /** Counts a cue that came to the page. Returns whether that can change a decision. */
  add(cue: CueId): boolean;
  /** Takes back a cue that left it. Returns whether that can change a decision. */
  remove(cue: CueId): boolean;
}

/** Evidence of an empty page. */
export function createPageEvidence(): PageEvidence {
  const counts = new Map<CueId, number>();
  const change = (cue: CueId, step: 1 | -1): boolean => {
    const count = (counts.get(cue) ?? 0) + step;
    if (count > 0) counts.set(cue, count);
    else counts.delete(cue);
    return count === (step === 1 ? 1 : 0);
  };
  return {
    has: (cue) => counts.has(cue),
    add: (cue) => change(cue, 1),
    remove: (cue) => change(cue, -1),
  };
}

/** How many more words of the own field there are than of the strongest other one. */
function leadOf({ own, others }: IndexedField, topicCounts: readonly number[]): number {
  return (topicCounts[own] ?? 0) - Math.max(0, ...others.map((id) => topicCounts[id] ?? 0));
}

/** The words of a web address, which tell what a page is about as its title does. Empty for what is no web address. */
export function addressWords(url: string): string {
  const [, hostAndPath = ''] = /^https?:\/\/([^?#]*)/i.exec(url) ?? [];
  return safelyDecoded(hostAndPath).replace(/[^\dA-Za-z\u0080-\uffff]+/g, ' ');
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A decision and its grounds. */
export interface SenseChoice {
  readonly lit: boolean;
  /** How sure, from 0 to 1. */
  readonly confidence: number;
  /** The cues that decided, ours or another sense's, as their glossary writes them; those in the own block first. */
  readonly because: readonly string[];
}

const WITHOUT_DOUBT: SenseChoice = { lit: true, confidence: 1, because: [] };

/** What is known around a match. */
export interface MatchContext {
  /** The cues of its own block. */
  readonly block: ReadonlySet<CueId>;
  /** The cues of the blocks before and after it; asked only where its own block does not decide. */
  readonly neighbours: () => ReadonlySet<CueId>;
  readonly page: PageEvidence;
  /** It stands among capitals, so that its own say nothing: it is lit only where the page speaks for it. */
  readonly amongCapitals: boolean;
}

/** Decides about a match. */
export function chooseSense(match: Match, context: MatchContext, index: TermIndex): SenseChoice {
  const { term, phrase } = match;
  if (phrase?.isOurs === false && isDecisive(match)) return { lit: false, confidence: 1, because: [phrase.text] };
  if (term.evidence === 'none' && !context.amongCapitals) return WITHOUT_DOUBT;
  const settled = settledBy(term, context.block);
  if (settled !== null) return { lit: settled.isOurs, confidence: 1, because: [index.textOf(settled.cue)] };
  const grounds = weigh(match, context, index);
  const score = scoreOf(grounds.features, context.amongCapitals ? 'required' : term.evidence);
  const lit = score > 0;
  const cues = (lit ? grounds.ours : grounds.others).map((cue) => index.textOf(cue));
  const because = phrase?.isOurs === lit ? [phrase.text, ...cues.filter((text) => text !== phrase.text)] : cues;
  return { lit, confidence: Math.tanh(Math.abs(score) / 2), because };
}

/**
 * A longer word around a form leaves no doubt where words are written without spaces, since the form is then a part of
 * it; elsewhere, and for a form that has no other sense of its own, it is a phrase that speaks loudly.
 */
export function isDecisive({ term, phrase }: Match): boolean {
  return phrase !== null && (term.evidence === 'none' || isUnspacedScript(phrase.text.charAt(0)));
}

/** A block that writes the term out in one sense leaves no doubt. `null` if it does not, or does so in two. */
export function settledBy(
  { ourExpansion, otherExpansion }: IndexedTerm,
  block: ReadonlySet<CueId>,
): { readonly isOurs: boolean; readonly cue: CueId } | null {
  const isOurs = block.has(ourExpansion);
  if (isOurs === block.has(otherExpansion)) return null;
  return { isOurs, cue: isOurs ? ourExpansion : otherExpansion };
}

/** What speaks for and against a sense, as numbers; the weights of each are in sense-weights.ts. */
export interface SenseFeatures {
  readonly ourNear: number;
  readonly otherNear: number;
  readonly ourPage: number;
  readonly otherPage: number;
  readonly topicNear: number;
  readonly expansionPage: number;
  /** A phrase that holds the form: 1 for ours, −1 for another sense's. */
  readonly phrase: number;
}

interface Grounds {
  readonly features: SenseFeatures;
  readonly ours: readonly CueId[];
  readonly others: readonly CueId[];
}

/** How much each kind of evidence counts. */
export interface SenseWeights {
  /** What a term has in its favour before anything is known: it needs evidence, or is lit unless some speaks against it. */
  readonly bias: { readonly required: number; readonly against: number };
  /** Per doubling of the number of cues, or per step. */
  readonly weights: SenseFeatures;
}

/** The weighted sum of what speaks for our sense; above 0 it is the likelier one. */
export function scoreOf(
  features: SenseFeatures,
  evidence: 'none' | 'against' | 'required',
  { bias, weights }: SenseWeights = SENSE_WEIGHTS,
): number {
  const names = Object.keys(weights) as (keyof SenseFeatures)[];
  return names.reduce(
    (sum, name) => sum + weights[name] * features[name],
    evidence === 'required' ? bias.required : bias.against,
  );
}

/** Measures what is known around a match. */
export function weigh({ term, phrase }: Match, { block, neighbours, page }: MatchContext, index: TermIndex): Grounds {
  const speaksFor = (cues: ReadonlySet<CueId>) => [...block].some((cue) => cues.has(cue));
  // Where the block speaks for one sense alone, nothing else is asked: texts turn from one sense to another.
  const isSilent = speaksFor(term.cues.own) === speaksFor(term.cues.others);
  const around = isSilent ? neighbours() : NO_CUES;
  const elsewhere = { has: (cue: CueId) => page.has(cue) || around.has(cue) };
  const ours = found(term.cues.own, block, elsewhere);
  const others = term.cues.otherSenses.map((cues) => found(cues, block, elsewhere)).reduce(stronger, NOTHING);
  const nearTopics: number[] = [];
  for (const cue of block) {
    const id = index.topicOf(cue);
    if (id !== undefined) nearTopics[id] = (nearTopics[id] ?? 0) + 1;
  }
  const expansionPage = Number(page.has(term.ourExpansion)) - Number(page.has(term.otherExpansion));
  const topicNear = leadOf(term.field, nearTopics);
  return {
    features: {
      ourNear: Math.log2(1 + ours.near.length),
      otherNear: Math.log2(1 + others.near.length),
      ourPage: isSilent ? Math.log2(1 + ours.far.length) : 0,
      otherPage: isSilent ? Math.log2(1 + others.far.length) : 0,
      topicNear: Math.sign(topicNear) * Math.log2(1 + Math.abs(topicNear)),
      expansionPage: isSilent ? expansionPage : 0,
      phrase: phrase === null ? 0 : phrase.isOurs ? 1 : -1,
    },
    ours: groundsOf(ours, expansionPage > 0 ? term.ourExpansion : null, block, index, [term.field.own]),
    others: groundsOf(others, expansionPage < 0 ? term.otherExpansion : null, block, index, term.field.others),
  };
}

/** The cues of a sense in the own block, and elsewhere: in the blocks beside it or on the page. */
interface FoundCues {
  readonly near: readonly CueId[];
  readonly far: readonly CueId[];
}

const NO_CUES: ReadonlySet<CueId> = new Set();

const NOTHING: FoundCues = { near: [], far: [] };

function found(cues: ReadonlySet<CueId>, block: ReadonlySet<CueId>, elsewhere: Pick<PageEvidence, 'has'>): FoundCues {
  const near: CueId[] = [];
  const far: CueId[] = [];
  for (const cue of cues) {
    if (block.has(cue)) near.push(cue);
    else if (elsewhere.has(cue)) far.push(cue);
  }
  return { near, far };
}

function stronger(a: FoundCues, b: FoundCues): FoundCues {
  return (b.near.length - a.near.length || b.far.length - a.far.length) > 0 ? b : a;
}

/** The cues to name: of the sense, or where it has none, the words of the field in the own block. */
function groundsOf(
  { near, far }: FoundCues,
  expansion: CueId | null,
  block: ReadonlySet<CueId>,
  index: TermIndex,
  topics: readonly TopicId[],
): readonly CueId[] {
  const cues = [...(expansion === null ? [] : [expansion]), ...near, ...far];
  if (cues.length) return cues;
  return [...block].filter((cue) => topics.includes(index.topicOf(cue) ?? -1));
}
