// Makes the web address that opens an article at a quoted sentence, by a text fragment.
// Syntax: https://wicg.github.io/scroll-to-text-fragment/#syntax

const LONGEST_EXACT = 100; // UTF-16 units; above it only the two ends are named
const WORDS_AT_EACH_END = 6;

/** The address with a text fragment that finds the text as quoted. Browsers without text fragments open the article. */
export function readInContextUrl(url: string, quoted: string): string {
  const separator = url.includes('#') ? ':~:text=' : '#:~:text=';
  return url + separator + textDirective(quoted);
}

function textDirective(quoted: string): string {
  const text = quoted.trim();
  const paragraphs = text.split(/\s*\n\s*/);
  const first = paragraphs[0] ?? text;
  const last = paragraphs.at(-1) ?? text;
  // An exact text must lie within one block; a range may run over several.
  if (paragraphs.length === 1 && text.length <= LONGEST_EXACT) return encode(text);
  const start = firstWords(first);
  const end = lastWords(last);
  if (paragraphs.length === 1 && start.length + end.length >= text.length) return encode(text);
  return `${encode(start)},${encode(end)}`;
}

function firstWords(text: string): string {
  const words = wordsOf(text);
  const last = words[Math.min(WORDS_AT_EACH_END, words.length) - 1];
  return last ? text.slice(0, last.end) : text;
}

function lastWords(text: string): string {
  const first = wordsOf(text).at(-WORDS_AT_EACH_END);
  return first ? text.slice(first.start) : text;
}

/** Where the words stand (UTF-16 offsets), in languages with and without spaces. Browsers match whole words only. */
function wordsOf(text: string): { start: number; end: number }[] {
  const segments = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)];
  return segments
    .filter((segment) => segment.isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

/** Percent-encodes all that has a meaning in a text directive: also the dash, which marks a prefix or a suffix. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}
