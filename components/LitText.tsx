// Shows a text with its terms lit, each a link to its explanation.
import type { ComponentChildren } from 'preact';
import type { QuotedTerm } from '../glossary/quoted-terms.ts';
import { TermLink } from './TermLink.tsx';

interface LitTextProps {
  readonly text: string;
  /** Sorted. */
  readonly terms: readonly QuotedTerm[];
  readonly hrefOf: (key: string) => string;
  readonly onTerm: (key: string) => void;
}

/** The text; its terms are underlined as on a page. */
export function LitText({ text, terms, hrefOf, onTerm }: LitTextProps) {
  const parts: ComponentChildren[] = [];
  let from = 0;
  for (const { start, end, key } of terms) {
    parts.push(
      text.slice(from, start),
      <TermLink key={start} termKey={key} class="lit" hrefOf={hrefOf} onTerm={onTerm}>
        {text.slice(start, end)}
      </TermLink>,
    );
    from = end;
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}
