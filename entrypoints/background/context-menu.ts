// The menu item on selected text that explains it, on any page, lit or not.
import { browser } from 'wxt/browser';
import { lookUpText } from '../../glossary/look-up-text.ts';
import type { MessageSender } from '../shared/messages.ts';
import { openSidePanel } from '../shared/side-panel.ts';
import { browserTextSource } from '../shared/text-source.ts';
import { rememberLookUp } from './remember.ts';

const EXPLAIN = 'explain-selection';

/** Puts the item into the menu, in the browser's language. Browsers keep it from then on. */
export async function offerExplaining(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create(
    { id: EXPLAIN, title: browserTextSource().getMessage('menuExplain', []), contexts: ['selection'] },
    () => void browser.runtime.lastError, // install and start may both offer it at once; the first one is enough
  );
}

/** What the browser tells of a click in its menu. */
interface MenuClick {
  readonly menuItemId: string | number;
  readonly selectionText?: string;
  readonly frameId?: number;
}

/** Looks the selected text up in the panel. */
export function onMenuClicked({ menuItemId, selectionText, frameId }: MenuClick, tab?: MessageSender['tab']): void {
  const find = lookUpText(selectionText ?? '');
  if (menuItemId !== EXPLAIN || !find) return;
  void openSidePanel(tab?.windowId ?? browser.windows.WINDOW_ID_CURRENT, { find });
  void rememberLookUp(find, tab, frameId);
}
