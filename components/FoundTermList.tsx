// Terms that were found, as links with their definitions.
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
          <a
            class="option"
            href={hrefOf(option.key)}
            onClick={(event) => {
              event.preventDefault();
              onTerm(option.key);
            }}
          >
            <TermOptionLine option={option} />
          </a>
        </li>
      ))}
    </ul>
  );
}
