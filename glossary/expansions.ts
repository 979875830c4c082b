// Finds where a text writes an acronym out: “Software as a Service (SaaS)”, “BAT（百度、阿里巴巴、腾讯）”.

/** A stretch of text. Offsets are UTF-16. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The words that an acronym stands for in a text. */
export interface Expansion extends Stretch {
  /** Whether their initials spell the acronym, so that they are what it means even if no cue is among them. */
  readonly isSpelt: boolean;
}

const REACH = 90; // UTF-16 units; the longest expansion with its list of names
const SENTENCE_BREAK = /[.!?;:。！？；：\n](?!\w)/u;
const LATIN_WORD = /[\p{Script=Latin}\d][\p{Script=Latin}\p{M}\d’'.-]*/gu;
const SMALL_WORD = /^(?:of|and|the|for|in|on|to|a|an|as|de|des|du|la|le|der|und|et)$/i;
const LINK_BEFORE =
  /^\s?(?:,\s)?(?:\(|（)?(?:which\s)?(?:stands?\sfor|is\sshort\sfor|short\sfor|means|an?\s(?:abbreviation|acronym)\s(?:of|for))\s/i;

/** The words that the acronym from `start` to `end` is short for, where the text says so beside it. */
export function findExpansion(text: string, start: number, end: number): Expansion | null {
  const acronym = text.slice(start, end);
  return beforeBrackets(text, start, end, acronym) ?? inBrackets(text, end, acronym) ?? afterLink(text, end, acronym);
}

/** “British American Tobacco (BAT)”, “英美烟草（BAT）” */
function beforeBrackets(text: string, start: number, end: number, acronym: string): Expansion | null {
  const [opening] = /[(（][“"‘']?$/.exec(text.slice(Math.max(0, start - 2), start)) ?? [];
  if (opening === undefined || !/^[”"’']?\s?[)）,，;；:/]/.test(text.slice(end, end + 3))) return null;
  const to = start - opening.length;
  const before = lastPart(text.slice(Math.max(0, to - REACH), to));
  const spelt = longestSpelt(before, acronym, 'end');
  if (spelt !== null) return { start: to - before.length + spelt, end: to, isSpelt: true };
  const [chinese] = /[\p{Script=Han}、·和与及與]{2,24}\s?$/u.exec(before) ?? [];
  return chinese === undefined ? null : { start: to - chinese.length, end: to, isSpelt: false };
}

/** “BAT (Baidu, Alibaba and Tencent)” */
function inBrackets(text: string, end: number, acronym: string): Expansion | null {
  const [opening] = /^\s?[(（]/.exec(text.slice(end, end + 2)) ?? [];
  if (opening === undefined) return null;
  const from = end + opening.length;
  const [inside = ''] = /^[^()（）\n]*/.exec(text.slice(from, from + REACH)) ?? [];
  if (!/^[)）]/.test(text.slice(from + inside.length))) return null;
  const spelt = longestSpelt(inside, acronym, 'start');
  return { start: from, end: from + inside.length, isSpelt: spelt !== null };
}

/** “SI stands for système international”, “BAT, short for Baidu, Alibaba and Tencent” */
function afterLink(text: string, end: number, acronym: string): Expansion | null {
  const [link] = LINK_BEFORE.exec(text.slice(end, end + REACH)) ?? [];
  if (link === undefined) return null;
  const from = end + link.length;
  const spelt = longestSpelt(text.slice(from, from + REACH), acronym, 'start');
  return spelt === null ? null : { start: from, end: from + spelt, isSpelt: true };
}

/** What follows the last end of a sentence. */
function lastPart(text: string): string {
  return text.split(SENTENCE_BREAK).at(-1) ?? '';
}

/**
 * Looks at one edge of a text for words whose initials spell an acronym, small words and parts of words apart.
 * Gives where they begin (`end`: they stand at the end of the text) or where they end (`start`).
 */
function longestSpelt(text: string, acronym: string, edge: 'start' | 'end'): number | null {
  const words = [...text.matchAll(LATIN_WORD)];
  const letters = acronym.toLowerCase().replace(/s$/, acronym.endsWith('s') && /[A-Z]s$/.test(acronym) ? '' : 's');
  for (let count = 2; count <= letters.length + 4 && count <= words.length; count++) {
    const taken = edge === 'end' ? words.slice(-count) : words.slice(0, count);
    if (
      !spells(
        taken.map(([word]) => word),
        letters,
      )
    )
      continue;
    const outer = edge === 'end' ? taken[0] : taken.at(-1);
    return outer ? outer.index + (edge === 'end' ? 0 : outer[0].length) : null;
  }
  return null;
}

/** Whether each word gives the next letter, in order; small words need not, and a word in parts gives one a part. */
function spells(words: readonly string[], letters: string): boolean {
  const initials = words.flatMap((word) =>
    word.split('-').map((part) => ({ initial: part.charAt(0).toLowerCase(), part })),
  );
  let at = 0;
  for (const { initial, part } of initials) {
    if (initial === letters[at]) at++;
    else if (!SMALL_WORD.test(part)) return false;
  }
  return at === letters.length;
}
