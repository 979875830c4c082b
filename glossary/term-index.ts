// The look-up table of spotting: from hashes of tokens to the forms and cues that have them.
import type { GlossaryCues, TermCues } from './compile.ts';
import { type FormTable, firstTokens, formsWithHash, type TermHead } from './form-table.ts';
import type { TermKey } from './model.ts';
import { createTokenFilter, type TokenFilter } from './token-filter.ts';
import { createTokenPlaces, findTokens, plainText, type TokenPlaces, tokenize } from './tokens.ts';
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
  /** Whether a form begins with the one or two tokens of this hash; never wrong but for two hashes in a thousand million. */
  hasFormsAt(hash: number): boolean;
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

/** The cues of one glossary, with what its numbers begin at in the index. */
interface CueTable {
  readonly texts: readonly string[];
  /** The topic of each of the first cues. */
  readonly topics: readonly TopicId[];
  readonly terms: GlossaryCues['terms'];
  readonly firstCue: CueId;
  readonly field: IndexedField;
}

const NO_TERM_CUES: TermCues = { cues: '', otherSenses: [] };
const NO_FORMS: readonly IndexedForm[] = [];
const NO_FIELD: IndexedField = { own: -1, others: [] };

/**
 * Builds the index. Where two terms have the same form, the one that comes first keeps it. Without cues it finds which
 * terms need some. Terms and patterns are made when a text has their first tokens: a page meets few of all.
 */
export function createTermIndex(table: FormTable, choice?: CueChoice): TermIndex {
  const cueTables = layOut(choice?.glossaries ?? []);
  const last = cueTables.at(-1);
  // After all cues, each term has the numbers of its two expansions.
  const firstExpansion = last ? last.firstCue + last.texts.length : 0;
  const tableOf = (cue: CueId) => cueTables.findLast(({ firstCue }) => firstCue <= cue) as CueTable;
  const textOf = (cue: CueId): string => {
    if (cue < firstExpansion) {
      const { texts, firstCue } = tableOf(cue);
      return texts[cue - firstCue] as string;
    }
    const { label, expansion } = table.terms[(cue - firstExpansion) >> 1] as TermHead;
    return (cue - firstExpansion) & 1 ? `${label} (…)` : expansion;
  };

  const makeTerm = (head: TermHead, number: number): IndexedTerm => {
    const cueTable = cueTables.find(({ terms }) => Object.hasOwn(terms, head.key));
    return {
      ...head,
      cues: senseCuesOf(cueTable?.terms[head.key] ?? NO_TERM_CUES, cueTable?.firstCue ?? 0),
      field: cueTable?.field ?? NO_FIELD,
      ourExpansion: firstExpansion + 2 * number,
      otherExpansion: firstExpansion + 2 * number + 1,
    };
  };
  const terms: IndexedTerm[] = [];
  const termAt = (number: number) => (terms[number] ??= makeTerm(table.terms[number] as TermHead, number));

  let texts: readonly string[] | undefined;
  const toForm = (number: number): IndexedForm => {
    texts ??= table.texts.split('\n');
    const pattern = toPattern(texts[number] as string, table.caseSensitive[number] === '1');
    return { ...pattern, term: termAt(table.termOf[number] as number) };
  };
  const forms = new Map<number, readonly IndexedForm[]>();
  const makeFormsAt = (hash: number): readonly IndexedForm[] => {
    const { start, end } = formsWithHash(table, hash);
    if (start === end) return NO_FORMS;
    const found = longestFirst(range(start, end).map(toForm));
    forms.set(hash, found);
    return found;
  };

  const toCue = (id: CueId): IndexedCue => {
    const text = textOf(id);
    const pattern = toPattern(text, isCaseSensitiveShape(text));
    return { ...pattern, id, anchor: anchorOf(findTokens(text)).at };
  };
  const cues = createLookup(toCue);
  const topicWords = createLookup(toCue);
  const places = createTokenPlaces();
  const addCue = (lookup: Lookup<CueId, IndexedCue>, id: CueId) => {
    const tokens = findTokens(textOf(id), places);
    if (tokens.count) lookup.add(anchorOf(tokens).hash, id);
  };
  const knowsCuesOf = (key: TermKey) => choice !== undefined && choice.terms?.has(key) !== false;
  for (const [number, { key }] of choice ? table.terms.entries() : []) {
    if (!knowsCuesOf(key)) continue;
    const { own, others } = termAt(number).cues;
    for (const id of [...own, ...others]) addCue(cues, id);
  }
  for (const { topics, firstCue } of cueTables) {
    for (const number of topics.keys()) addCue(topicWords, firstCue + number);
  }

  const filter = createTokenFilter(table.hashes.length + cues.size);
  for (const hash of table.hashes) filter.add(hash);
  for (const hash of cues.hashes()) filter.add(hash);
  const formsAt = (hash: number) => forms.get(hash) ?? makeFormsAt(hash);
  return {
    filter,
    hasFormsAt: (hash) => filter.has(hash) && formsAt(hash).length > 0,
    formsAt,
    cuesAt: (hash) => cues.at(hash),
    topicWordsAt: (hash) => topicWords.at(hash),
    knowsCuesOf,
    textOf,
    topicOf(cue) {
      if (cue >= firstExpansion) return undefined;
      const { topics, firstCue } = tableOf(cue);
      return topics[cue - firstCue];
    },
  };
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, offset) => start + offset);
}

