// Chooses which other names of a term stand beside its label, and in which order.
import type { Term } from '../glossary/model.ts';

/** A name and the language it is written in, where that is known. */
export interface Name {
  readonly text: string;
  readonly lang?: string;
}

/**
 * For beside the label: the expansion (the first alias) and one translation.
 * A translation into the reader's own language comes first.
 */
export function namesBeside(term: Term, languages: readonly string[]): Name[] {
  const expansion = term.aliases?.slice(0, 1).map((text) => ({ text })) ?? [];
  const translation = translationFor(term, languages);
  if (!translation) return expansion;
  const isOwn = primaryLanguage(translation.lang) === primaryLanguage(languages[0] ?? '');
  return isOwn ? [translation, ...expansion] : [...expansion, translation];
}

/** Every name that is shown, but the label. Names written alike in two languages stand once. */
export function allNames(term: Term, languages: readonly string[]): Name[] {
  const translations = Object.entries(term.translations ?? {}).flatMap(([lang, texts]) =>
    texts.map((text) => ({ text, lang })),
  );
  const beside = namesBeside(term, languages);
  const rest = [...(term.aliases ?? []).map((text) => ({ text })), ...translations];
  const unique = new Map<string, Name>();
  for (const name of [...beside, ...rest]) if (!unique.has(name.text)) unique.set(name.text, name);
  unique.delete(term.label);
  return [...unique.values()];
}

function translationFor(term: Term, languages: readonly string[]): Required<Name> | null {
  const available = Object.keys(term.translations ?? {});
  const wanted = languages.flatMap((language) => [
    ...available.filter((tag) => tag === language),
    ...available.filter((tag) => primaryLanguage(tag) === primaryLanguage(language)),
  ]);
  const lang = wanted[0] ?? available[0];
  const text = lang && term.translations?.[lang]?.[0];
  return text && text !== term.label ? { text, lang } : null;
}

function primaryLanguage(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}
