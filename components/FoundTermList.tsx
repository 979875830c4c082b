// Terms that were found, as links with their definitions.
import { TermLink } from './TermLink.tsx';
import { type TermOption, TermOptionLine } from './TermOptionLine.tsx';

interface FoundTermListProps {
  readonly options: readonly TermOption[];
  readonly hrefOf: (key: string) => string;
  readonly onTerm: (key: string) => void;
}

/** One link a term. */
export function FoundTermList({ options, hrefOf, onTerm }: FoundTermListProps) {
  return (
    <ul class="found-terms">
      {options.map((option) => (
        <li key={option.key}>
          <TermLink termKey={option.key} class="option" hrefOf={hrefOf} onTerm={onTerm}>
            <TermOptionLine option={option} />
          </TermLink>
        </li>
      ))}
    </ul>
  );
}
