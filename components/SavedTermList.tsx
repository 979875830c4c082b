// The saved terms, each with what it means, when it is reviewed next, and, where it can be, a cross that takes it out.
import { localize } from '../glossary/model.ts';
import { CrossButton } from './CrossButton.tsx';
import { formatInterval } from './interval.ts';
import type { TermReading } from './reading.ts';
import { TermLink } from './TermLink.tsx';
import { useText } from './text.tsx';

/** A term that a reader has saved. */
export interface ListedTerm {
  readonly key: string;
  readonly label: string;
  /** When it is to be reviewed, in milliseconds since 1970. */
  readonly due: number;
  /** Not there where its glossary is gone. */
  readonly reading?: TermReading | undefined;
}

interface SavedTermListProps<T extends ListedTerm> {
  readonly terms: readonly T[];
  readonly now: number;
  readonly hrefOf: (key: string) => string;
  readonly onTerm: (key: string) => void;
  readonly onRemove?: ((term: T) => void) | undefined;
}

/** One row a term. */
export function SavedTermList<T extends ListedTerm>({ terms, now, hrefOf, onTerm, onRemove }: SavedTermListProps<T>) {
  const { t, lang, languages } = useText();
  return (
    <ul class="saved-terms">
      {terms.map((term) => {
        const sense = term.reading?.term.senses[0];
        const definition = sense && localize(sense.definition, languages);
        return (
          <li key={term.key}>
            <p class="met-head">
              <TermLink termKey={term.key} hrefOf={hrefOf} onTerm={onTerm}>
                {term.label}
              </TermLink>
              <span class="small">
                {term.due <= now ? t('savedIsDue') : t('savedDueIn', formatInterval(term.due - now, lang))}
              </span>
              {onRemove && (
                <CrossButton
                  label={t('optionsRemoveNamed', term.label)}
                  title={t('optionsRemove')}
                  onClick={() => onRemove(term)}
                />
              )}
            </p>
            {definition && (
              <p class="secondary" lang={definition.lang}>
                {definition.text}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
