// Reduces a glossary to what a page is searched with: surface forms, rules and cues, no texts.
import { anchorOf } from './cue-anchor.ts';
import { type Evidence, type Glossary, type Level, type Term, type TermKey, termKey } from './model.ts';
import { findTokens } from './tokens.ts';
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

/** Some cues. Plain JSON, of few and long strings and lists. */
export interface CueList {
  /** One a line. */
  readonly texts: string;
  /** By what each is looked up by (`anchorOf`); `null` for one without letters and digits, which is never found. */
  readonly hashes: readonly (number | null)[];
}

/** What decides about the senses of a term: the cues of its own senses, and of each other one. */
export interface TermCues {
  readonly cues: CueList;
  readonly otherSenses: readonly CueList[];
}

/**
 * The words of a glossary's topics, one topic after another; the first is its own field. Plain JSON, of few and long
 * strings and lists. A word is named by its place in `texts`.
 */
export interface GlossaryTopics {
  /** One a line. */
  readonly texts: string;
  /** How many words each topic has. */
  readonly counts: readonly number[];
  /** By what the words are looked up by (`anchorOf`), ascending, and the numbers of the words in the same order. */
  readonly hashes: readonly number[];
  readonly numbers: readonly number[];
}

/** What decides about the senses of a glossary's terms. A page reads the cues of those terms that it meets. */
export interface GlossaryCues {
  readonly topics: GlossaryTopics;
  readonly terms: Readonly<Record<TermKey, TermCues>>;
}

/** The forms of a glossary's terms, in its order. */
export function compileForms(glossary: Glossary): TermForms[] {
  return glossary.terms.map((term) => compileTerm(termKey(glossary.id, term.id), term));
}

/** The forms of one term. */
export function compileTerm(key: TermKey, term: Term): TermForms {
  const evidence = term.evidence ?? defaultEvidence(term);
  return {
    key,
    label: term.label,
    level: term.level ?? 'general',
    evidence,
    needsCues: evidence !== 'none' || Boolean(term.otherSenses?.length),
    forms: surfaceForms(term),
  };
}

/** Short acronyms have many owners: where a text writes one out in other words, another sense is meant. */
function defaultEvidence({ label }: Term): Evidence {
  return SHORT_ACRONYM.test(label) ? 'against' : 'none';
}

const SHORT_ACRONYM = /^\p{Lu}[\p{Lu}\d]{1,4}$/u;

/** The cues of a glossary. */
export function compileCues(glossary: Glossary): GlossaryCues {
  return { topics: compileTopics(glossary), terms: compileTermCues(glossary) };
}

/** The cues of a glossary's terms. */
export function compileTermCues({ id, terms }: Pick<Glossary, 'id' | 'terms'>): GlossaryCues['terms'] {
  return Object.fromEntries(
    terms.map((term) => [
      termKey(id, term.id),
      { cues: layOutCues(ownCues(term)), otherSenses: otherCues(term).map(layOutCues) },
    ]),
  );
}

/** The topics of a glossary. A word that tells two of them tells the first, the glossary's own before all. */
export function compileTopics(glossary: Glossary): GlossaryTopics {
  const topics = [glossary.cues ?? [], ...(glossary.otherTopics ?? []).map(({ cues }) => cues)];
  const words = new Set<string>();
  const counts = topics.map((cues) => {
    const before = words.size;
    for (const cue of cues) words.add(oneLine(cue));
    return words.size - before;
  });
  const { texts, hashes } = layOutCues([...words]);
  const found = hashes.flatMap((hash, number) => (hash === null ? [] : [{ hash, number }]));
  found.sort((a, b) => a.hash - b.hash);
  return { texts, counts, hashes: found.map(({ hash }) => hash), numbers: found.map(({ number }) => number) };
}

function layOutCues(cues: readonly string[]): CueList {
  const texts = [...new Set(cues.map(oneLine))];
  const hashes = texts.map((text) => {
    const tokens = findTokens(text);
    return tokens.count ? anchorOf(tokens).hash : null;
  });
  return { texts: texts.join('\n'), hashes };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

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
