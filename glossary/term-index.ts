// The look-up table of spotting: from the first token of a form or cue to all that begin with it.
import type { TermForms } from './compile.ts';
import { plainText, tokenize } from './tokens.ts';

/** A sequence of tokens with what stands between and around them. */
export interface TokenPattern {
  /** Token keys, as `tokenize` makes them. */
  readonly keys: readonly string[];
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
}

/** Names a cue within one index. */
export type CueId = number;

/** A term as spotting sees it. */
export interface IndexedTerm extends Omit<TermForms, 'forms' | 'cues' | 'otherSenses'> {
  readonly cues: readonly CueId[];
  readonly otherSenses: readonly { readonly label: string; readonly cues: readonly CueId[] }[];
  /** The cues of all other senses. */
  readonly otherCues: ReadonlySet<CueId>;
}

/** All forms and cues that begin with one token; the forms longest first. */
interface TokenEntry {
  readonly forms: IndexedForm[];
  readonly cues: IndexedCue[];
}

/** The forms and cues of any number of glossaries. */
export interface TermIndex {
  readonly byFirstToken: ReadonlyMap<string, TokenEntry>;
  /** Cue id to the cue as its glossary writes it. */
  readonly cueTexts: readonly string[];
}

/** Builds the index. Where two terms have the same form, the one that comes first keeps it. */
export function createTermIndex(terms: readonly TermForms[]): TermIndex {
  const byFirstToken = new Map<string, TokenEntry>();
  const cueIds = new Map<string, CueId>();

  const entryFor = (pattern: TokenPattern): TokenEntry | undefined => {
    const first = pattern.keys[0];
    if (first === undefined) return undefined;
    const entry = byFirstToken.get(first) ?? { forms: [], cues: [] };
    byFirstToken.set(first, entry);
    return entry;
  };
  const cueId = (text: string): CueId => {
    const known = cueIds.get(text);
    if (known !== undefined) return known;
    const id = cueIds.size;
    cueIds.set(text, id);
    const pattern = toPattern(text, hasCapitalsOnly(text));
    entryFor(pattern)?.cues.push({ ...pattern, id });
    return id;
  };

  for (const { forms, cues, otherSenses, ...rest } of terms) {
    const others = otherSenses.map((sense) => ({ label: sense.label, cues: sense.cues.map(cueId) }));
    const term: IndexedTerm = {
      ...rest,
      cues: cues.map(cueId),
      otherSenses: others,
      otherCues: new Set(others.flatMap((sense) => sense.cues)),
    };
    for (const form of forms) {
      const pattern = toPattern(form.text, form.caseSensitive);
      entryFor(pattern)?.forms.push({ ...pattern, term });
    }
  }
  for (const entry of byFirstToken.values()) entry.forms.sort((a, b) => b.keys.length - a.keys.length);
  return { byFirstToken, cueTexts: [...cueIds.keys()] };
}

function toPattern(text: string, caseSensitive: boolean): TokenPattern {
  const { starts, ends, keys } = tokenize(text);
  const gaps = [...starts, text.length].map((start, position) => text.slice(ends[position - 1] ?? 0, start));
  const exact = caseSensitive ? starts.map((start, position) => plainText(text.slice(start, ends[position]))) : null;
  return { keys, gaps, exact };
}

/** A short word in capitals is an acronym: as a cue it counts only when written so. */
function hasCapitalsOnly(text: string): boolean {
  return text.length <= 5 && /^[\p{Lu}\d]+$/u.test(text);
}
