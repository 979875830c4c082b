// The rules for the content of a glossary, beyond its shape: each error names the term and what is wrong.
import { checkQuotationsAgainst } from './check-interview.ts';
import { excerpt } from './excerpt.ts';
import { findFormConflicts } from './form-conflicts.ts';
import type { Interview } from './interview.ts';
import { countCharacters, longestDefinition } from './limits.ts';
import type { Glossary, LocalizedText, Quotation, Sense } from './model.ts';
import { countSentences, isWholeSentences } from './sentences.ts';

const LONGEST_QUOTATION = 450; // characters
const MOST_SENTENCES = 3; // in a quotation

/**
 * Every error in the content of a valid glossary, as `TERM-ID: what is wrong`, in the order of the terms. With the
 * interview, also whether every quotation stands in it and is spoken by the one it names.
 */
export function checkGlossary(glossary: Glossary, interview?: Interview): string[] {
  const languages = Object.keys(glossary.title);
  const errors = glossary.terms.flatMap(({ id, senses }) =>
    senses.flatMap((sense) => checkSense(sense, languages).map((error) => `${id}: ${error}`)),
  );
  return [
    ...errors,
    ...findFormConflicts(glossary.terms),
    ...(interview ? checkQuotationsAgainst(interview, glossary.terms) : []),
  ];
}

function checkSense(sense: Sense, languages: readonly string[]): string[] {
  const { definition, explanation, since, quotations = [] } = sense;
  return [
    ...checkLanguages('definition', definition, languages),
    ...checkLanguages('explanation', explanation, languages),
    ...checkLanguages('since', since, languages),
    ...Object.entries(definition).flatMap(([language, text]) => checkDefinition(language, text)),
    ...quotations.flatMap(checkQuotation),
  ];
}

/** Every text of a glossary is there in all the languages that its title is in. */
function checkLanguages(field: string, text: LocalizedText | undefined, languages: readonly string[]): string[] {
  if (!text) return [];
  return languages.filter((language) => !text[language]).map((language) => `its ${field} is missing in ${language}`);
}

function checkDefinition(language: string, text: string): string[] {
  const longest = longestDefinition(language);
  const length = countCharacters(text);
  const sentences = countSentences(text);
  return [
    ...(length > longest
      ? [`its definition in ${language} has ${length} characters, ${longest} at most are allowed`]
      : []),
    ...(sentences > 1 ? [`its definition in ${language} has ${sentences} sentences, it must be one`] : []),
  ];
}

function checkQuotation({ text }: Quotation): string[] {
  const length = countCharacters(text);
  const sentences = countSentences(text);
  return [
    ...(length > LONGEST_QUOTATION
      ? [`its quotation ${excerpt(text)} has ${length} characters, ${LONGEST_QUOTATION} at most are allowed`]
      : []),
    ...(sentences > MOST_SENTENCES
      ? [`its quotation ${excerpt(text)} has ${sentences} sentences, ${MOST_SENTENCES} at most are allowed`]
      : []),
    ...(isWholeSentences(text) ? [] : [`its quotation ${excerpt(text)} is not made of whole sentences`]),
  ];
}
