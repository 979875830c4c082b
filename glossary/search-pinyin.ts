// Reads queries in pinyin, whole or by initials, against Chinese names; characters of the same sound match too.
import charactersBySyllable from './search-pinyin-table.json' with { type: 'json' };

/** How the beginning of a Chinese name was typed. */
export interface PinyinMatch {
  /** The letter of the name up to which it was typed. */
  readonly end: number;
  /** Characters of which only the first letter was typed. */
  readonly abbreviated: number;
  /** The last syllable is not finished. */
  readonly isUnfinished: boolean;
}

interface Step {
  readonly typed: number;
  readonly kind: 'whole' | 'unfinished' | 'initial';
}

/** A syllable without its tone, and how it can be abbreviated: zhi to zh and z. */
interface Syllable {
  readonly text: string;
  readonly initials: readonly string[];
}

const TONE = /^[1-5]/;
const NONE: readonly Syllable[] = [];

let table: ReadonlyMap<string, readonly Syllable[]> | undefined;

/** All that a character can be read as, the common reading first; ü is both v and u. Empty for a rare character. */
function syllablesOf(character: string): readonly Syllable[] {
  table ??= readTable();
  return table.get(character) ?? NONE;
}

/** In the table the characters that are commonly read so stand before a bar, those that can be read so behind it. */
function readTable(): Map<string, Syllable[]> {
  const found = new Map<string, Syllable[]>();
  for (const [text, characters] of Object.entries(charactersBySyllable)) {
    const spellings = text.includes('v') ? [text, text.replace('v', 'u')] : [text];
    const syllables = spellings.map((spelling) => ({ text: spelling, initials: initialsOf(spelling) }));
    const [common = '', others = ''] = characters.split('|');
    for (const character of common) found.set(character, [...syllables, ...(found.get(character) ?? [])]);
    for (const character of others) found.set(character, [...(found.get(character) ?? []), ...syllables]);
  }
  return found;
}

function initialsOf(syllable: string): string[] {
  return /^[zcs]h/.test(syllable) ? [syllable.slice(0, 2), syllable.charAt(0)] : [syllable.charAt(0)];
}

/**
 * Matches all of a folded query with the letters of a name from `start` on: each character by its syllable, with or
 * without the number of its tone, by its initial, by itself or by another character of the same sound. Of several ways
 * the one with the fewest initials; `null` where there is none.
 */
export function matchPinyin(letters: string, query: string, start = 0): PinyinMatch | null {
  if (query === '') return { end: start, abbreviated: 0, isUnfinished: false };
  const character = letters[start];
  if (character === undefined) return null;
  let best: PinyinMatch | null = null;
  for (const { typed, kind } of stepsOf(character, query)) {
    const rest = matchPinyin(letters, query.slice(typed), start + 1);
    if (!rest) continue;
    const abbreviated = rest.abbreviated + (kind === 'initial' ? 1 : 0);
    const isUnfinished = rest.isUnfinished || kind === 'unfinished';
    if (!best || abbreviated < best.abbreviated) best = { end: rest.end, abbreviated, isUnfinished };
  }
  return best;
}

/** The ways in which the query can begin with this character. */
function stepsOf(character: string, query: string): Step[] {
  const first = query.charAt(0);
  if (character === first) return [{ typed: 1, kind: 'whole' }];
  const readings = syllablesOf(character);
  const sounds = first < '\u4e00' ? NONE : syllablesOf(first);
  if (sounds.length) return sounds.some((sound) => readings.includes(sound)) ? [{ typed: 1, kind: 'whole' }] : [];
  return readings.flatMap((syllable) => stepsOfSyllable(syllable, query));
}

function stepsOfSyllable({ text, initials }: Syllable, query: string): Step[] {
  if (!query.startsWith(text.charAt(0))) return [];
  const steps = initials
    .filter((initial) => initial !== text && query.startsWith(initial))
    .map(({ length }): Step => ({ typed: length, kind: 'initial' }));
  if (query.startsWith(text)) {
    steps.push({ typed: text.length, kind: 'whole' });
    if (TONE.test(query.slice(text.length))) steps.push({ typed: text.length + 1, kind: 'whole' });
  } else if (text.startsWith(query) && !initials.includes(query)) {
    steps.push({ typed: query.length, kind: 'unfinished' });
  }
  return steps;
}

/** A Chinese name as it is commonly typed, for finding it by a misspelt query; other letters stay. */
export function spellPinyin(letters: string): string {
  return [...letters].map((character) => syllablesOf(character)[0]?.text ?? character).join('');
}
