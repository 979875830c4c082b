// What a reader types about a term of their own: what may be wrong with it, and the term that it makes.
import { countCharacters, longestDefinition } from './limits.ts';
import { localize, type Term } from './model.ts';
import { findTokens } from './tokens.ts';

const LONGEST_NAME = 100; // characters: longer than any name, and still a heading
const MOST_SPELLINGS = 30;

/** The fields as they were typed. */
export interface TermDraft {
  readonly label: string;
  /** Other names, with commas or line breaks between them. */
  readonly spellings: string;
  readonly definition: string;
}

/** What is wrong with a field: no word in it, too long or too many (of the longest name, or of names), or another term's. */
export type DraftFault =
  | { readonly kind: 'empty' | 'taken' }
  | { readonly kind: 'long' | 'many'; readonly most: number; readonly found: number };

/** The fields that are not in order. */
export type DraftFaults = { readonly [Field in keyof TermDraft]?: DraftFault };

/** A draft of a new term by a text that was looked up: on one line, and no longer than a name may be. */
export function draftFor(text: string): TermDraft {
  const label = [...oneLine(text)].slice(0, LONGEST_NAME).join('');
  return { label: label.replace(/…$/, '').trim(), spellings: '', definition: '' };
}

/** A term as a draft, with its definition in the first of the languages, and the language that this is in. */
export function draftOf(term: Term, languages: readonly string[]): { draft: TermDraft; language: string } {
  const { text, lang } = localize(term.senses[0]?.definition ?? {}, languages);
  return { draft: { label: term.label, spellings: (term.aliases ?? []).join(', '), definition: text }, language: lang };
}

/** What is wrong with a draft whose definition is in a language, beside the other terms of its glossary. */
export function checkDraft(draft: TermDraft, language: string, others: readonly Term[]): DraftFaults {
  const label = checkLabel(oneLine(draft.label), others);
  const spellings = checkSpellings(spellingsOf(draft));
  const definition = checkLength(oneLine(draft.definition), longestDefinition(language));
  return { ...(label && { label }), ...(spellings && { spellings }), ...(definition && { definition }) };
}

/** The term that a draft without faults makes; what an earlier version of it has beside goes on. */
export function termOf(draft: TermDraft, language: string, earlier: Pick<Term, 'id'> & Partial<Term>): Term {
  const { aliases: _, senses: [sense = { id: earlier.id, definition: {} }, ...others] = [], ...rest } = earlier;
  const aliases = spellingsOf(draft);
  const definition = { ...sense.definition, [language]: oneLine(draft.definition) };
  return {
    ...rest,
    label: oneLine(draft.label),
    ...(aliases.length && { aliases }),
    senses: [{ ...sense, definition }, ...others],
  };
}

function checkLabel(label: string, others: readonly Term[]): DraftFault | null {
  const isTaken = others.some((term) => term.label.toLowerCase() === label.toLowerCase());
  return checkName(label) ?? (isTaken ? { kind: 'taken' } : null);
}

function checkSpellings(spellings: readonly string[]): DraftFault | null {
  const found = spellings.length;
  if (found > MOST_SPELLINGS) return { kind: 'many', most: MOST_SPELLINGS, found };
  return spellings.map(checkName).find((fault) => fault !== null) ?? null;
}

/** A name is found by its letters and digits. */
function checkName(name: string): DraftFault | null {
  return findTokens(name).count ? checkLength(name, LONGEST_NAME) : { kind: 'empty' };
}

function checkLength(text: string, most: number): DraftFault | null {
  const found = countCharacters(text);
  if (!found) return { kind: 'empty' };
  return found > most ? { kind: 'long', most, found } : null;
}

/** Each once, and without the label. */
function spellingsOf({ label, spellings }: TermDraft): string[] {
  const names = spellings.split(/[,，、;；\n]/).map(oneLine);
  return [...new Set(names)].filter((name) => name && name !== oneLine(label));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
