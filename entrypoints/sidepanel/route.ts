// Which view the panel shows, kept in its history so that back, forward and reload work, and in its address. Not there in
// Firefox: it puts a new panel in the place of one whose address has changed, which may have taken what it was asked for.
import { useEffect, useState } from 'preact/hooks';
import { isPanelPlace, type PanelView, panelQuery, watchPanelTarget } from '../shared/side-panel.ts';

/** A view: a term by its key or its id, what is found for a text, a form, one of the places, or with none of them this page's terms. */
export interface Route {
  readonly view: PanelView;
  /** Whether the reader went there from within the panel; only then does the focus move. */
  readonly byReader: boolean;
}

/** The address of a term's view. */
export function hrefOf(term: string): string {
  return addressOf({ term });
}

/** The address of a view. */
export function addressOf(view: PanelView): string {
  return panelQuery(view) || location.pathname;
}

/** Shows another view; `instead`: going back does not lead to the one that is left. */
export type Go = (view: PanelView, instead?: boolean) => void;

/** The route, and how to change it. Follows back and forward, and what other parts of the extension ask for. */
export function useRoute(): [Route, Go] {
  const [route, setRoute] = useState<Route>(() => ({ view: currentView(), byReader: false }));
  const goTo = (view: PanelView, byReader: boolean, instead = false) => {
    const address = import.meta.env.FIREFOX ? undefined : addressOf(view);
    if (instead) history.replaceState({ view }, '', address);
    else history.pushState({ view }, '', address);
    setRoute({ view, byReader });
  };
  useEffect(() => {
    const leaving = new AbortController();
    addEventListener('popstate', () => setRoute({ view: currentView(), byReader: true }), { signal: leaving.signal });
    void watchPanelTarget((view) => goTo(view, false), leaving.signal);
    return () => leaving.abort();
  }, []);
  return [route, (view, instead) => goTo(view, true, instead)];
}

/** The view of this place in the history; the first one is told by the address. */
function currentView(): PanelView {
  return (history.state as { view?: PanelView } | null)?.view ?? viewInAddress();
}

function viewInAddress(): PanelView {
  const query = new URLSearchParams(location.search);
  const view = query.get('view');
  return {
    term: query.get('term') ?? undefined,
    note: query.has('note'),
    find: query.get('find') ?? undefined,
    add: query.get('add') ?? undefined,
    change: query.get('change') ?? undefined,
    view: isPanelPlace(view) ? view : undefined,
  };
}
