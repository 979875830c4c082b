// The forms that an English word takes beside the one that a glossary names: its plural, and its other spellings.

/** Pairs of word parts, British first. Only what is spelt so in every word that has it. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['centre', 'center'],
  ['fibre', 'fiber'],
  ['isation', 'ization'],
  ['colour', 'color'],
  ['labour', 'labor'],
  ['behaviour', 'behavior'],
  ['defence', 'defense'],
  ['licence', 'license'],
  ['catalogue', 'catalog'],
  ['programme', 'program'],
  ['modelling', 'modeling'],
];

const SHORT_FIRST_PART = /\b(\p{L}{1,3})-(?=\p{L})/gu; // e-commerce, co-founder

/** All other spellings of a form; none for a form that is spelt in one way only. Case is kept where letters stay. */
export function spellingVariants(text: string): string[] {
  const variants = new Set([text]);
  for (const pair of PAIRS) {
    for (const [from, to] of [pair, [pair[1], pair[0]] as const]) {
      for (const variant of [...variants]) variants.add(variant.replace(wordPart(from), to));
    }
  }
  for (const variant of [...variants]) variants.add(variant.replace(SHORT_FIRST_PART, '$1'));
  variants.delete(text);
  return [...variants];
}

/** "program" is a part of "programme": the shorter one of a pair is taken only where the longer one does not stand. */
function wordPart(part: string): RegExp {
  const tail = part === 'program' ? '(?!m)' : part === 'catalog' ? '(?!u)' : '';
  return new RegExp(part + tail, 'gu');
}

/** The regular English plural of the last word; `null` where there is none (Chinese, numbers, words in -s). */
export function pluralOf(text: string): string | null {
  const [last] = /\p{Script=Latin}+$/u.exec(text) ?? [];
  if (!last || /s$/i.test(last)) return null;
  if (/[^aeiou]y$/.test(last)) return `${text.slice(0, -1)}ies`;
  return /(?:x|z|ch|sh)$/.test(last) ? `${text}es` : `${text}s`;
}

/** Acronyms, and words with a capital after their first letter, are found only as they are written. */
export function isCaseSensitiveShape(text: string): boolean {
  return text.split(/[\s-]+/).some((word) => hasCapital(word.length > 1 ? word.slice(1) : word));
}

/** Compared, not matched: a regular expression with all capitals of Unicode takes milliseconds to compile. */
function hasCapital(text: string): boolean {
  return text !== text.toLowerCase();
}
