// Opens the side panel at a term: the one place where Chrome and Firefox differ.
import { browser } from 'wxt/browser';
import type { TermKey } from '../../glossary/model.ts';

const WINDOW_SIZE = { width: 420, height: 720 }; // px: the side panel's own proportions

/** Views of the panel that are about no single term or text, beside this page's terms. */
export const PANEL_PLACES = ['quotations', 'saved', 'history'] as const;
export type PanelPlace = (typeof PANEL_PLACES)[number];

/** Whether a text names one of the panel's places. */
export function isPanelPlace(text: string | null): text is PanelPlace {
  return (PANEL_PLACES as readonly (string | null)[]).includes(text);
}

/** What the panel can show: a term, what the glossaries have for a text, a form, a place, or with none of them this page's terms. */
export interface PanelView {
  readonly term?: TermKey | undefined;
  /** Whether the reader wants to write a note on the term. */
  readonly note?: boolean | undefined;
  readonly find?: string | undefined;
  /** A text that the reader wants to add to their own terms. */
  readonly add?: string | undefined;
  /** One of them that is to be changed. */
  readonly change?: TermKey | undefined;
  readonly view?: PanelPlace | undefined;
}

/** What the panel of a window is asked to show. `token` tells two requests for the same view apart. */
interface PanelTarget extends PanelView {
  readonly token: string;
}

/** The key in the browser's session store of what the panel of a window is asked to show. */
function targetKey(windowId: number): string {
  return `panelTarget:${windowId}`;
}

/** Where the panel's page opens if the panel itself may not. */
type OtherPlace = 'window' | 'tab';

/**
 * Opens the panel of a window, at a view where one is given. Must be called in the turn of a user's gesture.
 * Where the browser does not let a panel open (Firefox, from a click in a page), its page opens elsewhere instead: in a
 * small window unless told otherwise.
 */
export async function openSidePanel(
  windowId: number,
  view: PanelView = {},
  otherwise: OtherPlace = 'window',
): Promise<'panel' | OtherPlace> {
  const opened = openNativePanel(windowId); // first: a browser counts the gesture as spent after any await
  const key = targetKey(await identify(windowId));
  await browser.storage.session.set({ [key]: { ...view, token: crypto.randomUUID() } satisfies PanelTarget });
  if (await opened) return 'panel';
  await browser.storage.session.remove(key);
  if (otherwise === 'tab') await openPanelTab(view);
  else await showPanelWindow(windowId, view);
  return otherwise;
}

/** Shows a view in the small window that there is, else in a new one. A private window's is private, too. */
async function showPanelWindow(windowId: number, view: PanelView): Promise<void> {
  const [{ id: opener, incognito }, small] = await Promise.all([
    browser.windows.get(await identify(windowId)),
    browser.windows.getAll({ windowTypes: ['popup'], populate: true }),
  ]);
  const isPanel = ({ url }: { url?: string | undefined }) => url?.startsWith(panelUrl({}));
  const open = small.find((candidate) => candidate.incognito === incognito && candidate.tabs?.some(isPanel));
  if (open?.id === undefined) {
    const query = new URLSearchParams(panelQuery(view));
    query.set(OPENER, String(opener));
    const privately = import.meta.env.FIREFOX && incognito; // Chromium shows no page of an extension there
    await browser.windows.create({
      type: 'popup',
      url: `${panelUrl({})}?${query}`,
      incognito: privately,
      ...WINDOW_SIZE,
    });
  } else {
    const target: PanelTarget = { ...view, token: crypto.randomUUID() };
    await browser.storage.session.set({ [targetKey(open.id)]: target });
    await browser.windows.update(open.id, { focused: true });
  }
}

const OPENER = 'opener';

/** The window that this page was opened from as a small window of its own, or `null` where it is none. */
export function openerOf(address: string): number | null {
  const opener = new URL(address).searchParams.get(OPENER);
  return opener === null ? null : Number(opener);
}

/** Opens the panel's page in a new tab, in front or behind. */
export async function openPanelTab(view: PanelView, active = true): Promise<void> {
  await browser.tabs.create({ url: panelUrl(view), active });
}

async function openNativePanel(windowId: number): Promise<boolean> {
  try {
    if (import.meta.env.FIREFOX) await openSidebar(windowId);
    else await openChromiumPanel(windowId);
    return true;
  } catch {
    return false;
  }
}

/** The window itself, of one that is named by a constant only: that which had the focus last. */
async function identify(windowId: number): Promise<number> {
  return windowId >= 0 ? windowId : ((await browser.windows.getLastFocused()).id ?? windowId);
}

/** Chromium: opens the panel where it may; an open one is good enough. No panel opens in a window that is not known. */
async function openChromiumPanel(windowId: number): Promise<void> {
  try {
    await browser.sidePanel.open({ windowId });
  } catch (error) {
    const panels = await browser.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
    const own = await identify(windowId);
    if (!panels.some((panel) => panel.windowId === own)) throw error;
  }
}

/** Firefox's own namespace, which chrome's types lack. */
interface SidebarAction {
  open(): Promise<void>;
  isOpen(details: { windowId: number }): Promise<boolean>;
}

/** Firefox: opens the sidebar where it may; an open one is good enough. */
async function openSidebar(windowId: number): Promise<void> {
  const { sidebarAction } = browser as unknown as { sidebarAction: SidebarAction };
  try {
    await sidebarAction.open();
  } catch (error) {
    if (!(await sidebarAction.isOpen({ windowId }))) throw error;
  }
}

function panelUrl(view: PanelView): string {
  return browser.runtime.getURL(`/sidepanel.html${panelQuery(view)}` as '/sidepanel.html');
}

/** The query of the panel's address that shows a view; empty for this page's terms. */
export function panelQuery({ term, note, find, add, change, view }: PanelView): string {
  if (term !== undefined) return `?${new URLSearchParams({ term, ...(note && { note: '' }) })}`;
  if (find !== undefined) return `?${new URLSearchParams({ find })}`;
  if (add !== undefined) return `?${new URLSearchParams({ add })}`;
  if (change !== undefined) return `?${new URLSearchParams({ change })}`;
  return view === undefined ? '' : `?${new URLSearchParams({ view })}`;
}

/**
 * In the panel: takes the view that the panel of this window was asked to show, now and on every later request, until
 * the signal aborts. The panel's page in a tab among others is no panel, and takes none.
 */
export async function watchPanelTarget(onTarget: (view: PanelView) => void, signal?: AbortSignal): Promise<void> {
  const [tab, { id = -1, type }] = await Promise.all([browser.tabs.getCurrent(), browser.windows.getCurrent()]);
  if ((tab && type !== 'popup') || signal?.aborted) return;
  const key = targetKey(id);
  const take = (target: PanelTarget | undefined) => {
    if (!target) return;
    void browser.storage.session.remove(key);
    onTarget(target);
  };
  const listen = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'session' && changes[key]) take(changes[key].newValue as PanelTarget | undefined);
  };
  browser.storage.onChanged.addListener(listen);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listen));
  take((await browser.storage.session.get(key))[key] as PanelTarget | undefined);
}
