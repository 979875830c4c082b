// Opens the side panel at a term: the one place where Chrome and Firefox differ.
import { browser } from 'wxt/browser';
import type { TermKey } from '../../glossary/model.ts';

const TARGET_KEY = 'panelTarget';
const WINDOW_SIZE = { width: 420, height: 720 }; // px: the side panel's own proportions

/** What an open panel is asked to show. `token` tells two requests for the same term apart. */
interface PanelTarget {
  readonly term?: TermKey;
  readonly token: string;
}

/**
 * Opens the panel of a window, at a term where one is given. Must be called in the turn of a user's gesture.
 * Where the browser does not let a panel open (Firefox, from a click in a page), a small window opens instead.
 */
export async function openSidePanel(windowId: number, term?: TermKey): Promise<'panel' | 'window'> {
  const opened = openNativePanel(windowId); // first: a browser counts the gesture as spent after any await
  await browser.storage.session.set({ [TARGET_KEY]: { term, token: crypto.randomUUID() } satisfies PanelTarget });
  if (await opened) return 'panel';
  await browser.storage.session.remove(TARGET_KEY);
  await browser.windows.create({ type: 'popup', url: panelUrl(term), ...WINDOW_SIZE });
  return 'window';
}

async function openNativePanel(windowId: number): Promise<boolean> {
  try {
    if (import.meta.env.FIREFOX) await openSidebar(windowId);
    else await browser.sidePanel.open({ windowId });
    return true;
  } catch {
    return false;
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

function panelUrl(term?: TermKey): string {
  const query = term ? `?${new URLSearchParams({ term })}` : '';
  return browser.runtime.getURL(`/sidepanel.html${query}` as '/sidepanel.html');
}

/** In the panel: takes the term it was asked to show, now and on every later request, until the signal aborts. */
export function watchPanelTarget(onTarget: (term: TermKey | undefined) => void, signal?: AbortSignal): void {
  const take = (target: PanelTarget | undefined) => {
    if (!target) return;
    void browser.storage.session.remove(TARGET_KEY);
    onTarget(target.term);
  };
  const listen = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'session' && changes[TARGET_KEY]) take(changes[TARGET_KEY].newValue as PanelTarget | undefined);
  };
  browser.storage.onChanged.addListener(listen);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listen));
  void browser.storage.session.get(TARGET_KEY).then((stored) => take(stored[TARGET_KEY] as PanelTarget | undefined));
}
