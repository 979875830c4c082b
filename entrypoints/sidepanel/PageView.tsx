// The view of this page: its terms in reading order, or why there are none.
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Browser } from 'wxt/browser';
import { useText } from '../../components/text.tsx';
import { type PageTermsState, siteOf, type TermsReading } from '../shared/page-hooks.ts';
import { isSiteOn, type Settings } from '../shared/settings.ts';
import { KnownTerms } from './KnownTerms.tsx';
import { PageTerms } from './PageTerms.tsx';

interface PageViewProps {
  readonly tab: Browser.tabs.Tab | null;
  readonly page: PageTermsState;
  readonly terms: TermsReading;
  readonly settings: Settings | undefined;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  readonly onExplain: (key: string) => void;
}

/** The page's title, and its terms. */
export function PageView({ tab, page, terms, settings, headingRef, onExplain }: PageViewProps) {
  const { t } = useText();
  useEffect(() => {
    document.title = t('extensionName');
  }, [t]);
  return (
    <>
      <h1 ref={headingRef} tabIndex={-1}>
        {t('pageTerms')}
      </h1>
      {tab?.title && page.status !== 'unreadable' && <p class="page-title">{tab.title}</p>}
      <PageContent {...{ tab, page, terms, settings, headingRef, onExplain }} />
    </>
  );
}

function PageContent({ tab, page, terms, settings, headingRef, onExplain }: PageViewProps) {
  const { t } = useText();
  const site = siteOf(tab);
  if (page.status === 'reading') return <p class="secondary">{t('pageReading')}</p>;
  if (page.status === 'unreadable') {
    return (
      <>
        <p>{t('pageUnreadable')}</p>
        <p class="secondary">{t('pageUnreadableHint')}</p>
      </>
    );
  }
  if (settings && site !== null && !isSiteOn(settings, site)) return <p>{t('pageSiteOff', site)}</p>;
  const listed = page.terms.filter(({ isKnown }) => !isKnown);
  return (
    <>
      {listed.length ? (
        <PageTerms listed={listed} terms={terms} onReveal={page.reveal} onExplain={onExplain} />
      ) : (
        <p>{t('pageNoTerms')}</p>
      )}
      <KnownTerms terms={page.terms.filter(({ isKnown }) => isKnown)} headingRef={headingRef} onExplain={onExplain} />
    </>
  );
}
