// The look-up table of spotting: from hashes of tokens to the forms and cues that have them.
import type { GlossaryCues, SurfaceForm, TermCues, TermForms } from './compile.ts';
import type { TermKey } from './model.ts';
import { createTokenFilter, hashPair, type TokenFilter } from './token-filter.ts';
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
export interface IndexedTerm extends Omit<TermForms, 'forms'> {
  /** Put together when first asked for. */
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
const NO_FIELD: IndexedField = { own: -1, others: [] };

/**
 * Builds the index. Where two terms have the same form, the one that comes first keeps it. Without cues it finds which
 * terms need some.
 */
export function createTermIndex(terms: readonly TermForms[], choice?: CueChoice): TermIndex {
  const tables = layOut(choice?.glossaries ?? []);
  const last = tables.at(-1);
  const firstExpansion = last ? last.firstCue + last.texts.length : 0;
  const expansionTexts: string[] = [];
  const addExpansion = (text: string): CueId => firstExpansion + expansionTexts.push(text) - 1;
  const tableOf = (cue: CueId) => tables.findLast(({ firstCue }) => firstCue <= cue) as CueTable;
  const textOf = (cue: CueId): string => {
    if (cue >= firstExpansion) return expansionTexts[cue - firstExpansion] as string;
    const { texts, firstCue } = tableOf(cue);
    return texts[cue - firstCue] as string;
  };
  const toCue = (id: CueId): IndexedCue => {
    const text = textOf(id);
    const pattern = toPattern(text, isCaseSensitiveShape(text));
    return { ...pattern, id, anchor: anchorOf(findTokens(text)).at };
  };

  const places = createTokenPlaces();
  const addCue = (lookup: Lookup<CueId, IndexedCue>, id: CueId) => {
    const tokens = findTokens(textOf(id), places);
    if (tokens.count) lookup.add(anchorOf(tokens).hash, id);
  };

  const forms = createLookup(({ form, term }: PlacedForm) => ({ ...toPattern(form.text, form.caseSensitive), term }));
  const cues = createLookup(toCue);
  const topicWords = createLookup(toCue);
  const knowsCuesOf = (key: TermKey) => choice !== undefined && choice.terms?.has(key) !== false;
  for (const { forms: surfaceForms, ...rest } of terms) {
    const table = tables.find((candidate) => Object.hasOwn(candidate.terms, rest.key));
    const writtenOut = surfaceForms.find(({ text }) => text.includes(' '))?.text;
    const term: IndexedTerm = withCues(table, {
      ...rest,
      field: table?.field ?? NO_FIELD,
      ourExpansion: addExpansion(writtenOut ?? `${rest.label} (…)`),
      otherExpansion: addExpansion(`${rest.label} (…)`),
    });
    for (const form of surfaceForms) {
      const tokens = findTokens(form.text, places);
      if (tokens.count) forms.add(firstTokens(tokens), { form, term });
    }
    if (!table || !knowsCuesOf(rest.key)) continue;
    for (const id of [...term.cues.own, ...term.cues.others]) addCue(cues, id);
  }
  for (const { topics, firstCue } of tables) {
    for (const number of topics.keys()) addCue(topicWords, firstCue + number);
  }

  const filter = createTokenFilter(forms.size + cues.size);
  for (const hash of [...forms.hashes(), ...cues.hashes()]) filter.add(hash);
  return {
    filter,
    formsAt: (hash) => forms.at(hash),
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

/** A surface form before its pattern is made. */
interface PlacedForm {
  readonly form: SurfaceForm;
  readonly term: IndexedTerm;
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
      const all = [...found].map(toPatternOf).sort((a, b) => b.keys.length - a.keys.length);
      patterns.set(hash, all);
      return all;
    },
  };
}

/** The hash of the first two tokens, or of the only one. */
function firstTokens({ count, hashes }: TokenPlaces): number {
  const [first, second] = hashes as [number, number];
  return count > 1 ? hashPair(first, second) : first;
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

function withCues(table: CueTable | undefined, term: Omit<IndexedTerm, 'cues'>): IndexedTerm {
  let cues: SenseCues | undefined;
  return {
    ...term,
    get cues() {
      cues ??= senseCuesOf(table?.terms[term.key] ?? NO_TERM_CUES, table?.firstCue ?? 0);
      return cues;
    },
  };
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
