// Finds the surface forms and cues of an index in plain text: word boundaries, longest match, case by rule.
import { isPartOfCode } from './code-like.ts';
import { findExpansion } from './expansions.ts';
import type { CueId, IndexedCue, IndexedForm, IndexedTerm, TermIndex, TokenPattern } from './term-index.ts';
import { hashPair } from './token-filter.ts';
import {
  createTokenPlaces,
  findTokens,
  hasKeyAt,
  isUnspacedScript,
  plainText,
  stripInvisible,
  type TokenPlaces,
} from './tokens.ts';
import { findCutWord } from './word-cuts.ts';

/** A surface form in a text. Offsets are UTF-16; a possessive ’s is left outside. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly term: IndexedTerm;
  /** A longer word or phrase around the form that tells its sense by itself: 阿里云海, “2B pencil”, “BAT stocks”. */
  readonly phrase: Phrase | null;
}

/** The phrase around a form, as its glossary or its text writes it, and whose sense it tells. */
interface Phrase {
  readonly text: string;
  readonly isOurs: boolean;
}

type BareMatch = Omit<Match, 'phrase'>;

/** A cue with its place in a text. */
interface PlacedCue {
  readonly id: CueId;
  readonly start: number;
  readonly end: number;
}

/** The cues of a text, to be asked for by their places: a long text has thousands of them, and as many matches. */
interface CuesInPlaces {
  /** Those that overlap a stretch of the text, in no particular order. */
  around(start: number, end: number): PlacedCue[];
}

/** What a text holds of an index. */
export interface TextScan {
  /** In order, never overlapping; where two forms begin at the same place the longer one is taken. */
  readonly matches: readonly Match[];
  /** Every cue that stands in the text, once. */
  readonly cues: readonly CueId[];
}

/** A text is done with its tokens when the next one comes. */
const places = createTokenPlaces();

const NOTHING: TextScan = { matches: [], cues: [] };

/** Finds all matches and cues in a text; the words that tell a topic only where a match needs cues. */
export function scanText(text: string, index: TermIndex): TextScan {
  const tokens = findTokens(text, places);
  const matches: BareMatch[] = [];
  const cues: PlacedCue[] = [];
  const addStanding = (candidates: readonly IndexedCue[], at: number) => {
    for (const cue of candidates) {
      const from = at - cue.anchor;
      if (patternStandsAt(cue, text, tokens, from)) cues.push({ id: cue.id, ...extentOf(cue, tokens, from) });
    }
  };
  let free = 0; // the first token that is not part of a match yet
  for (let at = 0; at < tokens.count; at++) {
    const one = tokens.hashes[at] as number;
    const two = pairAt(tokens, at);
    if (!index.filter.has(one) && !index.filter.has(two)) continue;
    addStanding(index.cuesAt(one), at);
    addStanding(index.cuesAt(two), at);
    if (at < free) continue;
    const form =
      findStanding(index.formsAt(two), text, tokens, at) ?? findStanding(index.formsAt(one), text, tokens, at);
    if (!form) continue;
    const { start, end } = extentOf(form, tokens, at);
    free = at + form.keys.length;
    if (!isPartOfCode(text, start, end)) matches.push({ start, end, term: form.term });
  }
  if (!matches.length && !cues.length) return NOTHING;
  if (matches.some(({ term }) => term.needsCues)) {
    for (let at = 0; at < tokens.count; at++) {
      addStanding(index.topicWordsAt(tokens.hashes[at] as number), at);
      addStanding(index.topicWordsAt(pairAt(tokens, at)), at);
    }
  }
  const isKnown = ({ term }: BareMatch) => index.knowsCuesOf(term.key);
  const placed = inPlaces(cues);
  const expansions = matches.filter(isKnown).flatMap((match) => findVerdict(text, match, matches, placed) ?? []);
  const phraseOf = (match: BareMatch) => findPhrase(match, placed, index) ?? findCut(text, match);
  return {
    matches: matches.map((match) => ({ ...match, phrase: isKnown(match) ? phraseOf(match) : null })),
    cues: [...new Set([...cues.map(({ id }) => id), ...expansions])],
  };
}

/** How long the stretches are (UTF-16) by which cues are asked for. */
const STRETCH = 256;

