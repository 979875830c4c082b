// The panel's content: what it reads, and which of its views it shows.
import { useEffect, useRef } from 'preact/hooks';
import { ProblemNotes } from '../../components/ProblemNote.tsx';
import { useText } from '../../components/text.tsx';
import { useActiveTab, usePageTerms, useProblems, useSettings, useTerms } from '../shared/page-hooks.ts';
import { LookUpPage } from './LookUpPage.tsx';
import { PageView } from './PageView.tsx';
import { useRoute } from './route.ts';
import { TermPage } from './TermPage.tsx';

/** This page's terms, one term, or what is found for a text. */
export function SidePanel() {
  const { t } = useText();
  const [route, go] = useRoute();
  const { term, note, find } = route.view;
  const terms = useTerms();
  const settings = useSettings();
  const problems = useProblems(terms, settings, t('problemSettingsDetail'));
  const tab = useActiveTab();
  const page = usePageTerms(tab?.id);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    scrollTo(0, 0);
    if (route.byReader) heading.current?.focus({ preventScroll: true });
  }, [route]);

  return (
    <main class="panel">
      <ProblemNotes problems={problems} />
      {term !== undefined ? (
        <TermPage
          id={term}
          isNoteWanted={note}
          terms={terms}
          headingRef={heading}
          onTerm={go}
          onPage={() => go(null)}
        />
      ) : find !== undefined ? (
        <LookUpPage text={find} terms={terms} headingRef={heading} onTerm={go} onPage={() => go(null)} />
      ) : (
        <PageView tab={tab} page={page} settings={settings?.settings} headingRef={heading} onExplain={go} />
      )}
    </main>
  );
}
