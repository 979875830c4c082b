// Finds terms by what a reader types: names first, misspelt ones too, then words of the definitions.
import Fuse, { type IFuseOptions } from 'fuse.js';
import { localize, type Term, type TermKey } from './model.ts';

/** What a search needs to know of a term; anything else it carries comes back with the result. */
export interface SearchableTerm {
  readonly key: TermKey;
  readonly term: Term;
}

/** A part of a text, UTF-16 offsets, the end excluded. */
export type TextRange = readonly [start: number, end: number];

/** A term found, and what in it was matched; hidden forms are never shown, so there it is the label, unmarked. */
export interface SearchResult<R extends SearchableTerm> {
  readonly reading: R;
  readonly matchedText: string;
  readonly ranges: readonly TextRange[];
  readonly matchedIn: 'name' | 'definition';
}

/** Terms for a query, the best first; none for an empty query. */
export type Search<R extends SearchableTerm> = (query: string) => SearchResult<R>[];

/** How well a text matches; a lower one wins. */
const Fit = { exact: 0, prefix: 1, wordStart: 2, inside: 3, similar: 4, definition: 5 } as const;

interface SearchableText<R> {
  readonly reading: R;
  readonly text: string;
  readonly folded: string;
  readonly field: Field;
}

const FIELDS = ['label', 'alias', 'hiddenForm', 'translation', 'definition'] as const; // by weight
type Field = (typeof FIELDS)[number];

interface Candidate<R> {
  readonly of: SearchableText<R>;
  readonly fit: number;
  readonly ranges: readonly TextRange[];
  /** Among equals of `fit`: the part of the text that is not matched, or Fuse's distance. */
  readonly distance: number;
}

const FUSE_OPTIONS: IFuseOptions<SearchableText<unknown>> = {
  keys: ['folded'],
  threshold: 0.35, // one letter in three may be wrong
  ignoreLocation: true,
  includeMatches: true,
  includeScore: true,
  minMatchCharLength: 2,
};

/** Builds a search over these terms; do it once, it reads every text. */
export function createSearch<R extends SearchableTerm>(
  readings: readonly R[],
  languages: readonly string[] = [],
): Search<R> {
  const texts = readings.flatMap((reading) => searchableTexts(reading, languages));
  const names = texts.filter(({ field }) => field !== 'definition');
  const fuse = new Fuse(names, FUSE_OPTIONS as IFuseOptions<SearchableText<R>>);
  return (query) => {
    const wanted = fold(query.trim().replace(/\s+/g, ' '));
    if (!wanted) return [];
    const direct = texts.flatMap((text) => matchDirectly(text, wanted));
    const isSpeltRight = direct.some(({ fit }) => fit <= Fit.wordStart);
    return bestOfEach(isSpeltRight ? direct : [...direct, ...findSimilar(fuse, wanted)]).map(toResult);
  };
}

function searchableTexts<R extends SearchableTerm>(reading: R, languages: readonly string[]): SearchableText<R>[] {
  const { term } = reading;
  const of = (field: Field, found: readonly string[]) =>
    found.map((text) => ({ reading, text, folded: fold(text), field }));
  return [
    ...of('label', [term.label]),
    ...of('alias', term.aliases ?? []),
    ...of('hiddenForm', term.hiddenForms ?? []),
    ...of('translation', Object.values(term.translations ?? {}).flat()),
    ...of(
      'definition',
      term.senses.map((sense) => localize(sense.definition, languages).text),
    ),
  ];
}

/** Upper and lower case, and full- and half-width forms, are the same to a search. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function matchDirectly<R>(of: SearchableText<R>, wanted: string): Candidate<R>[] {
  if (of.field === 'definition') return matchDefinition(of, wanted);
  const start = of.folded.indexOf(wanted);
  if (start < 0) return [];
  const ranges: TextRange[] = [[start, start + wanted.length]];
  const distance = 1 - wanted.length / of.folded.length;
  if (start === 0) return [{ of, fit: distance === 0 ? Fit.exact : Fit.prefix, ranges, distance }];
  return [{ of, fit: isWordStart(of.folded, start) ? Fit.wordStart : Fit.inside, ranges, distance }];
}

/** A definition matches if each word of the query begins a word in it. */
function matchDefinition<R>(of: SearchableText<R>, wanted: string): Candidate<R>[] {
  if (wanted.length < 2) return [];
  const ranges = wanted.split(' ').map((word) => findWordStart(of.folded, word));
  if (!ranges.every((range) => range !== null)) return [];
  return [{ of, fit: Fit.definition, ranges: ranges.sort((a, b) => a[0] - b[0]), distance: 0 }];
}

function findWordStart(text: string, word: string): TextRange | null {
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
    if (isWordStart(text, start)) return [start, start + word.length];
  }
  return null;
}

/** Chinese has no spaces: every character may begin a word. */
function isWordStart(text: string, index: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text[index - 1] ?? '') || /\p{Script=Han}/u.test(text[index] ?? '');
}

/** Names spelt nearly so. A short query is nearly in every long name, so there the lengths must agree. */
function findSimilar<R>(fuse: Fuse<SearchableText<R>>, wanted: string): Candidate<R>[] {
  if (wanted.length < 3) return [];
  return fuse.search(wanted).flatMap(({ item, score = 1, matches }) => {
    const ranges = (matches?.[0]?.indices ?? []).map(([first, last]) => [first, last + 1] as const);
    const isTooLong = wanted.length < 5 && item.folded.length > wanted.length + 1;
    return ranges.length && !isTooLong ? [{ of: item, fit: Fit.similar, ranges, distance: score }] : [];
  });
}

/** The best candidate of each term, the best term first; the glossary's order decides between equals. */
function bestOfEach<R extends SearchableTerm>(candidates: readonly Candidate<R>[]): Candidate<R>[] {
  const best = new Map<TermKey, Candidate<R>>();
  for (const candidate of [...candidates].sort(compareCandidates)) {
    const { key } = candidate.of.reading;
    if (!best.has(key)) best.set(key, candidate);
  }
  return [...best.values()];
}

function compareCandidates<R>(a: Candidate<R>, b: Candidate<R>): number {
  const byField = FIELDS.indexOf(a.of.field) - FIELDS.indexOf(b.of.field);
  if (a.fit !== b.fit) return a.fit - b.fit;
  if (a.fit !== Fit.similar) return byField || a.distance - b.distance;
  const byStart = (a.ranges[0]?.[0] ?? 0) - (b.ranges[0]?.[0] ?? 0);
  return a.distance - b.distance || byStart || byField;
}

function toResult<R extends SearchableTerm>({ of, ranges }: Candidate<R>): SearchResult<R> {
  const { reading, text, folded, field } = of;
  if (field === 'hiddenForm') return { reading, matchedText: reading.term.label, ranges: [], matchedIn: 'name' };
  const kept = text.length === folded.length ? ranges : []; // offsets hold only where folding moved nothing
  return { reading, matchedText: text, ranges: kept, matchedIn: field === 'definition' ? 'definition' : 'name' };
}
