// Shows a text with its terms lit, each a link to its explanation.
import type { ComponentChildren } from 'preact';
import type { QuotedTerm } from '../glossary/quoted-terms.ts';

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
      <a
        key={start}
        class="lit"
        href={hrefOf(key)}
        onClick={(event) => {
          event.preventDefault();
          onTerm(key);
        }}
      >
        {text.slice(start, end)}
      </a>,
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
