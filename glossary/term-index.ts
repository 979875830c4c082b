// The look-up table of spotting: from the first token of a form, or any token of a cue, to all that have it.
import type { GlossaryCues, SurfaceForm, TermCues, TermForms } from './compile.ts';
import { createTokenFilter, hashPair, type TokenFilter } from './token-filter.ts';
import { findTokens, hashKey, plainText, tokenize } from './tokens.ts';
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
  /** Which of its tokens it is looked up by. */
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
  /** All cues that are looked up by a token of this hash. Others may be among them. */
  cuesAt(anchor: number): readonly IndexedCue[];
  /** A cue as its glossary writes it. */
  textOf(cue: CueId): string;
  /** The topic that a cue is a word of. */
  topicOf(cue: CueId): TopicId | undefined;
  /** Whether a cue speaks for or against a term itself. */
  isTermCue(cue: CueId): boolean;
  readonly fields: readonly IndexedField[];
  /** Whether it has cues at all: a term that needs them cannot be decided about without. */
  readonly hasCues: boolean;
}

/** The cues of one glossary, with what its numbers begin at in the index. */
interface CueTable {
  readonly texts: readonly string[];
  /** The topic of each of the first cues. */
  readonly topics: readonly TopicId[];
  /** Whether each of them speaks for or against a term itself, as all others do. */
  readonly areShared: readonly boolean[];
  /** The hash of a cue's anchor to the numbers of all that have it, as they are written. */
  readonly anchors: ReadonlyMap<number, string>;
  readonly terms: GlossaryCues['terms'];
  readonly firstCue: CueId;
  readonly field: IndexedField;
}

/** A form whose pattern is made when a text has its first token: a page meets few of all forms. */
interface WaitingForm {
  readonly form: SurfaceForm;
  readonly term: IndexedTerm;
}

const NO_FORMS: readonly IndexedForm[] = [];
const NO_CUES: readonly IndexedCue[] = [];
const NO_TERM_CUES: TermCues = { cues: '', otherSenses: [] };
const NO_FIELD: IndexedField = { own: -1, others: [] };

/**
 * Builds the index. Where two terms have the same form, the one that comes first keeps it. Without cues it finds where
 * cues would be needed.
 */
export function createTermIndex(terms: readonly TermForms[], glossaries?: readonly GlossaryCues[]): TermIndex {
  const tables = layOut(glossaries ?? []);
  const last = tables.at(-1);
  const firstExpansion = last ? last.firstCue + last.texts.length : 0;
  const expansionTexts: string[] = [];
  const addExpansion = (text: string): CueId => firstExpansion + expansionTexts.push(text) - 1;
  const tableOf = (cue: CueId) => tables.findLast(({ firstCue }) => firstCue <= cue) as CueTable;

  const cueCount = tables.reduce((sum, { anchors }) => sum + anchors.size, 0);
  const filter = createTokenFilter(cueCount + terms.reduce((sum, { forms }) => sum + forms.length, 0));
  for (const { anchors } of tables) for (const anchor of anchors.keys()) filter.add(anchor);
  const waiting = new Map<number, WaitingForm[]>();
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
      const [first, second] = findTokens(form.text).hashes;
      if (first === undefined) continue;
      const hash = second === undefined ? first : hashPair(first, second);
      filter.add(hash);
      const others = waiting.get(hash);
      if (others) others.push({ form, term });
      else waiting.set(hash, [{ form, term }]);
    }
  }

  const textOf = (cue: CueId): string => {
    if (cue >= firstExpansion) return expansionTexts[cue - firstExpansion] as string;
    const { texts, firstCue } = tableOf(cue);
    return texts[cue - firstCue] as string;
  };
  const patterns = new Map<number, readonly IndexedCue[]>(); // made when a text has their anchor
  const forms = new Map<number, readonly IndexedForm[]>();
  return {
    filter,
    formsAt(hash) {
      const met = waiting.get(hash);
      if (!met) return forms.get(hash) ?? NO_FORMS;
      const found = met.map(({ form, term }) => ({ ...toPattern(form.text, form.caseSensitive), term }));
      found.sort((a, b) => b.keys.length - a.keys.length);
      waiting.delete(hash);
      forms.set(hash, found);
      return found;
    },
    cuesAt(anchor) {
      const known = patterns.get(anchor);
      if (known) return known;
      const found = tables.flatMap(({ texts, anchors, firstCue }) =>
        toIds(anchors.get(anchor) ?? '', firstCue).map((id) => {
          const text = texts[id - firstCue] as string;
          const pattern = toPattern(text, isCaseSensitiveShape(text));
          return { ...pattern, id, anchor: pattern.hashes.indexOf(anchor) };
        }),
      );
      patterns.set(anchor, found.length ? found : NO_CUES);
      return found;
    },
    textOf,
    topicOf(cue) {
      if (cue >= firstExpansion) return undefined;
      const { topics, firstCue } = tableOf(cue);
      return topics[cue - firstCue];
    },
    isTermCue(cue) {
      if (cue >= firstExpansion) return true;
      const { areShared, firstCue } = tableOf(cue);
      return areShared[cue - firstCue] ?? true;
    },
    fields: tables.map(({ field }) => field),
    hasCues: glossaries !== undefined,
  };
}

/** Numbers the cues and topics of all glossaries through. */
function layOut(glossaries: readonly GlossaryCues[]): readonly CueTable[] {
  let firstCue = 0;
  let firstTopic = 0;
  return glossaries.map(({ texts, topics, anchors, terms }) => {
    const own = firstTopic;
    const table: CueTable = {
      texts: texts.split('\n'),
      topics: topics.flatMap(({ only, shared }, topic) => Array<TopicId>(only + shared).fill(own + topic)),
      areShared: topics.flatMap(({ only, shared }) => [
        ...Array<boolean>(only).fill(false),
        ...Array<boolean>(shared).fill(true),
      ]),
      anchors: readAnchors(anchors),
      terms,
      firstCue,
      field: { own, others: topics.slice(1).map((_, topic) => own + 1 + topic) },
    };
    firstCue += table.texts.length;
    firstTopic += topics.length;
    return table;
  });
}

function readAnchors(lines: string): Map<number, string> {
  const numbers = new Map<number, string>();
  for (const line of lines.split('\n')) {
    const space = line.indexOf(' ');
    const hash = hashKey(line.slice(0, space));
    const others = numbers.get(hash);
    numbers.set(hash, others === undefined ? line.slice(space + 1) : others + line.slice(space));
  }
  return numbers;
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
