// The terms of this page that are not lit since the reader knows them: each can be lit again, and that taken back; not in private windows.

import { TermLink } from '../../components/TermLink.tsx';
import { useText } from '../../components/text.tsx';
import type { PageTerm } from '../shared/page-terms.ts';
import { changeSettings, withKnownTerm } from '../shared/settings.ts';
import { hrefOf } from './route.ts';
import type { Deed } from './use-last-deed.ts';
import { useIsPrivate } from './use-private.ts';

interface KnownTermsProps {
  readonly terms: readonly PageTerm[];
  readonly onExplain: (key: string) => void;
  readonly onDone: (deed: Deed) => void;
}

/** Nothing where the page has none. */
export function KnownTerms({ terms, onExplain, onDone }: KnownTermsProps) {
  const { t } = useText();
  const isPrivate = useIsPrivate();
  const relight = async ({ key, label }: PageTerm) => {
    const setKnown = (known: boolean) => changeSettings((settings) => withKnownTerm(settings, key, known));
    await setKnown(false);
    onDone({ text: t('pageRelit', label), undo: () => setKnown(true) });
  };
  if (!terms.length) return null;
  return (
    <section class="known-terms">
      <h2>{t('pageKnown')}</h2>
      <ul class="page-terms">
        {terms.map((term) => (
          <li key={term.key}>
            <TermLink termKey={term.key} class="unlit-term" hrefOf={hrefOf} onTerm={onExplain}>
              {term.label}
            </TermLink>
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
  );
}
