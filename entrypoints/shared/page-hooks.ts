// What the extension's pages read from the browser, as Preact hooks that follow every change.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';
import { type GlossaryProblem, readAllTerms, readGlossaryProblem, type TermReading } from './glossaries.ts';
import { type PageTermsKind, type TabTerm, type TabTerms, type TabTermsView, watchTabTerms } from './page-terms.ts';
import { detailOf, type PageProblem, type PageProblemDetail } from './problem.ts';
import { readSettings, type SettingsReading, watchSettings } from './settings.ts';
import { openerOf } from './side-panel.ts';
import { siteOfAddress } from './site.ts';

/** All terms of all glossaries; `failed` where the browser's store cannot be read. */
export type TermsReading =
  | { readonly status: 'reading' }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'read'; readonly readings: readonly TermReading[] };

/** Reads the terms as soon as they are wanted for the first time, and again whenever one of them is stored anew. */
export function useTerms(isWanted = true): TermsReading {
  const [terms, setTerms] = useState<TermsReading>({ status: 'reading' });
  const wasWanted = useRef(isWanted);
  wasWanted.current ||= isWanted;
  useEffect(() => {
    if (!wasWanted.current) return;
    const read = () =>
      readAllTerms().then(
        (readings) => setTerms({ status: 'read', readings }),
        (error: unknown) => setTerms({ status: 'failed', error }),
      );
    const listen = (changes: Record<string, unknown>, area: string) => {
      if (area === 'local' && Object.keys(changes).some((key) => /^(?:glossary|term):/.test(key))) void read();
    };
    void read();
    browser.storage.onChanged.addListener(listen);
    return () => browser.storage.onChanged.removeListener(listen);
  }, [wasWanted.current]);
  return terms;
}

/** The settings, or `null` until they are read. */
export function useSettings(): SettingsReading | null {
  const [reading, setReading] = useState<SettingsReading | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    watchSettings(setReading, leaving.signal);
    void readSettings().then(setReading);
    return () => leaving.abort();
  }, []);
  return reading;
}

/** What is wrong with the glossary file, the stored terms and the settings. */
export function useProblems(terms: TermsReading, settings: SettingsReading | null) {
  const [glossary, setGlossary] = useState<PageProblem[]>([]);
  // Read anew with the terms: whether the file is in order is settled when it is stored.
  useEffect(() => {
    readGlossaryProblem().then(
      (problem) => setGlossary(problem ? [{ message: 'problemGlossary', details: detailsOf(problem) }] : []),
      () => setGlossary([]), // the store cannot be read: useTerms says so
    );
  }, [terms]);
  const problems: PageProblem[] = [...glossary];
  if (terms.status === 'failed') problems.push({ message: 'problemStore', details: [detailOf(terms.error)] });
  if (settings?.problem) problems.push({ message: 'problemSettings', details: [{ message: 'problemSettingsDetail' }] });
  return problems;
}

function detailsOf({ file, faults }: GlossaryProblem): PageProblemDetail[] {
  return [{ message: 'problemFile', values: [file] }, ...faults];
}

/**
 * The tab that this window shows, or `null` until it is known; follows the reader from tab to tab. Seen from a small
 * window of the panel's own it is that of the window it was opened from, then of the one that the reader goes to.
 */
export function useActiveTab(): Browser.tabs.Tab | null {
  const [tab, setTab] = useState<Browser.tabs.Tab | null>(null);
  // At once, not after the first frame: on the tab hangs what most of a page shows.
  useLayoutEffect(() => {
    const opener = openerOf(location.href);
    let windowId = opener ?? browser.windows.WINDOW_ID_CURRENT;
    const read = async () => {
      const [active] = await browser.tabs.query({ active: true, windowId });
      setTab(active ?? null);
    };
    const onFocusChanged = async (focusedId: number) => {
      if (focusedId === browser.windows.WINDOW_ID_NONE) return;
      const [focused, own] = await Promise.all([browser.windows.get(focusedId), browser.windows.getCurrent()]);
      if (focused.type !== 'normal' || focused.incognito !== own.incognito) return;
      windowId = focusedId;
      void read();
    };
    // Of a page that the browser keeps extensions out of, only its status is told.
    const onUpdated = (_tabId: number, change: { url?: string; title?: string; status?: string }) => {
      if (change.url !== undefined || change.title !== undefined || change.status === 'complete') void read();
    };
    void read();
    browser.tabs.onActivated.addListener(read);
    browser.tabs.onUpdated.addListener(onUpdated);
    if (opener !== null) browser.windows.onFocusChanged.addListener(onFocusChanged);
    return () => {
      browser.tabs.onActivated.removeListener(read);
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.windows.onFocusChanged.removeListener(onFocusChanged);
    };
  }, []);
  return tab;
}

/** The terms of a tab. `unreadable`: the browser lets no extension read it. */
export type PageTermsState =
  | { readonly status: 'reading' }
  | { readonly status: 'unreadable' }
  | {
      readonly status: 'read';
      readonly terms: readonly TabTerm[];
      /** What the page has cost since it was loaded, in milliseconds. */
      readonly cost: number;
      readonly isPdf: boolean;
      readonly reveal: TabTermsView['revealNext'];
    };

/** Follows the terms of a tab as its page and its frames change: those of a kind. */
export function usePageTerms(tabId: number | undefined, kind?: PageTermsKind): PageTermsState {
  const [state, setState] = useState<PageTermsState>({ status: 'reading' });
  useLayoutEffect(() => {
    setState({ status: 'reading' });
    if (tabId === undefined) return;
    const leaving = new AbortController();
    const onTerms = (tab: TabTerms | 'reading' | null) => {
      if (tab === 'reading') setState({ status: 'reading' });
      else if (!tab) setState({ status: 'unreadable' });
      else setState({ status: 'read', ...tab, reveal: (term) => view.revealNext(term) });
    };
    const view = watchTabTerms(tabId, onTerms, leaving.signal, kind);
    return () => leaving.abort();
  }, [tabId, kind]);
  return state;
}

/** The host name of a page that can be switched off, or `null` for a page of no site. */
export function siteOf(tab: Browser.tabs.Tab | null): string | null {
  return siteOfAddress(tab?.url) || null;
}
