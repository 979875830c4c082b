// The panel's content: what it reads, and which of its two views it shows.
import { useEffect, useRef } from 'preact/hooks';
import { ProblemNotes } from '../../components/ProblemNote.tsx';
import { useText } from '../../components/text.tsx';
import { useActiveTab, usePageTerms, useProblems, useSettings, useTerms } from '../shared/page-hooks.ts';
import { PageView } from './PageView.tsx';
import { useRoute } from './route.ts';
import { TermPage } from './TermPage.tsx';

/** This page's terms, or one term. */
export function SidePanel() {
  const { t } = useText();
  const [route, go] = useRoute();
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
      {route.term === null ? (
        <PageView tab={tab} page={page} settings={settings?.settings} headingRef={heading} onExplain={go} />
      ) : (
        <TermPage id={route.term} terms={terms} headingRef={heading} onTerm={go} onPage={() => go(null)} />
      )}
    </main>
  );
}
