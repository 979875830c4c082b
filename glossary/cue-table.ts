// Numbers the cues and topics of glossaries through, and finds them by the hash that they are looked up by.
import type { CueList, GlossaryCues, GlossaryTopics, TermCues } from './compile.ts';
import { withHash } from './form-table.ts';
import type { TermKey } from './model.ts';
import type { CueId, IndexedField, SenseCues, TopicId } from './term-index.ts';

/** The cues of one term, and the field of its glossary. */
export interface CuesOfTerm {
  readonly cues: SenseCues;
  readonly field: IndexedField;
}

/** The cues of any number of glossaries. A cue that a glossary has twice has one number. */
export interface CueTable {
  /** By their numbers. */
  readonly texts: readonly string[];
  readonly terms: ReadonlyMap<TermKey, CuesOfTerm>;
  /** The topic that a cue is a word of. */
  topicOf(cue: CueId): TopicId | undefined;
  /** The cues of terms, by the hash of their anchor. */
  readonly cuesWith: ReadonlyMap<number, readonly CueId[]>;
  /** The words of topics, in the same way. */
  topicWordsWith(hash: number): readonly CueId[];
  readonly topicHashes: readonly (readonly number[])[];
}

/** Lays out the table. */
export function createCueTable(glossaries: readonly GlossaryCues[]): CueTable {
  const texts: string[] = [];
  const topics: (TopicId | undefined)[] = []; // by cue
  const terms = new Map<TermKey, CuesOfTerm>();
  const cuesWith = new Map<number, CueId[]>();
  const wordTables: { readonly words: GlossaryTopics; readonly firstCue: CueId }[] = [];
  let topicCount = 0;

  const wordsWith = ({ words: { hashes, numbers }, firstCue }: (typeof wordTables)[number], hash: number): CueId[] =>
    withHash(hashes, hash).map((at) => firstCue + (numbers[at] as number));

  for (const { topics: words, terms: ownTerms } of glossaries) {
    const table = { words, firstCue: texts.length };
    wordTables.push(table);
    const own = topicCount;
    topicCount += words.counts.length;
    for (const text of linesOf(words.texts)) texts.push(text);
    for (const [topic, count] of words.counts.entries()) {
      for (let word = 0; word < count; word++) topics.push(own + topic);
    }
    const field = { own, others: words.counts.slice(1).map((_, topic) => own + 1 + topic) };

    const numbers = new Map<string, CueId>(); // of the cues of this glossary's terms
    const add = (text: string, hash: number | null): CueId => {
      const word = hash === null ? undefined : wordsWith(table, hash).find((id) => texts[id] === text);
      const id = word ?? texts.push(text) - 1;
      numbers.set(text, id);
      const others = hash === null ? [] : cuesWith.get(hash);
      if (others) others.push(id);
      else if (hash !== null) cuesWith.set(hash, [id]);
      return id;
    };
    const toIds = (cues: CueList) =>
      linesOf(cues.texts).map((text, at) => numbers.get(text) ?? add(text, cues.hashes[at] ?? null));
    for (const [key, cues] of Object.entries(ownTerms)) terms.set(key, { cues: senseCuesOf(cues, toIds), field });
    while (topics.length < texts.length) topics.push(undefined);
  }

  return {
    texts,
    terms,
    topicOf: (cue) => topics[cue],
    cuesWith,
    topicWordsWith: (hash) => wordTables.flatMap((table) => wordsWith(table, hash)),
    topicHashes: wordTables.map(({ words }) => words.hashes),
  };
}

function linesOf(texts: string): string[] {
  return texts ? texts.split('\n') : [];
}

function senseCuesOf({ cues, otherSenses }: TermCues, toIds: (cues: CueList) => CueId[]): SenseCues {
  const others = otherSenses.map(toIds);
  return {
    own: new Set(toIds(cues)),
    otherSenses: others.map((ids) => new Set(ids)),
    others: new Set(others.flat()),
  };
}
