// A term of this page that is not lit, as a link to its explanation.
import type { PageTerm } from '../shared/page-terms.ts';
import { hrefOf } from './route.ts';

interface TermLinkProps {
  readonly term: PageTerm;
  readonly onExplain: (key: string) => void;
}

/** Opens in the panel itself. */
export function TermLink({ term: { key, label }, onExplain }: TermLinkProps) {
  return (
    <a
      class="unlit-term"
      href={hrefOf(key)}
      onClick={(event) => {
        event.preventDefault();
        onExplain(key);
      }}
    >
      {label}
    </a>
  );
}
