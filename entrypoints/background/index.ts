// Wires the browser's events to what the extension does; keeps no state, since it may be stopped at any time.
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { keepFamiliarity } from '../shared/familiarity-summary.ts';
import { type MessageSender, onMessages } from '../shared/messages.ts';
import { addRecentChange } from '../shared/recent-change.ts';
import { changeSettings, watchSettings, withKnownTerm, withOtherMeaning, withSite } from '../shared/settings.ts';
import { openSidePanel } from '../shared/side-panel.ts';
import { dressBadge, showTermCount, updateBadges } from './badge.ts';
import { loadCards } from './card-code.ts';
import { onCommand, sidebarKey } from './commands.ts';
import { offerExplaining, onMenuClicked } from './context-menu.ts';
import { installBuiltinGlossary } from './install-glossary.ts';
import { answerOmnibox } from './omnibox.ts';
import { takeOverOpenPages } from './open-pages.ts';
import { deleteTerm, putTerm, restoreTerm } from './own-terms.ts';
import { endPauseAtStart, endPauseInTime, pause } from './pause.ts';
import { unlessPrivate } from './private-windows.ts';
import { rememberChosen, rememberLookUp, rememberOpened } from './remember.ts';
import { keepSynced } from './sync.ts';

export default defineBackground(() => {
  browser.runtime.onInstalled.addListener((details) => {
    if (isFirstRun(details)) void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
    void installBuiltinGlossary().then(takeOverOpenPages);
    void offerExplaining();
  });
  browser.runtime.onStartup.addListener(() => {
    void installBuiltinGlossary();
    void offerExplaining(); // the browser may have another language by now
    void endPauseAtStart();
  });
  browser.alarms.onAlarm.addListener(endPauseInTime);
  browser.commands.onCommand.addListener(onCommand);
  browser.contextMenus.onClicked.addListener(onMenuClicked);
  answerOmnibox();
  void endPauseInTime();
  void dressBadge();
  watchSettings(({ settings }) => {
    void updateBadges();
    void keepFamiliarity(settings.fading);
  });
  keepSynced();
  onMessages({
    openSidePanel(view, sender) {
      const opened = openSidePanel(windowOf(sender), view);
      if (view.find !== undefined) void rememberLookUp(view.find, sender.tab, sender.frameId);
      return opened;
    },
    openOptions: async () => void (await browser.runtime.openOptionsPage()),
    switchSite: unlessPrivate(async ({ site, on }) => {
      await changeSettings((settings) => withSite(settings, site, on));
      if (!on) await addRecentChange({ kind: 'siteOff', site });
    }),
    loadCards,
    termOpened: rememberOpened,
    termChosen: rememberChosen,
    termsChanged: (_, { tab }) => (tab?.id === undefined ? undefined : showTermCount(tab.id)),
    pause: ({ until }) => pause(until),
    putTerm: unlessPrivate(putTerm),
    deleteTerm: unlessPrivate(deleteTerm),
    restoreTerm: unlessPrivate(restoreTerm),
    knowTerm: unlessPrivate(async ({ term, known }) => {
      await changeSettings((settings) => withKnownTerm(settings, term, known));
      if (known) await addRecentChange({ kind: 'known', term });
    }),
    rejectMeaning: unlessPrivate(async ({ site, term, rejected }) => {
      await changeSettings((settings) => withOtherMeaning(settings, site, term, rejected));
      if (rejected) await addRecentChange({ kind: 'otherMeaning', term, site });
    }),
    sidebarKey,
  });
});

/** An extension that Firefox has for a session alone is its developer's, who has seen the first page. */
function isFirstRun({ reason, temporary }: { readonly reason: string; readonly temporary?: boolean }): boolean {
  return reason === 'install' && !temporary;
}

function windowOf({ tab }: MessageSender): number {
  if (tab?.windowId === undefined) throw new Error('openSidePanel: sent from no window');
  return tab.windowId;
}
