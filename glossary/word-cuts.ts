// Tells where a Chinese form would cut a word of the text in two: 钉钉 in 获取钉钉子部门 is 钉 + 钉子.
import { isUnspacedScript } from './tokens.ts';

/** How much of the text around a form is cut into words. */
const REACH = 12; // UTF-16 units
/** Longer forms do not stand in other words by chance. */
const LONGEST_DOUBTFUL = 3; // characters
/** Before a form, or after it, these are words of their own, whatever dictionaries join them to (云和 is a county). */
const WORDS_BEFORE = '不';
const WORDS_AFTER = '和与及或、跟同與';

let segmenter: Intl.Segmenter | null | undefined;

/** The word that the form from `start` to `end` (UTF-16) would cut in two, by the browser's dictionary; else `null`. */
export function findCutWord(text: string, start: number, end: number): string | null {
  if (end - start > LONGEST_DOUBTFUL || !isHan(text, start) || !isHan(text, end - 1)) return null;
  const openBefore = isHan(text, start - 1) && !WORDS_BEFORE.includes(text.charAt(start - 1));
  const openAfter = isHan(text, end) && !WORDS_AFTER.includes(text.charAt(end));
  if (!openBefore && !openAfter) return null;
  segmenter ??= 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;
  if (!segmenter) return null;
  const from = Math.max(0, start - REACH);
  for (const { segment, index } of segmenter.segment(text.slice(from, end + REACH))) {
    const wordStart = from + index;
    const wordEnd = wordStart + segment.length;
    const holdsStart = openBefore && wordStart < start && wordEnd > start;
    const holdsEnd = openAfter && wordStart < end && wordEnd > end;
    if (holdsStart || holdsEnd) return segment;
  }
  return null;
}

function isHan(text: string, index: number): boolean {
  return isUnspacedScript(text.charAt(index));
}
