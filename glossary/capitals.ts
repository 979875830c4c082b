// Tells when capitals say nothing: in a headline in capitals any word looks like an acronym.

const LONGEST_ACRONYM = 4; // letters; longer ones are no ordinary words in capitals

/** Whether a surface form is so short, and in capitals, that an ordinary word in capitals could look like it. */
export function isShortAcronym(surface: string): boolean {
  return surface.length <= LONGEST_ACRONYM && /^[A-Z]+$/.test(surface);
}

/**
 * Tells of places in a text (UTF-16) whether the words around them are in capitals: at least two of three letters or
 * more, and nearly all. The words are counted once, when it is first asked.
 */
export function createCapitalsCheck(text: string): (start: number, end: number) => boolean {
  let all: WordCounts | undefined;
  return (start, end) => {
    all ??= countWords(text);
    // Only the words that the place cuts count otherwise than in the text as a whole.
    const left =
      start - (/\p{Script=Latin}*$/u.exec(text.slice(Math.max(0, start - LONGEST_WORD), start))?.[0].length ?? 0);
    const right = end + (/^\p{Script=Latin}*/u.exec(text.slice(end, end + LONGEST_WORD))?.[0].length ?? 0);
    const whole = countWords(text.slice(left, right));
    const cut = countWords(`${text.slice(left, start)} ${text.slice(end, right)}`);
    const words = all.words - whole.words + cut.words;
    const inCapitals = all.inCapitals - whole.inCapitals + cut.inCapitals;
    return inCapitals >= 2 && inCapitals >= 0.8 * words;
  };
}

const LONGEST_WORD = 100; // characters; what goes on for longer is no word

interface WordCounts {
  readonly words: number;
  readonly inCapitals: number;
}

function countWords(text: string): WordCounts {
  const words = text.match(/\p{Script=Latin}{3,}/gu) ?? [];
  return { words: words.length, inCapitals: words.filter((word) => word === word.toUpperCase()).length };
}
