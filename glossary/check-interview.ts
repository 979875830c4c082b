// Holds quotations against the interview: word for word, by whom, under which heading, to which question, and how much in all.
import { compileForms } from './compile.ts';
import { excerpt } from './excerpt.ts';
import { layOutForms } from './form-table.ts';
import type { Interview, InterviewParagraph } from './interview.ts';
import { scanText } from './matcher.ts';
import type { Quotation, Term } from './model.ts';
import { isCutAtSentences } from './sentences.ts';
import { createTermIndex } from './term-index.ts';

const MOST_QUOTED = 0.4; // of the article

/** Every quotation that the interview does not bear out, as `TERM-ID: what is wrong`. */
export function checkQuotationsAgainst(interview: Interview, terms: readonly Term[]): string[] {
  const errors = terms.flatMap((term) =>
    quotationsOf(term).flatMap((quotation) =>
      [...checkAgainst(interview, quotation), ...checkNaming(term, quotation)].map(
        (error) => `${term.id}: its quotation ${excerpt(quotation.text)} ${error}`,
      ),
    ),
  );
  errors.push(...checkPositions(interview, terms));
  const share = quotedShare(interview, terms);
  if (share <= MOST_QUOTED) return errors;
  const percent = (share * 100).toFixed(1);
  return [
    ...errors,
    `all terms: the quotations cover ${percent} % of the article, ${MOST_QUOTED * 100} % at most are allowed`,
  ];
}

/** How much of the article all quotations together cover, from 0 to 1; what is quoted twice counts once. */
export function quotedShare({ paragraphs, length }: Interview, terms: readonly Term[]): number {
  const texts = new Set(terms.flatMap(quotationsOf).map(({ text }) => text));
  const counted = new Set<string>();
  let quoted = 0;
  for (const { text } of paragraphs) {
    if (counted.has(text)) continue; // the site prints its introduction twice
    counted.add(text);
    quoted += countQuoted(text, texts);
  }
  return length ? quoted / length : 0;
}

function quotationsOf(term: Term): Quotation[] {
  return term.senses.flatMap(({ quotations = [] }) => quotations);
}

/** The errors of the place that fits best: a sentence can stand in several. */
function checkAgainst({ paragraphs }: Interview, quotation: Quotation): string[] {
  const places = paragraphs.filter(({ text }) => text.includes(quotation.text));
  if (!places.length) return ['does not stand in the interview word for word, in one paragraph'];
  const errors = places.map((place) => checkPlace(place, quotation));
  return errors.sort((a, b) => a.length - b.length)[0] ?? [];
}

function checkPlace(place: InterviewParagraph, quotation: Quotation): string[] {
  const { text, speaker, section, question } = quotation;
  const start = place.text.indexOf(text);
  return [
    ...(isCutAtSentences(place.text, start, start + text.length) ? [] : ['begins or ends within a sentence']),
    ...(place.speaker === speaker ? [] : [`is said by ${place.speaker ?? 'nobody'}, not by ${speaker}`]),
    ...(place.section === section ? [] : [`stands under “${place.section}”, not under ${describe(section)}`]),
    ...checkQuestion(place, question),
  ];
}

function checkQuestion(place: InterviewParagraph, question: string | undefined): string[] {
  if (place.question === undefined) return question === undefined ? [] : ['answers no question, but names one'];
  if (question === undefined) return [`answers ${excerpt(place.question)}, but names no question`];
  if (place.question.includes(question)) return [];
  return [`answers ${excerpt(place.question)}, not ${excerpt(question)}`];
}

/** Positions grow with the interview. */
function checkPositions({ paragraphs }: Interview, terms: readonly Term[]): string[] {
  const article = paragraphs.map(({ text }) => text).join('\n');
  const placed = terms
    .flatMap((term) => quotationsOf(term).map(({ text, position }) => ({ term, text, position })))
    .flatMap(({ position, ...quoted }) => (position === undefined ? [] : [{ ...quoted, position }]))
    .sort((a, b) => a.position - b.position);
  return placed.flatMap(({ term, text }, index) => {
    const before = placed[index - 1];
    if (!before || article.indexOf(before.text) <= article.indexOf(text)) return [];
    return [
      `${term.id}: its quotation ${excerpt(text)} has a position after ${excerpt(before.text)}, and stands before it`,
    ];
  });
}

/** `namesTerm` tells the truth. */
function checkNaming(term: Term, { text, namesTerm = true }: Quotation): string[] {
  if (hasFormOf(term, text) === namesTerm) return [];
  return [
    namesTerm ? 'does not name the term (namesTerm: false says so)' : 'names the term, though namesTerm is false',
  ];
}

/** Whether the text would be lit at the term, evidence aside. */
function hasFormOf(term: Term, text: string): boolean {
  const forms = compileForms({ format: 'termlight-glossary', version: 1, id: 'checked', title: {}, terms: [term] });
  return scanText(text, createTermIndex(layOutForms(forms))).matches.length > 0;
}

function describe(section: string | undefined): string {
  return section === undefined ? 'no section' : `“${section}”`;
}

function countQuoted(text: string, quotations: ReadonlySet<string>): number {
  const isQuoted = new Uint8Array(text.length);
  for (const quotation of quotations) {
    const start = text.indexOf(quotation);
    if (start >= 0) isQuoted.fill(1, start, start + quotation.length);
  }
  return isQuoted.reduce((sum, flag) => sum + flag, 0);
}
