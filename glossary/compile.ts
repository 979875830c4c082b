// Reduces a glossary to what a page is searched with: surface forms, rules and cues, no texts.
import { type Evidence, type Glossary, type Level, type Term, type TermKey, termKey } from './model.ts';
import { tokenize } from './tokens.ts';
import { isCaseSensitiveShape, pluralOf, spellingVariants } from './word-forms.ts';

/** A string that may stand for a term. */
export interface SurfaceForm {
  readonly text: string;
  readonly caseSensitive: boolean;
}

/** What spotting looks for of a term. Plain JSON. */
export interface TermForms {
  readonly key: TermKey;
  readonly label: string;
  readonly level: Level;
  readonly evidence: Evidence;
  /** Whether its cues can change what is lit, so that nothing is decided without them. */
  readonly needsCues: boolean;
  readonly forms: readonly SurfaceForm[];
}

/** What decides about the senses of a term: numbers of cues, in base 36, with spaces between. Plain JSON. */
export interface TermCues {
  readonly cues: string;
  readonly otherSenses: readonly string[];
}

/**
 * What decides about the senses of a glossary's terms. Plain JSON, of few and long strings: a page that needs it reads
 * it from the store, and takes of it only what it meets. A cue is named by its place in `texts`: topic by topic the
 * words that only tell the topic and those that a term has too, then the other cues of terms.
 */
export interface GlossaryCues {
  /** One a line. */
  readonly texts: string;
  /** How many words of each topic only tell it, and how many a term has too. The first is the glossary's own field. */
  readonly topics: readonly { readonly only: number; readonly shared: number }[];
  /** One line for each anchor, the token that a cue is looked up by: the token and the numbers of its cues, as in `TermCues`. */
  readonly anchors: string;
  readonly terms: Readonly<Record<TermKey, TermCues>>;
}

/** The forms of a glossary's terms, in its order. */
export function compileForms(glossary: Glossary): TermForms[] {
  return glossary.terms.map((term) => {
    const evidence = term.evidence ?? defaultEvidence(term);
    return {
      key: termKey(glossary.id, term.id),
      label: term.label,
      level: term.level ?? 'general',
      evidence,
      needsCues: evidence !== 'none' || Boolean(term.otherSenses?.length),
      forms: surfaceForms(term),
    };
  });
}

/** Short acronyms have many owners: where a text writes one out in other words, another sense is meant. */
function defaultEvidence({ label }: Term): Evidence {
  return SHORT_ACRONYM.test(label) ? 'against' : 'none';
}

const SHORT_ACRONYM = /^\p{Lu}[\p{Lu}\d]{1,4}$/u;

/** The cues of a glossary. A word that tells two topics tells the first, the glossary's own before all. */
export function compileCues(glossary: Glossary): GlossaryCues {
  const topics = [glossary.cues ?? [], ...(glossary.otherTopics ?? []).map(({ cues }) => cues)];
  const termTexts = new Set(
    glossary.terms.flatMap((term) => [...ownCues(term), ...otherCues(term).flat()].map(oneLine)),
  );
  const numberOf = new Map<string, number>();
  const addNew = (texts: Iterable<string>): number => {
    const before = numberOf.size;
    for (const text of texts) if (!numberOf.has(text)) numberOf.set(text, numberOf.size);
    return numberOf.size - before;
  };
  const topicCounts = topics.map((cues) => {
    const texts = cues.map(oneLine);
    const only = addNew(texts.filter((text) => !termTexts.has(text)));
    return { only, shared: addNew(texts.filter((text) => termTexts.has(text))) };
  });
  addNew(termTexts);
  const toNumbers = (cues: readonly string[]) =>
    [...new Set(cues.map(oneLine))].map((text) => (numberOf.get(text) as number).toString(36)).join(' ');
  return {
    texts: [...numberOf.keys()].join('\n'),
    topics: topicCounts,
    anchors: anchorLines(numberOf),
    terms: Object.fromEntries(
      glossary.terms.map((term) => [
        termKey(glossary.id, term.id),
        { cues: toNumbers(ownCues(term)), otherSenses: otherCues(term).map(toNumbers) },
      ]),
    ),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** A cue is looked up by its rarest token, so that few places of a text are looked at closely: “over the cloud” by “cloud”. */
function anchorLines(numberOf: ReadonlyMap<string, number>): string {
  const keysOf = new Map([...numberOf.keys()].map((text) => [text, tokenize(text).keys]));
  const frequency = new Map<string, number>();
  for (const key of [...keysOf.values()].flat()) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  const rarer = (a: string, b: string) =>
    Number(SMALL_WORD.test(a)) - Number(SMALL_WORD.test(b)) || (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0);
  const lines = new Map<string, string>();
  for (const [text, number] of numberOf) {
    const [anchor] = [...(keysOf.get(text) ?? [])].sort(rarer);
    if (anchor !== undefined) lines.set(anchor, `${lines.get(anchor) ?? anchor} ${number.toString(36)}`);
  }
  return [...lines.values()].join('\n');
}

/** Few letters, so mostly a word that many sentences have. */
const SMALL_WORD = /^[a-z\d]{1,4}$/;

function ownCues({ senses }: Term): readonly string[] {
  return senses.flatMap(({ cues }) => cues ?? []);
}

function otherCues({ otherSenses }: Term): readonly (readonly string[])[] {
  return (otherSenses ?? []).map(({ cues }) => cues);
}

/** All surface forms of a term, each once: label and hidden forms first, with their plurals and other spellings. */
export function surfaceForms(term: Term): SurfaceForm[] {
  const hasPlural = term.kind === 'acronym' || term.kind === 'term' || term.kind === undefined;
  const own = [term.label, ...(term.hiddenForms ?? [])].map((text) => ({
    text,
    caseSensitive: term.caseSensitive ?? isCaseSensitiveShape(text),
  }));
  const others = [...(term.aliases ?? []), ...Object.values(term.translations ?? {}).flat()].map((text) => ({
    text,
    caseSensitive: isCaseSensitiveShape(text),
  }));
  const forms = [...own, ...others].flatMap((form) => withWordForms(form, hasPlural));
  const unique = new Map(forms.reverse().map((form) => [form.text, form]));
  return [...unique.values()].reverse();
}

function withWordForms({ text, caseSensitive }: SurfaceForm, hasPlural: boolean): SurfaceForm[] {
  const spellings = [text, ...spellingVariants(text)];
  const plurals = hasPlural ? spellings.map(pluralOf).filter((plural) => plural !== null) : [];
  return [...spellings, ...plurals].map((form) => ({ text: form, caseSensitive }));
}
