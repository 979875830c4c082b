// The view of this page: its terms in reading order, or why there are none.
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Browser } from 'wxt/browser';
import { useText } from '../../components/text.tsx';
import { UnlitNote } from '../../components/UnlitNote.tsx';
import type { PageTermsState, TermsReading } from '../shared/page-hooks.ts';
import type { Settings } from '../shared/settings.ts';
import { whyUnlit } from '../shared/why-unlit.ts';
import { PageLists } from './PageLists.tsx';
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
export function PageView({ tab, page, terms, settings, headingRef, onExplain, onDone }: PageViewProps) {
  const { t } = useText();
  useEffect(() => {
    document.title = t('extensionName');
  }, [t]);
  const reason = whyUnlit(tab, page, settings);
  return (
    <>
      <h1 ref={headingRef} tabIndex={-1}>
        {t('pageTerms')}
      </h1>
      {tab?.title && page.status !== 'unreadable' && <p class="page-title">{tab.title}</p>}
      {page.status === 'read' ? (
        <PageLists page={page} terms={terms} unlitReason={reason} onExplain={onExplain} onDone={onDone} />
      ) : (
        <UnlitNote {...reason} />
      )}
    </>
  );
}
