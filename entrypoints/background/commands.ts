// What the keys do that the browser hands to the extension.
import { browser } from 'wxt/browser';
import { sendToTab, type WalkAction } from '../shared/messages.ts';
import { changeSettings, isSiteOn, withSite } from '../shared/settings.ts';
import { openSidePanel } from '../shared/side-panel.ts';
import { siteOfAddress } from '../shared/site.ts';

/** A tab as the browser hands it over with a command. */
interface CommandTab {
  readonly id?: number;
  readonly windowId: number;
  readonly url?: string;
  readonly incognito: boolean;
}

const WALK_ACTIONS: Readonly<Record<string, WalkAction>> = {
  'next-term': 'next',
  'previous-term': 'previous',
  'open-card': 'open',
};

/** Carries out a command of the manifest in the tab that had the focus. */
export function onCommand(command: string, tab?: CommandTab): void {
  const action = WALK_ACTIONS[command];
  if (!tab) return;
  if (action && tab.id !== undefined) void sendToTab(tab.id, 'walkTerms', { action });
  else if (command === 'open-side-panel') void openSidePanel(tab.windowId);
  else if (command === 'toggle-site' && !tab.incognito) void toggleSite(siteOfAddress(tab.url), tab.id);
}

async function toggleSite(site: string, tabId: number | undefined): Promise<void> {
  if (!site) return;
  let isOn = false;
  await changeSettings((settings) => {
    isOn = !isSiteOn(settings, site);
    return withSite(settings, site, isOn);
  });
  const saying = isOn ? 'announceSiteOn' : 'announceSiteOff';
  if (tabId !== undefined) await sendToTab(tabId, 'announce', { saying });
}

/** The key that opens the sidebar, as the browser writes it; empty if the reader has taken it away. */
export async function sidebarKey(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === 'open-side-panel')?.shortcut ?? '';
}
