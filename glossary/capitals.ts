// Tells when capitals say nothing: in a headline in capitals any word looks like an acronym.

const LONGEST_ACRONYM = 4; // letters; longer ones are no ordinary words in capitals

/** Whether a surface form is so short, and in capitals, that an ordinary word in capitals could look like it. */
export function isShortAcronym(surface: string): boolean {
  return surface.length <= LONGEST_ACRONYM && /^[A-Z]+$/.test(surface);
}

/** Whether the words of a text around a match are in capitals: at least two of three letters or more, and nearly all. */
export function isInCapitals(text: string, start: number, end: number): boolean {
  const words = `${text.slice(0, start)} ${text.slice(end)}`.match(/\p{Script=Latin}{3,}/gu) ?? [];
  const inCapitals = words.filter((word) => word === word.toUpperCase()).length;
  return inCapitals >= 2 && inCapitals >= 0.8 * words.length;
}