function longestFirst<P extends TokenPattern>(patterns: P[]): readonly P[] {
  return patterns.sort((a, b) => b.keys.length - a.keys.length);
}

/** Patterns by a hash of some of their tokens. */
interface Lookup<T, P> {
  readonly size: number;
  add(hash: number, item: T): void;
  hashes(): Iterable<number>;
  /** The patterns of all that have this hash, the longest first; made when first asked for: a page meets few of them. */
  at(hash: number): readonly P[];
}

function createLookup<T, P extends TokenPattern>(toPatternOf: (item: T) => P): Lookup<T, P> {
  const items = new Map<number, Set<T>>();
  const patterns = new Map<number, readonly P[]>();
  const none: readonly P[] = [];
  return {
    get size() {
      return items.size;
    },
    add(hash, item) {
      const others = items.get(hash);
      if (others) others.add(item);
      else items.set(hash, new Set([item]));
    },
    hashes: () => items.keys(),
    at(hash) {
      const made = patterns.get(hash);
      if (made) return made;
      const found = items.get(hash);
      if (!found) return none;
      const all = longestFirst([...found].map(toPatternOf));
      patterns.set(hash, all);
      return all;
    },
  };
}

/**
 * The token that a cue is looked up by, and its hash: the longest, since it is rare, or where all are single characters
 * the first two together.
 */
function anchorOf(tokens: TokenPlaces): { at: number; hash: number } {
  const { count, starts, ends, hashes } = tokens;
  const lengthOf = (at: number) => (ends[at] as number) - (starts[at] as number);
  let longest = 0;
  for (let at = 1; at < count; at++) if (lengthOf(at) > lengthOf(longest)) longest = at;
  if (lengthOf(longest) === 1) return { at: 0, hash: firstTokens(tokens) };
  return { at: longest, hash: hashes[longest] as number };
}

/** Numbers the cues and topics of all glossaries through. */
function layOut(glossaries: readonly GlossaryCues[]): readonly CueTable[] {
  let firstCue = 0;
  let firstTopic = 0;
  return glossaries.map(({ texts, topics, terms }) => {
    const own = firstTopic;
    const table: CueTable = {
      texts: texts.split('\n'),
      topics: topics.flatMap((count, topic) => Array<TopicId>(count).fill(own + topic)),
      terms,
      firstCue,
      field: { own, others: topics.slice(1).map((_, topic) => own + 1 + topic) },
    };
    firstCue += table.texts.length;
    firstTopic += topics.length;
    return table;
  });
}

function senseCuesOf({ cues, otherSenses }: TermCues, firstCue: CueId): SenseCues {
  const others = otherSenses.map((numbers) => toIds(numbers, firstCue));
  return {
    own: new Set(toIds(cues, firstCue)),
    otherSenses: others.map((ids) => new Set(ids)),
    others: new Set(others.flat()),
  };
}

/** Reads a list of numbers as `compileCues` writes it. */
function toIds(numbers: string, firstCue: CueId): CueId[] {
  return numbers === '' ? [] : numbers.split(' ').map((number) => firstCue + Number.parseInt(number, 36));
}

function toPattern(text: string, caseSensitive: boolean): TokenPattern {
  const { starts, ends, keys, hashes } = tokenize(text);
  const gaps = [...starts, text.length].map((start, position) => text.slice(ends[position - 1] ?? 0, start));
  const exact = caseSensitive ? starts.map((start, position) => plainText(text.slice(start, ends[position]))) : null;
  return { keys, hashes, gaps, exact };
}
