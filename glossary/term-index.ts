// The look-up table of spotting: from hashes of tokens to the forms and cues that have them.
import type { GlossaryCues } from './compile.ts';
import { anchorOf } from './cue-anchor.ts';
import { type CuesOfTerm, createCueTable } from './cue-table.ts';
import { type FormTable, type TermHead, withHash } from './form-table.ts';
import type { TermKey } from './model.ts';
import { createTokenFilter, readTokenFilter, type TokenFilter } from './token-filter.ts';
import { plainText, type Tokens, tokenize } from './tokens.ts';
import { isCaseSensitiveShape } from './word-forms.ts';

/** A sequence of tokens with what stands between and around them. */
export interface TokenPattern {
  /** Token keys, as `tokenize` makes them. */
  readonly keys: readonly string[];
  /** The keys' hashes, to tell most strangers apart without a string. */
  readonly hashes: readonly number[];
  /** What stands before the first token, between the tokens, and after the last: one more than there are tokens. */
  readonly gaps: readonly string[];
  /** The tokens with their capitals, where these must be matched; else `null`. */
  readonly exact: readonly string[] | null;
}

/** A surface form in the index. */
export interface IndexedForm extends TokenPattern {
  readonly term: IndexedTerm;
}

/** A cue in the index. */
export interface IndexedCue extends TokenPattern {
  readonly id: CueId;
  /** The token that it is looked up by, or the first of the two. */
  readonly anchor: number;
}

/** Names a cue within one index. */
export type CueId = number;

/** Names a topic within one index. */
export type TopicId = number;

/** The field of a glossary, and the fields in which its words mean something else. */
export interface IndexedField {
  readonly own: TopicId;
  readonly others: readonly TopicId[];
}

/** The cues of a term. */
export interface SenseCues {
  readonly own: ReadonlySet<CueId>;
  /** Of each other sense. */
  readonly otherSenses: readonly ReadonlySet<CueId>[];
  /** Of all other senses. */
  readonly others: ReadonlySet<CueId>;
}

/** A term as spotting sees it. */
export interface IndexedTerm extends TermHead {
  readonly cues: SenseCues;
  /** Stands in a text that writes the term out in our sense: “Software as a Service (SaaS)”. */
  readonly ourExpansion: CueId;
  /** Stands in a text that writes it out in another sense. */
  readonly otherExpansion: CueId;
  readonly field: IndexedField;
}

/** The forms and cues of any number of glossaries. */
export interface TermIndex {
  /** The hashes of what `formsAt` and `cuesAt` know. */
  readonly filter: Pick<TokenFilter, 'has'>;
  /** Forms by the hash of their first two tokens, or of their only one; the longest first. Others may be among them. */
  formsAt(hash: number): readonly IndexedForm[];
  /** Cues that speak for or against a term, by the hash of their anchor (`anchorOf`). Others may be among them. */
  cuesAt(hash: number): readonly IndexedCue[];
  /** Words that tell a topic, in the same way. */
  topicWordsAt(hash: number): readonly IndexedCue[];
  /** Whether the term can be decided about: its cues are here, if it has any. */
  knowsCuesOf(term: TermKey): boolean;
  /** A cue as its glossary writes it. */
  textOf(cue: CueId): string;
  /** The topic that a cue is a word of. */
  topicOf(cue: CueId): TopicId | undefined;
}

/** The cues that an index has: of some glossaries, and there of some terms; of all where these are not given. */
export interface CueChoice {
  readonly glossaries: readonly GlossaryCues[];
  readonly terms?: ReadonlySet<TermKey>;
}

const NO_CUES: readonly IndexedCue[] = [];
const WITHOUT_CUES: CuesOfTerm = {
  cues: { own: new Set(), otherSenses: [], others: new Set() },
  field: { own: -1, others: [] },
};

/**
 * Builds the index. Where two terms have the same form, the one that comes first keeps it. Without cues it finds which
 * terms need some. Terms and patterns are made when a text has their first tokens: a page meets few of all.
 */
export function createTermIndex(table: FormTable, choice?: CueChoice): TermIndex {
  const cueTable = createCueTable(choice?.glossaries ?? []);
  // After all cues, each term has the numbers of its two expansions.
  const firstExpansion = cueTable.texts.length;
  const textOf = (cue: CueId): string => {
    if (cue < firstExpansion) return cueTable.texts[cue] as string;
    const { label, expansion } = table.terms[(cue - firstExpansion) >> 1] as TermHead;
    return (cue - firstExpansion) & 1 ? `${label} (…)` : expansion;
  };

  const makeTerm = (head: TermHead, number: number): IndexedTerm => ({
    ...head,
    ...(cueTable.terms.get(head.key) ?? WITHOUT_CUES),
    ourExpansion: firstExpansion + 2 * number,
    otherExpansion: firstExpansion + 2 * number + 1,
  });
  const terms: IndexedTerm[] = [];
  const termAt = (number: number) => (terms[number] ??= makeTerm(table.terms[number] as TermHead, number));

  let texts: readonly string[] | undefined;
  const toForm = (number: number): IndexedForm => {
    texts ??= table.texts.split('\n');
    const text = texts[number] as string;
    const pattern = toPattern(text, tokenize(text), table.caseSensitive[number] === '1');
    return { ...pattern, term: termAt(table.termOf[number] as number) };
  };
  const formsAt = memoize((hash) => longestFirst(withHash(table.hashes, hash).map(toForm)));

  const toCue = (id: CueId): IndexedCue => {
    const text = textOf(id);
    const tokens = tokenize(text);
    return { ...toPattern(text, tokens, isCaseSensitiveShape(text)), id, anchor: anchorOf(tokens).at };
  };
  const cuesAt = memoize((hash) => longestFirst((cueTable.cuesWith.get(hash) ?? []).map(toCue)));
  const topicWords = memoize((hash) => longestFirst(cueTable.topicWordsWith(hash).map(toCue)));
  const topicFilter = createTokenFilter(cueTable.topicHashes.flat());
  const filter = readTokenFilter(table.filter);
  for (const hash of cueTable.cuesWith.keys()) filter.add(hash);
  return {
    filter,
    formsAt,
    cuesAt,
    topicWordsAt: (hash) => (topicFilter.has(hash) ? topicWords(hash) : NO_CUES),
    knowsCuesOf: (key) => choice !== undefined && choice.terms?.has(key) !== false,
    textOf,
    topicOf: cueTable.topicOf,
  };
}

function longestFirst<P extends TokenPattern>(patterns: P[]): readonly P[] {
  return patterns.sort((a, b) => b.keys.length - a.keys.length);
}

/** Keeps the patterns that there are for a hash, made when first asked for: a page meets few of them, and many strangers. */
function memoize<P>(make: (hash: number) => readonly P[]): (hash: number) => readonly P[] {
  const made = new Map<number, readonly P[]>();
  const none: readonly P[] = [];
  return (hash) => {
    const known = made.get(hash);
    if (known) return known;
    const patterns = make(hash);
    if (!patterns.length) return none;
    made.set(hash, patterns);
    return patterns;
  };
}

function toPattern(text: string, { starts, ends, keys, hashes }: Tokens, caseSensitive: boolean): TokenPattern {
  const gaps = [...starts, text.length].map((start, position) => text.slice(ends[position - 1] ?? 0, start));
  const exact = caseSensitive ? starts.map((start, position) => plainText(text.slice(start, ends[position]))) : null;
  return { keys, hashes, gaps, exact };
}