function inPlaces(cues: readonly PlacedCue[]): CuesInPlaces {
  const byStretch = new Map<number, PlacedCue[]>();
  const eachStretch = (start: number, end: number, action: (stretch: number) => void) => {
    for (let stretch = Math.floor(start / STRETCH); stretch * STRETCH < end; stretch++) action(stretch);
  };
  for (const cue of cues) {
    eachStretch(cue.start, cue.end, (stretch) => {
      const others = byStretch.get(stretch);
      if (others) others.push(cue);
      else byStretch.set(stretch, [cue]);
    });
  }
  return {
    around(start, end) {
      const found = new Set<PlacedCue>();
      eachStretch(start, end, (stretch) => {
        for (const cue of byStretch.get(stretch) ?? []) if (cue.start < end && cue.end > start) found.add(cue);
      });
      return [...found];
    },
  };
}

/** The hash of a token and the next one; no token has that of the last. */
function pairAt({ hashes, count }: TokenPlaces, at: number): number {
  return at + 1 < count ? hashPair(hashes[at] as number, hashes[at + 1] as number) : -1;
}

/** The first of some forms that stands at a token. */
function findStanding(forms: readonly IndexedForm[], text: string, tokens: TokenPlaces, at: number) {
  for (const form of forms) if (patternStandsAt(form, text, tokens, at)) return form;
  return undefined;
}

/** The longest cue that overlaps the match and reaches beyond it; of two as long, the one that speaks against us. */
function findPhrase({ start, end, term }: BareMatch, cues: CuesInPlaces, index: TermIndex): Phrase | null {
  let longest = 0;
  let phrase: Phrase | null = null;
  for (const cue of cues.around(start, end)) {
    if (cue.start >= start && cue.end <= end) continue;
    const covers = cue.start <= start && cue.end >= end;
    const isOthers = term.cues.others.has(cue.id);
    if (!isOthers && !(covers && term.cues.own.has(cue.id))) continue;
    const length = cue.end - cue.start;
    if (length < longest || (length === longest && !isOthers)) continue;
    longest = length;
    phrase = { text: index.textOf(cue.id), isOurs: !isOthers };
  }
  return phrase;
}

/** A word of the text that an ambiguous form would cut in two. */
function findCut(text: string, { start, end, term }: BareMatch): Phrase | null {
  const word = term.evidence === 'none' ? null : findCutWord(text, start, end);
  return word === null ? null : { text: word, isOurs: false };
}

/** What a text that writes an acronym out says about it: the cue for our sense, or the one for another. */
function findVerdict(
  text: string,
  { start, end, term }: BareMatch,
  matches: readonly BareMatch[],
  cues: CuesInPlaces,
): CueId | null {
  if (term.evidence === 'none' || !isAcronym(text.slice(start, end))) return null;
  const expansion = findExpansion(text, start, end);
  if (!expansion) return null;
  const isInside = (place: { start: number; end: number }) =>
    place.start >= expansion.start && place.end <= expansion.end;
  if (matches.some((match) => match.term === term && isInside(match))) return term.ourExpansion;
  const inside = cues.around(expansion.start, expansion.end).filter(isInside);
  const ours = inside.filter(({ id }) => term.cues.own.has(id)).length;
  const others = inside.filter(({ id }) => term.cues.others.has(id)).length;
  if (ours === others) return expansion.isSpelt && !ours ? term.otherExpansion : null;
  return ours > others ? term.ourExpansion : term.otherExpansion;
}

/** Two capitals or more, and no space. */
function isAcronym(surface: string): boolean {
  const capitals = [...surface].filter((character) => character !== character.toLowerCase());
  return capitals.length >= 2 && !/[\s-]/.test(surface);
}

function extentOf(pattern: TokenPattern, tokens: TokenPlaces, at: number): { start: number; end: number } {
  const last = at + pattern.keys.length - 1;
  return {
    start: (tokens.starts[at] as number) - (pattern.gaps[0] as string).length,
    end: (tokens.ends[last] as number) + (pattern.gaps.at(-1) as string).length,
  };
}

function patternStandsAt(pattern: TokenPattern, text: string, tokens: TokenPlaces, at: number): boolean {
  const { hashes, keys, gaps, exact } = pattern;
  if (at < 0 || at + keys.length > tokens.count) return false;
  for (let offset = 0; offset < keys.length; offset++) {
    if (tokens.hashes[at + offset] !== hashes[offset]) return false;
  }
  for (let offset = 0; offset < keys.length; offset++) {
    if (!hasKeyAt(text, tokens, at + offset, keys[offset] as string)) return false;
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
