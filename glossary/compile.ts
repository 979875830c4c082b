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

/** What decides about the senses of a term: numbers of cues. Plain JSON. */
export interface TermCues {
  readonly cues: readonly number[];
  readonly otherSenses: readonly (readonly number[])[];
}

/**
 * What decides about the senses of a glossary's terms, laid out so that nothing must be prepared on a page. Plain JSON.
 * A cue is named by its place in `texts`: first the words that only tell a topic, then those that a term has too, then
 * the other cues of terms.
 */
export interface GlossaryCues {
  readonly texts: readonly string[];
  /** How many of the texts only tell a topic. */
  readonly topicOnly: number;
  /** The topic of each of the first texts: 0 is the glossary's own field. */
  readonly topicOf: readonly number[];
  readonly topicCount: number;
  /** The first token of a text to the numbers of the cues that begin with it. */
  readonly byFirstToken: Readonly<Record<string, readonly number[]>>;
  readonly terms: Readonly<Record<TermKey, TermCues>>;
}

/** The forms of a glossary's terms, in its order. */
export function compileForms(glossary: Glossary): TermForms[] {
  return glossary.terms.map((term) => ({
    key: termKey(glossary.id, term.id),
    label: term.label,
    level: term.level ?? 'general',
    evidence: term.evidence ?? 'none',
    needsCues: (term.evidence ?? 'none') !== 'none' || Boolean(term.otherSenses?.length),
    forms: surfaceForms(term),
  }));
}

/** The cues of a glossary. A word that tells two topics tells the first, the glossary's own before all. */
export function compileCues(glossary: Glossary): GlossaryCues {
  const topics = [glossary.cues ?? [], ...(glossary.otherTopics ?? []).map(({ cues }) => cues)];
  const topicOfText = new Map(topics.flatMap((cues, topic) => cues.map((text) => [text, topic] as const)).reverse());
  const termTexts = new Set(glossary.terms.flatMap((term) => [...ownCues(term), ...otherCues(term).flat()]));
  const topicTexts = [...topicOfText.keys()];
  const shared = topicTexts.filter((text) => termTexts.has(text));
  const topicOnly = topicTexts.filter((text) => !termTexts.has(text));
  const texts = [...topicOnly, ...shared, ...[...termTexts].filter((text) => !topicOfText.has(text))];
  const numberOf = new Map(texts.map((text, number) => [text, number]));
  const numbersOf = (cues: readonly string[]) => [...new Set(cues)].map((text) => numberOf.get(text) as number);
  const byFirstToken = new Map<string, number[]>();
  for (const [number, text] of texts.entries()) {
    const first = tokenize(text).keys[0];
    if (first !== undefined) byFirstToken.set(first, [...(byFirstToken.get(first) ?? []), number]);
  }
  return {
    texts,
    topicOnly: topicOnly.length,
    topicOf: [...topicOnly, ...shared].map((text) => topicOfText.get(text) as number),
    topicCount: topics.length,
    byFirstToken: Object.fromEntries(byFirstToken),
    terms: Object.fromEntries(
      glossary.terms.map((term) => [
        termKey(glossary.id, term.id),
        { cues: numbersOf(ownCues(term)), otherSenses: otherCues(term).map(numbersOf) },
      ]),
    ),
  };
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
