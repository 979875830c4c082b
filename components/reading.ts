// What components are given of a term; the stored reading has this shape.
import type { LocalizedText, Source, Term, TermKey } from '../glossary/model.ts';

/** A term with what it needs of its glossary. */
export interface TermReading {
  readonly key: TermKey;
  readonly term: Term;
  readonly glossary: { readonly title: LocalizedText; readonly source?: Source };
  /** The reader's own. */
  readonly note?: string | undefined;
}

/** A term that can be gone to. */
export interface RelatedTerm {
  readonly key: TermKey;
  readonly label: string;
}
