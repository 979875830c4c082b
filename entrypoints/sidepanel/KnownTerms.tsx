// The terms of this page that are not lit since the reader knows them: each can be lit again, and that taken back; not in private windows.
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../../components/text.tsx';
import { UndoBar } from '../../components/UndoBar.tsx';
import type { PageTerm } from '../shared/page-terms.ts';
import { changeSettings, withKnownTerm } from '../shared/settings.ts';
import { TermLink } from './TermLink.tsx';
import { useIsPrivate } from './use-private.ts';

interface KnownTermsProps {
  readonly terms: readonly PageTerm[];
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  readonly onExplain: (key: string) => void;
}

/** Nothing where the page has none. */
export function KnownTerms({ terms, headingRef, onExplain }: KnownTermsProps) {
  const { t } = useText();
  const isPrivate = useIsPrivate();
  const [relit, setRelit] = useState<PageTerm | null>(null);
  const relight = async (term: PageTerm) => {
    await changeSettings((settings) => withKnownTerm(settings, term.key, false));
    setRelit(term);
  };
  const undo = async () => {
    if (relit) await changeSettings((settings) => withKnownTerm(settings, relit.key, true));
    setRelit(null);
    headingRef.current?.focus({ preventScroll: true });
  };
  return (
    <>
      {terms.length > 0 && (
        <section class="known-terms">
          <h2>{t('pageKnown')}</h2>
          <ul class="page-terms">
            {terms.map((term) => (
              <li key={term.key}>
                <TermLink term={term} onExplain={onExplain} />
                {isPrivate === false && (
                  <button
                    type="button"
                    class="quiet-button"
                    aria-label={t('pageRelightNamed', term.label)}
                    onClick={() => void relight(term)}
                  >
                    {t('pageRelight')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <UndoBar done={relit && t('pageRelit', relit.label)} onUndo={undo} />
    </>
  );
}
