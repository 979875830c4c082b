// Finds the surface forms and cues of an index in plain text: word boundaries, longest match, case by rule.
import { isPartOfCode } from './code-like.ts';
import type { CueId, IndexedTerm, TermIndex, TokenPattern } from './term-index.ts';
import { isUnspacedScript, plainText, stripInvisible, type Tokens, tokenize } from './tokens.ts';

/** A surface form in a text. Offsets are UTF-16; a possessive ’s is left outside. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly term: IndexedTerm;
  /** A longer word that the text has at this place, and that means something else: 阿里云海 around 阿里云. */
  readonly contradictedBy: CueId | null;
}

/** A cue with its place in a text. */
interface PlacedCue {
  readonly id: CueId;
  readonly start: number;
  readonly end: number;
}

/** What a text holds of an index. */
export interface TextScan {
  /** In order, never overlapping; where two forms begin at the same place the longer one is taken. */
  readonly matches: readonly Match[];
  /** Every cue that stands in the text, once. */
  readonly cues: readonly CueId[];
}

/** Finds all matches and cues in a text. */
export function scanText(text: string, index: TermIndex): TextScan {
  const tokens = tokenize(text);
  const matches: Omit<Match, 'contradictedBy'>[] = [];
  const cues: PlacedCue[] = [];
  let free = 0; // the first token that is not part of a match yet
  for (let at = 0; at < tokens.keys.length; at++) {
    const entry = index.byFirstToken.get(tokens.keys[at] as string);
    if (!entry) continue;
    for (const cue of entry.cues) {
      if (patternStandsAt(cue, text, tokens, at)) cues.push({ id: cue.id, ...extentOf(cue, tokens, at) });
    }
    if (at < free) continue;
    const form = entry.forms.find((candidate) => patternStandsAt(candidate, text, tokens, at));
    if (!form) continue;
    const { start, end } = extentOf(form, tokens, at);
    free = at + form.keys.length;
    if (!isPartOfCode(text, start, end)) matches.push({ start, end, term: form.term });
  }
  return {
    matches: matches.map((match) => ({ ...match, contradictedBy: findContradiction(match, cues) })),
    cues: [...new Set(cues.map(({ id }) => id))],
  };
}

/** A cue of another sense that overlaps the match and reaches beyond it: the match would cut that word in two. */
function findContradiction({ start, end, term }: Omit<Match, 'contradictedBy'>, cues: readonly PlacedCue[]) {
  const longer = cues.find(
    (cue) => cue.start < end && cue.end > start && (cue.start < start || cue.end > end) && term.otherCues.has(cue.id),
  );
  return longer?.id ?? null;
}

function extentOf(pattern: TokenPattern, tokens: Tokens, at: number): { start: number; end: number } {
  const last = at + pattern.keys.length - 1;
  return {
    start: (tokens.starts[at] as number) - (pattern.gaps[0] as string).length,
    end: (tokens.ends[last] as number) + (pattern.gaps.at(-1) as string).length,
  };
}

function patternStandsAt(pattern: TokenPattern, text: string, tokens: Tokens, at: number): boolean {
  const { keys, gaps, exact } = pattern;
  for (let offset = 0; offset < keys.length; offset++) {
    if (tokens.keys[at + offset] !== keys[offset]) return false;
  }
  const { start, end } = extentOf(pattern, tokens, at);
  if (!text.startsWith(gaps[0] as string, start) || !text.endsWith(gaps.at(-1) as string, end)) return false;
  for (let offset = 0; offset < keys.length; offset++) {
    const from = tokens.starts[at + offset] as number;
    const to = tokens.ends[at + offset] as number;
    if (exact && plainText(text.slice(from, to)) !== exact[offset]) return false;
    if (offset && !gapFits(gaps[offset] as string, text, tokens.ends[at + offset - 1] as number, from)) return false;
  }
  return true;
}

/** Where a source breaks a line of Chinese, no space is meant. */
const LINE_BREAK = /^[ \t]*\r?\n[ \t]*$/;
const SPACE_OR_HYPHEN = /^(?:\s+|[-\u2010\u2011])$/;

/** Whether what stands between two tokens of the text is what the form has there, or a variant in common use. */
function gapFits(expected: string, text: string, from: number, to: number): boolean {
  const found = stripInvisible(text.slice(from, to));
  if (found === expected) return true;
  if (SPACE_OR_HYPHEN.test(expected) && SPACE_OR_HYPHEN.test(found)) return true;
  const isChineseBefore = isUnspacedScript(text.charAt(from - 1));
  const isChineseAfter = isUnspacedScript(text.charAt(to));
  if (isChineseBefore && isChineseAfter) return expected === '' && LINE_BREAK.test(found);
  const meetsChinese = isChineseBefore !== isChineseAfter;
  return meetsChinese && expected.trim() === '' && found.trim() === '' && found.length <= 1;
}
