// What is wrong, as the extension's pages tell it.
import type { MessageKey } from './text-source.ts';

/** One exact error: where it is, and what, by the name of its text in `public/_locales`. */
export interface PageProblemDetail {
  readonly place?: string;
  readonly message: MessageKey;
  readonly values?: readonly string[];
}

/** Something wrong that a reader should know of, by the name of its text in `public/_locales`. */
export interface PageProblem {
  readonly message: 'problemGlossary' | 'problemSettings' | 'problemStore' | 'problemNotSaved';
  readonly details: readonly PageProblemDetail[];
}

/** What a browser threw that could not read or write: that it is full, or its own words. */
export function detailOf(error: unknown): PageProblemDetail {
  return isFull(error) ? { message: 'problemFull' } : { message: 'problemBrowserSays', values: [String(error)] };
}

/** Whether a browser could not write for want of room. */
export function isFull(error: unknown): boolean {
  return /quota/i.test(String(error));
}

/** A change that could not be saved. */
export function notSaved(error: unknown): PageProblem {
  return { message: 'problemNotSaved', details: [detailOf(error)] };
}
