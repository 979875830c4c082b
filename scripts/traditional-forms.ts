// Spells the simplified forms of terms in traditional characters too, and finds forms in the wrong script, with OpenCC.
import { ConverterFactory, type DictGroup } from 'opencc-js/core';
import * as toTraditional from 'opencc-js/preset/cn2t';
import * as toSimplified from 'opencc-js/preset/t2cn';
import type { Term } from '../glossary/model.ts';

const SIMPLIFIED = 'zh-CN';
const TRADITIONAL = 'zh-TW';
const LONGEST_PHRASE = 8; // characters; longer ones of OpenCC are proverbs
/** In this glossary a cloud; OpenCC takes 有云 for “has said”, and leaves it. */
const CLOUD = '云';
/** Written so in Taiwan too, beside 臺. */
const COMMON_VARIANT = '台';

type Convert = (text: string) => string;

/**
 * The terms with the traditional spelling of each simplified form among their forms for Taiwan, after those written by
 * hand. The characters are converted, not the words: 软件 becomes 軟件, and 軟體 has to be written by hand.
 */
export function withTraditionalForms(terms: readonly Term[]): Term[] {
  const convert = createConverter(
    terms.flatMap((term) => formsOf(term, SIMPLIFIED)),
    'traditional',
  );
  return terms.map((term) => {
    const spelt = formsOf(term, SIMPLIFIED).filter(hasIdeograph).map(convert);
    if (!spelt.length) return term;
    const forms = [...new Set([...formsOf(term, TRADITIONAL), ...spelt])];
    return { ...term, translations: { ...term.translations, [TRADITIONAL]: forms } };
  });
}

/** Every form for Taiwan with simplified characters, and for China with traditional ones: `TERM-ID: what is wrong`. */
export function findFormsInWrongScript(terms: readonly Term[]): string[] {
  const simplified = findChanged(terms, TRADITIONAL, 'traditional', 'simplified');
  const traditional = findChanged(terms, SIMPLIFIED, 'simplified', 'traditional');
  return terms.flatMap(({ id }) => [...(simplified.get(id) ?? []), ...(traditional.get(id) ?? [])]);
}

type Script = 'simplified' | 'traditional';

/** The forms in a language that have characters which its script writes otherwise, by the term's id. */
function findChanged(terms: readonly Term[], language: string, script: Script, foreign: Script) {
  const convert = createConverter(
    terms.flatMap((term) => formsOf(term, language)),
    script,
  );
  return new Map(
    terms.map((term) => [
      term.id,
      formsOf(term, language).flatMap((form) => {
        const found = differing(form, convert(form));
        return found ? [`${term.id}: its form “${form}” in ${language} has ${foreign} characters: ${found}`] : [];
      }),
    ]),
  );
}

function differing(form: string, converted: string): string {
  const wanted = [...converted];
  return [...form].filter((character, index) => character !== wanted[index] && character !== COMMON_VARIANT).join('');
}

function formsOf(term: Term, language: string): readonly string[] {
  return term.translations?.[language] ?? [];
}

function hasIdeograph(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** Converts these texts, and only these: all of OpenCC’s phrases would take a second to read in. */
function createConverter(texts: readonly string[], script: Script): Convert {
  if (script === 'simplified') return ConverterFactory(...(toSimplified.to.cn ?? []));
  const parts = new Set(texts.flatMap(partsOf));
  const phrases = (toTraditional.from.cn ?? []).map((group) =>
    group.map((dictionary) => selectPhrases(dictionary, parts)),
  );
  return ConverterFactory(...phrases, ...(toTraditional.to.tw ?? []));
}

function selectPhrases(dictionary: DictGroup[number], parts: ReadonlySet<string>): [string, string][] {
  const pairs = typeof dictionary === 'string' ? dictionary.split('|').map((line) => line.split(' ')) : dictionary;
  return pairs.flatMap(([from = '', to = '']) =>
    parts.has(from) && !(from.length > 1 && to.includes(CLOUD)) ? [[from, to]] : [],
  );
}

/** Every run of characters in a text that a phrase can be. */
function partsOf(text: string): string[] {
  const characters = [...text];
  return characters.flatMap((_, start) =>
    Array.from({ length: LONGEST_PHRASE }, (_, length) => characters.slice(start, start + length + 1).join('')),
  );
}
