// Turns what was found, and what stands on the page, into lines of a list.
import { localize } from '../glossary/model.ts';
import type { SearchResult } from '../glossary/search.ts';
import type { CountedTerm } from './PageTermList.tsx';
import type { TermReading } from './reading.ts';
import type { TermOption } from './TermOptionLine.tsx';
import { namesBeside } from './term-names.ts';

/** A term found, with the matched part marked in the text where it stands. */
export function toFoundOption(result: SearchResult<TermReading>, languages: readonly string[]): TermOption {
  const { reading, matchedText, lang, ranges, matchedIn } = result;
  const option = toOption(reading, languages);
  const marked = { text: matchedText, lang, ranges };
  if (matchedIn === 'definition') return { ...option, definition: marked };
  if (matchedText === reading.term.label) return { ...option, label: marked };
  return { ...option, name: marked };
}

/** A term of the page; where its texts are not in the store, its label only. */
export function toPageOption(
  { key, label, count }: CountedTerm,
  readings: readonly TermReading[],
  languages: readonly string[],
): TermOption {
  const reading = readings.find((candidate) => candidate.key === key);
  return { ...(reading ? toOption(reading, languages) : { key, label: { text: label } }), count };
}

/** A term with nothing marked. */
export function toOption({ key, term }: TermReading, languages: readonly string[]): TermOption {
  const sense = term.senses[0];
  return {
    key,
    label: { text: term.label },
    name: namesBeside(term, languages)[0],
    definition: sense && localize(sense.definition, languages),
  };
}
