// The terms of a page in reading order: a name to find its next place on the page, a link to its explanation.
import { Fragment } from 'preact';
import { TermLink } from './TermLink.tsx';
import { useText } from './text.tsx';

/** A term of a page and how often it stands there. */
export interface CountedTerm {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** How many of these are in closed sections of the page. */
  readonly folded: number;
}

/** What the reader has done with a term. */
export type TermMark = 'saved' | 'seen';

const MARK_TEXTS = { saved: 'pageMarkSaved', seen: 'pageMarkSeen' } as const;

interface PageTermListProps<T extends CountedTerm> {
  readonly terms: readonly T[];
  readonly marksOf: (key: string) => readonly TermMark[];
  readonly hrefOf: (key: string) => string;
  /** The reader wants to see the term's next place on the page. */
  readonly onReveal: (term: T) => void;
  readonly onExplain: (key: string) => void;
}

/** One row a term. */
export function PageTermList<T extends CountedTerm>({
  terms,
  marksOf,
  hrefOf,
  onReveal,
  onExplain,
}: PageTermListProps<T>) {
  const { t, tn } = useText();
  return (
    <ol class="page-terms">
      {terms.map((term) => (
        <li key={term.key}>
          <button type="button" class="page-term" title={t('pageGoToNext')} onClick={() => onReveal(term)}>
            <span class="page-term-text">
              <span class="page-term-name">{term.label}</span>
              {marksOf(term.key).map((mark) => (
                <Fragment key={mark}>
                  {' '}
                  <span class={`term-mark small term-mark-${mark}`}>{t(MARK_TEXTS[mark])}</span>
                </Fragment>
              ))}
              {term.folded > 0 && (
                <>
                  {' '}
                  <span class="term-mark small" title={t('pageFoldedHint')}>
                    {tn('pageFolded', term.folded)}
                  </span>
                </>
              )}
            </span>
            {term.count > term.folded && (
              <>
                <span class="count" aria-hidden="true">
                  {term.count - term.folded}
                </span>
                <span class="visually-hidden">{tn('termCount', term.count - term.folded)}</span>
              </>
            )}
          </button>
          <TermLink termKey={term.key} hrefOf={hrefOf} onTerm={onExplain} label={t('pageShowTerm', term.label)}>
            {t('pageExplain')}
          </TermLink>
        </li>
      ))}
    </ol>
  );
}
