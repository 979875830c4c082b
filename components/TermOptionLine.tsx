// One term in the list below the search box.
import { Marked, type MarkedText } from './Marked.tsx';

/** A term that can be chosen, and what of it is shown. */
export interface TermOption {
  readonly key: string;
  readonly label: MarkedText;
  /** Another name: the one that was matched, or the expansion. */
  readonly name?: MarkedText;
  readonly definition?: MarkedText;
  /** How often it stands on the page. */
  readonly count?: number;
}

/** Label and other name on one line, the beginning of the definition below. */
export function TermOptionLine({ option }: { option: TermOption }) {
  const { label, name, definition, count } = option;
  return (
    <>
      <span class="option-names">
        <strong>
          <Marked {...label} />
        </strong>
        {name && (
          <span class="secondary">
            <Marked {...name} />
          </span>
        )}
        {count !== undefined && <span class="count">{count}</span>}
      </span>
      {definition && (
        <span class="option-definition">
          <Marked {...definition} />
        </span>
      )}
    </>
  );
}
