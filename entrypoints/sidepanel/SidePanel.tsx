// The panel's content: what it reads, and which of its views it shows.
import { useEffect, useRef } from 'preact/hooks';
import { ProblemNotes } from '../../components/ProblemNote.tsx';
import { useText } from '../../components/text.tsx';
import { UndoBar } from '../../components/UndoBar.tsx';
import { sendMessage } from '../shared/messages.ts';
import { useActiveTab, usePageTerms, useProblems, useSettings, useTerms } from '../shared/page-hooks.ts';
import { DEFAULT_SETTINGS } from '../shared/settings.ts';
import { HistoryPage } from './HistoryPage.tsx';
import { LookUpPage } from './LookUpPage.tsx';
import { PageView } from './PageView.tsx';
import { PanelNav } from './PanelNav.tsx';
import { QuotationsPage } from './QuotationsPage.tsx';
import { useRoute } from './route.ts';
import { SavedPage } from './SavedPage.tsx';
import { AddTermPage, ChangeTermPage } from './TermFormPage.tsx';
import { TermPage } from './TermPage.tsx';
import { useLastDeed } from './use-last-deed.ts';
import { useOwnTerms } from './use-own-terms.ts';

/** One of the panel's places, one term, what is found for a text, or the form for a term. */
export function SidePanel() {
  const { t } = useText();
  const [route, go] = useRoute();
  const { term, note, find, add, change, view } = route.view;
  const tab = useActiveTab();
  const page = usePageTerms(tab?.id, 'listed');
  const isForm = add !== undefined || change !== undefined;
  const isAboutPage = term === undefined && find === undefined && view === undefined && !isForm;
  // All of them, which holds up all else: what the page has comes first, and the history has its own labels.
  const terms = useTerms(isAboutPage ? page.status !== 'reading' : view !== 'history');
  const settings = useSettings();
  const problems = useProblems(terms, settings);
  const heading = useRef<HTMLHeadingElement>(null);
  const readings = terms.status === 'read' ? terms.readings : [];
  const focusHeading = () => heading.current?.focus({ preventScroll: true });
  const { deed, tell, dismiss, undo } = useLastDeed(route.view);
  const own = useOwnTerms({ readings, view: route.view, go, onDone: tell, onBack: focusHeading });
  const { done } = own;
  const shared = { terms, headingRef: heading, onTerm: (key: string) => go({ term: key }) };
  const onChosen = (key: string) => {
    shared.onTerm(key);
    if (tab?.id !== undefined) void sendMessage('termChosen', { term: key, tabId: tab.id });
  };
  const onOwn = { onChange: (key: string) => go({ change: key }), onDelete: own.onDelete };
  const form = {
    ...shared,
    onSaved: own.onSaved,
    onCancel: () => (navigation.canGoBack ? history.back() : go({ term: change, find: add })),
  };

  useEffect(() => scrollTo(0, 0), [route]);
  const isRead = terms.status !== 'reading'; // a term has no heading before
  useEffect(() => {
    if (route.byReader && !isForm) focusHeading(); // a form has a field for that
  }, [route, isRead]);

  return (
    <main class="panel">
      <PanelNav current={route.view} onGo={go} />
      <ProblemNotes problems={[...problems, ...own.failures]} />
      <p role="status" class="done">
        {done?.kind === 'added' && t('ownTermAdded', done.label)}
      </p>
      {term !== undefined ? (
        <TermPage
          id={term}
          isNoteWanted={note}
          deletedLabel={done?.kind === 'deleted' ? done.label : undefined}
          {...onOwn}
          {...shared}
        />
      ) : find !== undefined ? (
        <LookUpPage text={find} onChosen={onChosen} onAdd={(text) => go({ add: text })} {...onOwn} {...shared} />
      ) : add !== undefined ? (
        <AddTermPage key={add} text={add} {...form} />
      ) : change !== undefined ? (
        <ChangeTermPage key={change} term={change} {...form} />
      ) : view === 'quotations' ? (
        <QuotationsPage {...shared} />
      ) : view === 'saved' ? (
        <SavedPage {...shared} onDone={tell} />
      ) : view === 'history' ? (
        <HistoryPage headingRef={heading} onTerm={shared.onTerm} onDone={tell} />
      ) : (
        <PageView
          tab={tab}
          page={page}
          terms={terms}
          settings={settings?.settings ?? DEFAULT_SETTINGS}
          headingRef={heading}
          onExplain={onChosen}
          onDone={tell}
        />
      )}
      <UndoBar
        done={deed?.text ?? null}
        token={deed?.token}
        onUndo={deed?.undo && (() => void undo().then(focusHeading))}
        onDismiss={() => {
          dismiss();
          focusHeading();
        }}
      />
    </main>
  );
}
