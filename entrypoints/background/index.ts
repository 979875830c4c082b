// Wires the browser's events to what the extension does; keeps no state, since it may be stopped at any time.
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { type MessageSender, onMessages } from '../shared/messages.ts';
import { setRecentChange } from '../shared/recent-change.ts';
import { changeSettings, withKnownTerm, withOtherMeaning, withSite } from '../shared/settings.ts';
import { openSidePanel } from '../shared/side-panel.ts';
import { onCommand, sidebarKey } from './commands.ts';
import { installBuiltinGlossary } from './install-glossary.ts';
import { takeOverOpenPages } from './open-pages.ts';

export default defineBackground(() => {
  browser.runtime.onInstalled.addListener(() => {
    void installBuiltinGlossary().then(takeOverOpenPages);
  });
  browser.runtime.onStartup.addListener(() => void installBuiltinGlossary());
  browser.commands.onCommand.addListener(onCommand);
  onMessages({
    openSidePanel: ({ term }, sender) => openSidePanel(windowOf(sender), term),
    openOptions: async () => void (await browser.runtime.openOptionsPage()),
    switchSite: ({ site, on }) => changeSettings((settings) => withSite(settings, site, on)),
    async knowTerm({ term, known }) {
      await changeSettings((settings) => withKnownTerm(settings, term, known));
      await setRecentChange(known ? { kind: 'known', term } : null);
    },
    async rejectMeaning({ site, term, rejected }) {
      await changeSettings((settings) => withOtherMeaning(settings, site, term, rejected));
      await setRecentChange(rejected ? { kind: 'otherMeaning', site, term } : null);
    },
    sidebarKey,
  });
});

function windowOf({ tab }: MessageSender): number {
  if (tab?.windowId === undefined) throw new Error('openSidePanel: sent from no window');
  return tab.windowId;
}
