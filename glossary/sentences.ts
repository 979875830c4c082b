// Where sentences begin and end, as far as a rule about short texts needs it.

const WESTERN_END = /[.!?…]+["”’)\]]*(?=\s+[^\s\p{Ll}])/gu;
const CHINESE_END = /[。！？]+[”’」』）]*(?=.)/gu;
const TEXT_END = /[.!?…。！？]["”’)\]」』）]*$/u;
const TEXT_START = /^["“‘(「『（]*[\p{Lu}\p{N}\p{Lo}]/u;

/** The number of sentences in a text. A full stop before a lower-case letter (“etc. and”) ends none. */
export function countSentences(text: string): number {
  const trimmed = text.trim();
  return 1 + (trimmed.match(WESTERN_END)?.length ?? 0) + (trimmed.match(CHINESE_END)?.length ?? 0);
}

/** Whether a text begins like a sentence and ends with the sign that ends one. */
export function isWholeSentences(text: string): boolean {
  return TEXT_START.test(text) && TEXT_END.test(text);
}

/** Whether a part of a paragraph begins where a sentence begins and ends where one ends. */
export function isCutAtSentences(paragraph: string, start: number, end: number): boolean {
  const before = paragraph.slice(0, start).trimEnd();
  const after = paragraph.slice(end);
  return (
    (before === '' || TEXT_END.test(before)) &&
    (after === '' || /^\s/.test(after)) &&
    TEXT_END.test(paragraph.slice(start, end))
  );
}
