// How long a definition may be.

const LONGEST_DEFINITION = { zh: 120, other: 300 }; // characters

/** The most characters of a definition in a language, given as a BCP 47 tag. */
export function longestDefinition(language: string): number {
  return language.split('-', 1)[0] === 'zh' ? LONGEST_DEFINITION.zh : LONGEST_DEFINITION.other;
}

/** Of a text as a reader counts: one beyond the basic plane is one. */
export function countCharacters(text: string): number {
  return [...text].length;
}
