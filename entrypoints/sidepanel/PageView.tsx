// The view of this page: its terms in reading order, or why there are none.
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Browser } from 'wxt/browser';
import { PageTermList } from '../../components/PageTermList.tsx';
import { useText } from '../../components/text.tsx';
import { type PageTermsState, siteOf } from '../shared/page-hooks.ts';
import { isSiteOn, type Settings } from '../shared/settings.ts';
import { hrefOf } from './route.ts';

interface PageViewProps {
  readonly tab: Browser.tabs.Tab | null;
  readonly page: PageTermsState;
  readonly settings: Settings | undefined;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  readonly onExplain: (key: string) => void;
}

/** The page's title, and its terms. */
export function PageView({ tab, page, settings, headingRef, onExplain }: PageViewProps) {
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
      <PageTerms tab={tab} page={page} settings={settings} onExplain={onExplain} />
    </>
  );
}

function PageTerms({ tab, page, settings, onExplain }: Omit<PageViewProps, 'headingRef'>) {
  const { t, tn } = useText();
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
  if (!page.terms.length) return <p>{t('pageNoTerms')}</p>;
  return (
    <>
      <p class="small">{tn('termsOnPage', page.terms.length)}</p>
      <PageTermList terms={page.terms} hrefOf={hrefOf} onReveal={page.reveal} onExplain={onExplain} />
    </>
  );
}
