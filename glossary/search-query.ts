// Reads what was typed: its letters, its words, and what it asks for once the words of a question are left out.
import { foldText } from './search-fold.ts';

/** What to look for. */
export interface Query {
  /** As typed. */
  readonly text: string;
  /** Folded, in one run. */
  readonly letters: string;
  /** Folded. */
  readonly words: readonly string[];
}

/** The words of a question, and articles. */
const QUESTION_WORDS = words(
  'a an the of is are was were do does did what whats who mean means meaning define definition stand stands',
);
/** Words that say nothing of the term: no definition is found by them, and no name by its `to`. */
const EMPTY_WORDS = new Set([
  ...QUESTION_WORDS,
  ...words('and as at by called for how in it its on or that to which with'),
]);

const CHINESE_QUESTION = /什么是|什麼是|是什么意思|是什麼意思|是什么|是什麼|什么意思|什麼意思|[？?]/g;

/** A query to find names with, or `null` where nothing can be looked for. */
export function readQuery(text: string): Query | null {
  const { letters } = foldText(text);
  const words = text.split(/[\s\p{P}]+/u).map((word) => foldText(word).letters);
  return letters ? { text, letters, words: words.filter(Boolean) } : null;
}

/** The query without the words of a question, `what is SaaS`; `null` where nothing else is left. */
export function withoutQuestion({ text, words }: Query): Query | null {
  const kept = words.filter((word) => !QUESTION_WORDS.has(word));
  const bare = (kept.length < words.length ? kept.join(' ') : text).replace(CHINESE_QUESTION, '');
  return readQuery(bare);
}

function words(text: string): Set<string> {
  return new Set(text.split(' '));
}

/** Whether a word says nothing of the term. Folded. */
export function isEmptyWord(word: string): boolean {
  return EMPTY_WORDS.has(word);
}
