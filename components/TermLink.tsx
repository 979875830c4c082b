// A link to a term that is shown in the same page, without loading it anew.
import type { ComponentChildren } from 'preact';

interface TermLinkProps {
  readonly termKey: string;
  readonly hrefOf: (key: string) => string;
  readonly onTerm: (key: string) => void;
  readonly class?: string;
  /** Its accessible name, where that is not its text. */
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** It has an address, so that it can be opened elsewhere, too. */
export function TermLink({ termKey, hrefOf, onTerm, class: className, label, children }: TermLinkProps) {
  return (
    <a
      class={className}
      href={hrefOf(termKey)}
      aria-label={label}
      onClick={(event) => {
        event.preventDefault();
        onTerm(termKey);
      }}
    >
      {children}
    </a>
  );
}
