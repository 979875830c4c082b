// The popup's content: what it reads, and what its parts do.
import { useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ProblemNotes } from '../../components/ProblemNote.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { toFoundOption, toPageOption } from '../../components/term-options.ts';
import { useText } from '../../components/text.tsx';
import { UnlitNote } from '../../components/UnlitNote.tsx';
import { parseTermKey } from '../../glossary/model.ts';
import { createSearch } from '../../glossary/search.ts';
import { sendMessage } from '../shared/messages.ts';
import { siteOf, useActiveTab, usePageTerms, useProblems, useSettings, useTerms } from '../shared/page-hooks.ts';
import { notSaved, type PageProblem } from '../shared/problem.ts';
import { changeSettings, DEFAULT_SETTINGS, isLitOn, isSiteOn, type Settings, withSite } from '../shared/settings.ts';
import { openSidePanel, type PanelView } from '../shared/side-panel.ts';
import { whyUnlit } from '../shared/why-unlit.ts';
import { EmptyNote } from './EmptyNote.tsx';
import { PopupFooter } from './PopupFooter.tsx';
import { RecentNote } from './RecentNote.tsx';

const MOST_RESULTS = 50; // rows; more is no help to a reader, and a large glossary has thousands

interface PopupProps {
  readonly windowId: number;
  /** Called when the reader has been taken elsewhere; a popup closes then, a tab stays. */
  readonly onDone?: () => void;
}

/** Search on top, this page's terms while nothing is searched for, one quiet line at the bottom. */
export function Popup({ windowId, onDone }: PopupProps) {
  const { t, tn, languages } = useText();
  const [query, setQuery] = useState('');
  const [failures, setFailures] = useState<PageProblem[]>([]);
  const terms = useTerms();
  const reading = useSettings();
  const settings = reading?.settings ?? DEFAULT_SETTINGS;
  const problems = useProblems(terms, reading);
  const tab = useActiveTab();
  const site = siteOf(tab);
  const page = usePageTerms(tab?.id);
  const readings = terms.status === 'read' ? terms.readings : [];
  const search = useMemo(() => createSearch(readings, languages), [readings, languages]);
  const isOn = isSiteOn(settings, site ?? '');
  const isSearching = query.trim() !== '';
  const found = isSearching ? search(query).slice(0, MOST_RESULTS) : [];
  const onPage = page.status === 'read' && isLitOn(settings, site ?? '') ? page.terms : [];
  const options = isSearching
    ? found.map((result) => toFoundOption(result, languages))
    : onPage.map((term) => toPageOption(term, readings, languages));

  const levelOf = new Map(readings.map(({ key, term }) => [key, term.level ?? 'general']));
  const levels = { everyday: 0, general: 0, specialist: 0 };
  for (const { key } of onPage) levels[levelOf.get(key) ?? 'general']++;

  const show = (view: PanelView) => void openSidePanel(windowId, view).then(onDone);
  const open = (key: string) => {
    show({ term: key });
    if (tab?.id !== undefined) void sendMessage('termChosen', { term: key, tabId: tab.id });
  };
  const save = (saving: Promise<unknown>) =>
    saving.then(
      () => setFailures([]),
      (error: unknown) => setFailures([notSaved(error)]),
    );
  const change = (next: (current: Settings) => Partial<Settings>) => save(changeSettings(next));
  const labelOf = (key: string) =>
    readings.find((reading) => reading.key === key)?.term.label ?? parseTermKey(key).termId;

  return (
    <main class="popup">
      <h1 class="visually-hidden">{t('extensionName')}</h1>
      <SearchBox
        query={query}
        options={options}
        listLabel={isSearching ? t('searchResults') : t('pageTerms')}
        onQuery={setQuery}
        onChoose={open}
      />
      <p class="visually-hidden" role="status">
        {isSearching && tn('searchCount', found.length)}
      </p>
      {options.length === 0 && (
        <div class="empty">
          {isSearching ? (
            <EmptyNote query={query.trim()} onAdd={tab?.incognito ? undefined : () => show({ add: query.trim() })} />
          ) : (
            <UnlitNote {...whyUnlit(tab, page, settings)} />
          )}
        </div>
      )}
      <ProblemNotes problems={[...problems, ...failures]} />
      {tab && !tab.incognito && reading && (
        <RecentNote settings={settings} labelOf={labelOf} onChange={(next) => void change(next)} />
      )}
      <PopupFooter
        count={page.status === 'read' ? onPage.length : null}
        levels={levels}
        cost={page.status === 'read' ? page.cost : 0}
        site={site}
        isOn={isOn}
        isPrivate={tab?.incognito ?? false}
        pausedUntil={settings.pausedUntil}
        onPause={(until) => void save(sendMessage('pause', { until }))}
        onSwitch={(on) => site !== null && void change((current) => withSite(current, site, on))}
        onSidePanel={() => show({})}
        onOptions={() => void browser.runtime.openOptionsPage().then(onDone)}
      />
    </main>
  );
}
