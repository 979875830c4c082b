// The panel's content: what it reads, and which of its views it shows.
import { useEffect, useRef } from 'preact/hooks';
import { ProblemNotes } from '../../components/ProblemNote.tsx';
import { useText } from '../../components/text.tsx';
import { useActiveTab, usePageTerms, useProblems, useSettings, useTerms } from '../shared/page-hooks.ts';
import { HistoryPage } from './HistoryPage.tsx';
import { LookUpPage } from './LookUpPage.tsx';
import { PageView } from './PageView.tsx';
import { PanelNav } from './PanelNav.tsx';
import { QuotationsPage } from './QuotationsPage.tsx';
import { useRoute } from './route.ts';
import { SavedPage } from './SavedPage.tsx';
import { TermPage } from './TermPage.tsx';

/** One of the panel's places, one term, or what is found for a text. */
export function SidePanel() {
  const { t } = useText();
  const [route, go] = useRoute();
  const { term, note, find, view } = route.view;
  const tab = useActiveTab();
  const page = usePageTerms(tab?.id, 'listed');
  const isAboutPage = term === undefined && find === undefined && view === undefined;
  // All of them, which holds up all else: what the page has comes first, and the history has its own labels.
  const terms = useTerms(isAboutPage ? page.status !== 'reading' : view !== 'history');
  const settings = useSettings();
  const problems = useProblems(terms, settings, t('problemSettingsDetail'));
  const heading = useRef<HTMLHeadingElement>(null);
  const shared = { terms, headingRef: heading, onTerm: (key: string) => go({ term: key }) };

  useEffect(() => {
    scrollTo(0, 0);
    if (route.byReader) heading.current?.focus({ preventScroll: true });
  }, [route]);

  return (
    <main class="panel">
      <PanelNav current={route.view} onGo={go} />
      <ProblemNotes problems={problems} />
      {term !== undefined ? (
        <TermPage id={term} isNoteWanted={note} {...shared} />
      ) : find !== undefined ? (
        <LookUpPage text={find} {...shared} />
      ) : view === 'quotations' ? (
        <QuotationsPage {...shared} />
      ) : view === 'saved' ? (
        <SavedPage {...shared} />
      ) : view === 'history' ? (
        <HistoryPage headingRef={heading} onTerm={shared.onTerm} />
      ) : (
        <PageView
          tab={tab}
          page={page}
          terms={terms}
          settings={settings?.settings}
          headingRef={heading}
          onExplain={shared.onTerm}
        />
      )}
    </main>
  );
}
