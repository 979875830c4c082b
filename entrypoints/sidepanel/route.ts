// Which view the panel shows, kept in its address so that back, forward and reload work.
import { useEffect, useState } from 'preact/hooks';
import { watchPanelTarget } from '../shared/side-panel.ts';

/** A view: a term by its key or its id, or this page's terms. */
export interface Route {
  readonly term: string | null;
  /** Whether the reader went there from within the panel; only then does the focus move. */
  readonly byReader: boolean;
}

/** The address of a term's view, or of this page's. */
export function hrefOf(term: string | null): string {
  return term === null ? location.pathname : `?${new URLSearchParams({ term })}`;
}

/** The route, and how to change it. Follows back and forward, and what other parts of the extension ask for. */
export function useRoute(): [Route, (term: string | null) => void] {
  const [route, setRoute] = useState<Route>(() => ({ term: termInAddress(), byReader: false }));
  useEffect(() => {
    const leaving = new AbortController();
    addEventListener('popstate', () => setRoute({ term: termInAddress(), byReader: true }), { signal: leaving.signal });
    watchPanelTarget((asked) => {
      const term = asked ?? null;
      history.pushState(null, '', hrefOf(term));
      setRoute({ term, byReader: false });
    }, leaving.signal);
    return () => leaving.abort();
  }, []);
  const go = (term: string | null) => {
    history.pushState(null, '', hrefOf(term));
    setRoute({ term, byReader: true });
  };
  return [route, go];
}

function termInAddress(): string | null {
  return new URLSearchParams(location.search).get('term');
}
