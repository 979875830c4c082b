// Puts all quotations of a glossary back into the order of their source, under its headings and questions.
import { groupBy } from './group-by.ts';
import type { Quotation, Term, TermKey } from './model.ts';

/** A stretch of the source, word for word: a quotation, or several that overlap. */
export interface Passage {
  readonly quotation: Quotation;
  /** The terms that it is quoted for. */
  readonly keys: readonly TermKey[];
}

/** What was said to one question, or to none. */
export interface Answer {
  readonly question?: string;
  readonly passages: readonly Passage[];
}

/** What stands under one heading, or under none. */
export interface QuotedSection {
  readonly section?: string;
  readonly answers: readonly Answer[];
}

interface KeyedTerm {
  readonly key: TermKey;
  readonly term: Pick<Term, 'senses'>;
}

/** Each sentence once: a question that is quoted too stands as the question. Quotations without a position come last. */
export function readInOrder(terms: readonly KeyedTerm[]): QuotedSection[] {
  const passages = inOrder(passagesOf(terms));
  const sections = [...groupBy(passages, ({ quotation }) => quotation.section)];
  return sections.map(([section, within]) => {
    const answers = [...groupBy(within, ({ quotation }) => quotation.question)];
    const questions = answers.map(([question]) => question);
    const isQuestion = ({ quotation }: Passage) =>
      quotation.question === undefined && questions.some((question) => question?.includes(quotation.text));
    return {
      ...(section !== undefined && { section }),
      answers: answers.flatMap(([question, answering]) => {
        const said = joinOverlapping(answering.filter((passage) => !isQuestion(passage)));
        return said.length ? [{ ...(question !== undefined && { question }), passages: said }] : [];
      }),
    };
  });
}

/** Every quotation once, with the terms that quote it. */
function passagesOf(terms: readonly KeyedTerm[]): Passage[] {
  const passages = new Map<string, Passage>();
  for (const { key, term } of terms) {
    for (const quotation of term.senses.flatMap(({ quotations = [] }) => quotations)) {
      const place = [quotation.section, quotation.question, quotation.text].join('\n');
      const seen = passages.get(place);
      passages.set(place, { quotation: seen?.quotation ?? quotation, keys: unite(seen?.keys ?? [], [key]) });
    }
  }
  return [...passages.values()];
}

/** In the order of the source; of two that begin together the longer one first. */
function inOrder(passages: readonly Passage[]): Passage[] {
  const placed = passages.filter(({ quotation }) => quotation.position !== undefined);
  const others = passages.filter(({ quotation }) => quotation.position === undefined);
  const positionOf = ({ quotation }: Passage) => quotation.position ?? 0;
  placed.sort((a, b) => positionOf(a) - positionOf(b) || b.quotation.text.length - a.quotation.text.length);
  return [...placed, ...others];
}

function joinOverlapping(passages: readonly Passage[]): Passage[] {
  const joined: Passage[] = [];
  for (const passage of passages) {
    const before = joined.at(-1);
    const text = before && joinTexts(before.quotation.text, passage.quotation.text);
    if (before && text !== null && text !== undefined) {
      joined[joined.length - 1] = {
        quotation: { ...before.quotation, text },
        keys: unite(before.keys, passage.keys),
      };
    } else joined.push(passage);
  }
  return joined;
}

const LEAST_OVERLAP = 12; // UTF-16 units: a short sentence

/** Both texts as one where the first holds the second or ends as the second begins; else `null`. */
function joinTexts(first: string, second: string): string | null {
  if (first.includes(second)) return first;
  for (let length = Math.min(first.length, second.length) - 1; length >= LEAST_OVERLAP; length--) {
    if (first.endsWith(second.slice(0, length))) return first + second.slice(length);
  }
  return null;
}

function unite(keys: readonly TermKey[], others: readonly TermKey[]): TermKey[] {
  return [...new Set([...keys, ...others])];
}
