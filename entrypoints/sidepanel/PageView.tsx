// The view of this page: its terms in reading order, or why there are none.
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Browser } from 'wxt/browser';
import { useText } from '../../components/text.tsx';
import { UnlitNote } from '../../components/UnlitNote.tsx';
import type { PageTermsState, TermsReading } from '../shared/page-hooks.ts';
import type { Settings } from '../shared/settings.ts';
import { whyUnlit } from '../shared/why-unlit.ts';
import { KnownTerms } from './KnownTerms.tsx';
import { PageTerms } from './PageTerms.tsx';
import { UnlitTerms } from './UnlitTerms.tsx';
import type { Deed } from './use-last-deed.ts';

interface PageViewProps {
  readonly tab: Browser.tabs.Tab | null;
  readonly page: PageTermsState;
  readonly terms: TermsReading;
  readonly settings: Settings;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  readonly onExplain: (key: string) => void;
  readonly onDone: (deed: Deed) => void;
}

/** The page's title, and its terms. */
export function PageView({ headingRef, ...props }: PageViewProps) {
  const { tab, page } = props;
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
      <PageContent {...props} />
    </>
  );
}

function PageContent({ tab, page, terms, settings, onExplain, onDone }: Omit<PageViewProps, 'headingRef'>) {
  if (page.status !== 'read') return <UnlitNote {...whyUnlit(tab, page, settings)} />;
  const listed = page.terms.filter(({ unlit }) => unlit === null);
  const byOptions = page.terms.filter(({ unlit }) => unlit === 'level' || unlit === 'refused');
  return (
    <>
      {listed.length ? (
        <PageTerms listed={listed} terms={terms} onReveal={page.reveal} onExplain={onExplain} />
      ) : (
        <UnlitNote {...whyUnlit(tab, page, settings)} />
      )}
      <KnownTerms terms={page.terms.filter(({ unlit }) => unlit === 'known')} onExplain={onExplain} onDone={onDone} />
      {terms.status === 'read' && <UnlitTerms terms={byOptions} readings={terms.readings} onExplain={onExplain} />}
    </>
  );
}
