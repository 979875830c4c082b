// Counts the typing errors between a query and the names that it may stand for.

/** The part of a name that a query nearly spells. */
export interface NearMatch {
  readonly start: number;
  readonly end: number;
  /** The errors, and more where the match is less likely what was meant. */
  readonly cost: number;
}

const NOT_WHOLE = 0.25; // the name goes on
const NOT_AT_START = 0.5;
const OTHER_FIRST_LETTER = 0.4; // it is seldom the wrong one
const MIN_FOR_PARTS = 5; // letters; shorter queries are near a part of too many names

/**
 * The best near match with a name or with the beginning of one of its words, or `null` where there are too many errors.
 * An error is a letter too many, missing, wrong, or swapped with the next one.
 */
export function findNearMatch(query: string, letters: string, wordStarts: readonly number[]): NearMatch | null {
  const most = mostErrors(query);
  if (most === 0) return null;
  let best: NearMatch | null = null;
  for (const start of query.length < MIN_FOR_PARTS ? [0] : wordStarts) {
    const found = findNearMatchAt(query, letters, start, most);
    if (found && (!best || found.cost < best.cost)) best = found;
  }
  return best;
}

function findNearMatchAt(query: string, letters: string, start: number, most: number): NearMatch | null {
  const text = letters.slice(start, start + query.length + most);
  const mostInPart = query.length < MIN_FOR_PARTS ? -1 : Math.min(most, Math.floor(query.length / MIN_FOR_PARTS));
  let best: NearMatch | null = null;
  countErrors(query, text, most).forEach((errors, length) => {
    const end = start + length;
    const isWhole = end === letters.length;
    if (length === 0 || errors > (isWhole ? most : mostInPart)) return;
    if (query.length === 3 && hasWrongLetter(query, text.slice(0, length))) return;
    const cost = errors + unlikeliness(query, letters, start, isWhole);
    if (!best || cost < best.cost) best = { start, end, cost };
  });
  return best;
}

/** Errors that a query of this length may have: in a short one, one more would make it another word. */
function mostErrors(query: string): number {
  const isChinese = /\p{Script=Han}/u.test(query);
  if (query.length < 3) return 0;
  if (isChinese) return query.length < 6 ? 1 : 2;
  return query.length < 6 ? 1 : query.length < 12 ? 2 : 3;
}

/** In three letters only a letter too many or too few, or two swapped, is an error; else cat would be BAT. */
function hasWrongLetter(query: string, text: string): boolean {
  return query.length === text.length && [...query].sort().join('') !== [...text].sort().join('');
}

function unlikeliness(query: string, letters: string, start: number, isWhole: boolean): number {
  return (
    (isWhole ? 0 : NOT_WHOLE) +
    (start > 0 ? NOT_AT_START : 0) +
    (query.charAt(0) === letters.charAt(start) ? 0 : OTHER_FIRST_LETTER)
  );
}

/**
 * By length: the errors between the query and that much of the text (optimal string alignment). Empty where they are
 * more than `most` for every length.
 */
function countErrors(query: string, text: string, most: number): number[] {
  let before: number[] = [];
  let row = Array.from({ length: text.length + 1 }, (_, index) => index);
  for (let q = 1; q <= query.length; q++) {
    const next = [q];
    for (let t = 1; t <= text.length; t++) {
      const isSame = query[q - 1] === text[t - 1];
      const isSwapped = q > 1 && t > 1 && query[q - 1] === text[t - 2] && query[q - 2] === text[t - 1];
      const fewest = Math.min((row[t] ?? 0) + 1, (next[t - 1] ?? 0) + 1, (row[t - 1] ?? 0) + (isSame ? 0 : 1));
      next.push(isSwapped ? Math.min(fewest, (before[t - 2] ?? 0) + 1) : fewest);
    }
    if (Math.min(...next) > most) return [];
    before = row;
    row = next;
  }
  return row;
}
