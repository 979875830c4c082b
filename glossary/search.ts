// Finds terms by what a reader types: names first, misspelt ones too, then what definitions say.
import Fuse, { type FuseResult, type IFuseOptions } from 'fuse.js';
import type { Term, TermKey } from './model.ts';
import {
  type Description,
  describeTerm,
  inReadersLanguage,
  markWords,
  saysEnough,
  splitWords,
} from './search-definitions.ts';
import { hasIdeograph, type TextRange } from './search-fold.ts';
import {
  Fit,
  matchName,
  matchSimilarName,
  type NameMatch,
  type SearchableName,
  searchableNames,
} from './search-names.ts';
import { weighProminence } from './search-prominence.ts';
import { type Query, readQuery, withoutQuestion } from './search-query.ts';

export type { TextRange };

/** What a search needs to know of a term; anything else it carries comes back with the result. */
export interface SearchableTerm {
  readonly key: TermKey;
  readonly term: Term;
}

/** A term found, and what in it was matched; hidden forms are never shown, so there it is the label, unmarked. */
export interface SearchResult<R extends SearchableTerm> {
  readonly reading: R;
  readonly matchedText: string;
  readonly ranges: readonly TextRange[];
  readonly matchedIn: 'name' | 'definition';
  /** The language of the matched text, where it is known. */
  readonly lang?: string;
}

/** Terms for a query, the best first; none for an empty query. */
export type Search<R extends SearchableTerm> = (query: string) => SearchResult<R>[];

interface Indexed<R> {
  readonly reading: R;
  readonly names: readonly SearchableName[];
  readonly prominence: number;
}

interface Found<R> extends NameMatch {
  readonly of: Indexed<R>;
}

const SCORE_STEPS = 20; // scores nearer to each other than 1/20 are equal
const LARGE_GLOSSARY = 1e6; // terms; nothing is more prominent

const FUSE_OPTIONS: IFuseOptions<Description> = {
  keys: ['text'],
  useTokenSearch: true, // words in any order, of which the rare ones weigh more
  tokenize: splitWords,
  threshold: 0.2, // one letter in five of a word may be wrong
  ignoreLocation: true,
  includeScore: true,
};

/** Builds a search over these terms; do it once, it reads every text. */
export function createSearch<R extends SearchableTerm>(
  readings: readonly R[],
  languages: readonly string[] = [],
): Search<R> {
  const terms = indexTerms(readings);
  const findDescribed = createGistSearch(terms, languages);
  return (typed) => {
    const query = readQuery(typed);
    if (!query) return [];
    const bare = withoutQuestion(query);
    const names = findNames(terms, query, bare);
    const described = bare && mayDescribe(bare, names) ? findDescribed(bare) : [];
    return firstOfEach([...names.map(toResult), ...described]);
  };
}

/** Whether the query may be the gist of a definition: several words that no name begins with, or one that none is like. */
function mayDescribe({ letters, words }: Query, names: readonly NameMatch[]): boolean {
  const best = names[0]?.fit ?? Infinity; // the best stands first
  if (words.length > 1) return best > Fit.prefix;
  return hasIdeograph(letters) ? best >= Fit.similar : best === Infinity;
}

function indexTerms<R extends SearchableTerm>(readings: readonly R[]): Indexed<R>[] {
  const named = readings.map((reading) => ({ reading, names: searchableNames(reading.term) }));
  const prominence = weighProminence(
    named.map(({ reading: { key, term }, names }) => ({ key, term, names: names.map(({ folded }) => folded.letters) })),
  );
  return named.map(({ reading, names }) => ({ reading, names, prominence: prominence.get(reading.key) ?? 0 }));
}

/** All names found, the best first. Names spelt nearly so count only where none is spelt so. */
function findNames<R extends SearchableTerm>(
  terms: readonly Indexed<R>[],
  query: Query,
  bare: Query | null,
): Found<R>[] {
  const asTyped = findFits(terms, query, matchName);
  const isWhole = !bare || bare.letters === query.letters || asTyped.some(({ fit }) => fit <= Fit.prefix);
  const find = (match: typeof matchName) => (isWhole ? [] : findFits(terms, bare, match));
  const direct = [...asTyped, ...find(matchName)];
  const isSpeltRight = direct.some(({ fit }) => fit <= Fit.initials);
  const similar = isSpeltRight ? [] : [...findFits(terms, query, matchSimilarName), ...find(matchSimilarName)];
  return [...direct, ...similar].sort(compareFound);
}

function findFits<R extends SearchableTerm>(
  terms: readonly Indexed<R>[],
  query: Query,
  match: typeof matchName,
): Found<R>[] {
  const found: Found<R>[] = [];
  for (const of of terms) {
    for (const name of of.names) {
      const fit = match(name, query);
      if (fit) found.push({ ...fit, of });
    }
  }
  return found;
}

/** Between equals the preferred name, the better known term, the shorter name; then the glossary's order. */
function compareFound(a: Found<SearchableTerm>, b: Found<SearchableTerm>): number {
  return (
    a.fit - b.fit ||
    a.cost - b.cost ||
    Number(b.name.isPreferred) - Number(a.name.isPreferred) ||
    b.of.prominence - a.of.prominence ||
    a.name.folded.letters.length - b.name.folded.letters.length
  );
}

function toResult<R extends SearchableTerm>({ of: { reading }, name, ranges }: Found<R>): SearchResult<R> {
  return name.isHidden
    ? { reading, matchedText: reading.term.label, ranges: [], matchedIn: 'name' }
    : { reading, matchedText: name.text, lang: name.lang, ranges, matchedIn: 'name' };
}

/** Finds terms by what their definitions say, in any language. */
function createGistSearch<R extends SearchableTerm>(terms: readonly Indexed<R>[], languages: readonly string[]) {
  let fuse: Fuse<Description> | undefined; // made when it is first needed: it reads every word
  const byKey = new Map(terms.map((of) => [of.reading.key, of]));
  const rank = ({ item, score = 1 }: FuseResult<Description>) =>
    Math.round(score * SCORE_STEPS) - (byKey.get(item.key)?.prominence ?? 0) / LARGE_GLOSSARY;
  return (query: Query): SearchResult<R>[] => {
    fuse ??= new Fuse(
      terms.flatMap(({ reading }) => describeTerm(reading)),
      FUSE_OPTIONS,
    );
    const words = splitWords(query.text);
    const found = fuse.search(words.join(' ')).filter(({ item }) => saysEnough(item, words));
    const best = found.sort((a, b) => rank(a) - rank(b)).map(({ item }) => item);
    return inReadersLanguage(best, languages).flatMap(({ key, lang, definition }) => {
      const reading = byKey.get(key)?.reading;
      const ranges = markWords(definition, words);
      return reading ? [{ reading, lang, matchedText: definition, ranges, matchedIn: 'definition' }] : [];
    });
  };
}

function firstOfEach<R extends SearchableTerm>(results: readonly SearchResult<R>[]): SearchResult<R>[] {
  const first = new Map<TermKey, SearchResult<R>>();
  for (const result of results) if (!first.has(result.reading.key)) first.set(result.reading.key, result);
  return [...first.values()];
}
