// Shows a text with the parts marked that a search matched.
import type { ComponentChildren } from 'preact';
import type { TextRange } from '../glossary/search.ts';

/** A text, the language it is in where that is known, and the parts to mark in it. */
export interface MarkedText {
  readonly text: string;
  readonly lang?: string;
  /** UTF-16 offsets, sorted. */
  readonly ranges?: readonly TextRange[];
}

/** The text, each range of it in a `mark`. */
export function Marked({ text, lang, ranges = [] }: MarkedText) {
  const parts: ComponentChildren[] = [];
  let from = 0;
  for (const [start, end] of ranges) {
    if (start < from) continue;
    parts.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>);
    from = end;
  }
  parts.push(text.slice(from));
  return <span lang={lang}>{parts}</span>;
}
