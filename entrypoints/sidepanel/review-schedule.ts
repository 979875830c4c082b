// When a term is to be reviewed again, by the FSRS algorithm; loaded when a review begins, since it is large.
import { type Card, createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import type { SavedTerm } from '../shared/memory.ts';

/** One answer to how well a term was known, and what it leads to. */
export interface ReviewChoice {
  readonly name: 'again' | 'hard' | 'good' | 'easy';
  /** How long until the next review, in milliseconds: exactly what will be, no chance is added. */
  readonly interval: number;
  readonly card: Card;
}

const GRADES: readonly { readonly name: ReviewChoice['name']; readonly grade: Grade }[] = [
  { name: 'again', grade: Rating.Again },
  { name: 'hard', grade: Rating.Hard },
  { name: 'good', grade: Rating.Good },
  { name: 'easy', grade: Rating.Easy },
];

const scheduler = fsrs({ enable_fuzz: false });

/** The four answers for a term that is reviewed now. */
export function reviewChoices({ at, card }: SavedTerm, now: Date): ReviewChoice[] {
  const outcomes = scheduler.repeat(card ?? createEmptyCard(new Date(at)), now);
  return GRADES.map(({ name, grade }) => {
    const next = outcomes[grade].card;
    return { name, interval: next.due.getTime() - now.getTime(), card: next };
  });
}
