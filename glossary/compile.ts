// Reduces a glossary to what a page is searched with: surface forms, rules and cues, no texts.
import { type Evidence, type Glossary, type Level, type Term, type TermKey, termKey } from './model.ts';
import { pluralOf, spellingVariants } from './word-forms.ts';

/** A string that may stand for a term. */
export interface SurfaceForm {
  readonly text: string;
  readonly caseSensitive: boolean;
}

/** A meaning that must stay unlit, and the words that speak for it. */
export interface OtherSenseCues {
  readonly label: string;
  readonly cues: readonly string[];
}

/** All that spotting needs to know of a term. Plain JSON. */
export interface TermForms {
  readonly key: TermKey;
  readonly label: string;
  readonly level: Level;
  readonly evidence: Evidence;
  readonly forms: readonly SurfaceForm[];
  readonly cues: readonly string[];
  readonly otherSenses: readonly OtherSenseCues[];
}

/** The forms of all terms of a glossary, in its order. */
export function compileForms(glossary: Glossary): TermForms[] {
  return glossary.terms.map((term) => ({
    key: termKey(glossary.id, term.id),
    label: term.label,
    level: term.level ?? 'general',
    evidence: term.evidence ?? 'none',
    forms: surfaceForms(term),
    cues: term.senses.flatMap((sense) => sense.cues ?? []),
    otherSenses: (term.otherSenses ?? []).map(({ label, cues }) => ({ label, cues })),
  }));
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

/** Acronyms, and words with a capital after their first letter, are found only as they are written. */
export function isCaseSensitiveShape(text: string): boolean {
  return text.split(/[\s-]+/).some((word) => /^.+\p{Lu}/u.test(word) || /^\p{Lu}$/u.test(word));
}
