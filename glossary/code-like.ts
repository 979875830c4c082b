// Tells a word from a part of an address, a file name or an identifier, by the characters around it.

import { isUnspacedScript } from './tokens.ts';

/** How far to look for the ends of an address; longer ones are cut there. */
const REACH = 200; // UTF-16 units

const CHUNK_BREAK = /[\s"'<>()[\]{}“”‘’，。；：、（）《》「」\u3040-\u9fff]/;
const CHUNK_IS_CODE = [
  /^[a-z][a-z0-9+.-]*:\/\//i, // an address with its scheme
  /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/:?#]|$)/i, // a host name
  /^(?:~|\.{1,2})?\/./, // a path
  /^[a-z]:[\\/]/i, // a Windows path
  /^[\w.-]+:\d+\//, // a host with its port
  /[?&]\w+=/, // the query of an address
  /^--\w/, // an option of a command
  /^(?:[0-9a-f]{2}:){2,}/i, // a hardware address
  /@[a-z0-9-]+\./i, // an e-mail address
  /\/[^/]*\.[a-z0-9]{1,5}$/i, // a file in a folder
];

/** An address up to the place that is asked about; it may hold words in Chinese and pairs of brackets, and end in an open one. */
const ADDRESS_BEFORE =
  /(?:[a-z][a-z0-9+.-]*:\/\/|(?:[a-z0-9-]+\.)+[a-z]{2,}\/)(?:[^\s"'<>()“”‘’，。；：、（）《》「」]|\([^\s()]*\))*\(?$/i;

/** Encoded bytes: long, of mixed case, with digits among the letters. */
const ENCODED = /^(?=.*[a-z])(?=.*[A-Z])(?=.*[A-Za-z]\d[A-Za-z])[A-Za-z0-9+/=_-]{20,}$/;

/** Between such characters stand most words, which need no closer look; the edges of a text are empty. */
const BLANK = ['', ' ', '\n'];
const NO_CODE_AFTER = [...BLANK, ',', ';', ')'];

/** What stands before an option, a qualified name, or a variable. */
const SIGNED = /--$|::$|\$\{$/;

/** Whether the words from `start` to `end` (UTF-16) are part of a URL, e-mail address, file name or identifier. */
export function isPartOfCode(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (BLANK.includes(before) && NO_CODE_AFTER.includes(after)) return false;
  if ('_@\\'.includes(before || ' ') || '_@\\'.includes(after || ' ')) return true;
  if (before === '.' && /[^\s.]/.test(text.charAt(start - 2))) return true;
  if (before === '.' && /^\s?$/.test(text.charAt(start - 2))) return true;
  if (after === '.' && /[A-Za-z0-9]/.test(text.charAt(end + 1))) return true;
  if (SIGNED.test(text.slice(Math.max(0, start - 2), start)) || /^(?:::|%)/.test(text.slice(end, end + 2))) return true;
  if (after === '(' && text.charAt(end + 1) === ')') return true;
  if (/^\d/.test(text.slice(start, end)) && /[$€£¥#.,:+\-−]/.test(before)) return true;
  const textBefore = /\S/.test(before) ? text.slice(Math.max(0, start - REACH), start) : '';
  if (textBefore.includes('/') && ADDRESS_BEFORE.test(textBefore)) return true;
  if (isUnspacedScript(text.charAt(start))) return false; // lists in Chinese are written with slashes
  if (!/[/\-?&=%#:.+]/.test(before + after)) return false;
  const chunk = chunkAt(text, start, end);
  return ENCODED.test(chunk) || CHUNK_IS_CODE.some((pattern) => pattern.test(chunk));
}

/** The run of characters without white space, quotes or Chinese around the words. */
function chunkAt(text: string, start: number, end: number): string {
  let from = start;
  while (from > 0 && start - from < REACH && !CHUNK_BREAK.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < REACH && !CHUNK_BREAK.test(text.charAt(to))) to++;
  return text.slice(from, to).replace(/[.,;:!?]+$/, '');
}
