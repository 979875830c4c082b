// The content script: decides whether this document is read at all, and starts and ends the reading of it.
import { defineContentScript } from 'wxt/utils/define-content-script';
import '../../components/highlight.css';
import type { FormTable } from '../../glossary/form-table.ts';
import { onMessages, sendMessage } from '../shared/messages.ts';
import { isLitOn, type Settings } from '../shared/settings.ts';
import { canHighlight } from './highlighter.ts';
import { announce, answerKey } from './keys.ts';
import { createLifetime } from './lifetime.ts';
import { servePageTerms } from './page-terms-port.ts';
import { type Reading, startReading } from './reading.ts';
import { currentSite } from './site.ts';
import { readStored, type Stored, watchStored } from './stored.ts';
import { createReadingWait } from './worth-reading.ts';

/** Marks a document that has the script already, from the manifest or from taking over open pages. No page can set it. */
const RUNNING = Symbol.for('termlight');
const world = globalThis as { [RUNNING]?: boolean };

const XHTML = 'http://www.w3.org/1999/xhtml';

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  async main() {
    if (world[RUNNING]) return;
    world[RUNNING] = true;
    if (!canHighlight() || document.documentElement?.namespaceURI !== XHTML) return;
    let reading: Reading | null = null;
    let readingEnd = new AbortController();
    const wait = createReadingWait();
    let root: Element | null = null; // that the reading began with
    let toldCount: number | null = null; // of the terms that are lit, once there is a session; only of the page that is seen
    let workedMs = 0;
    let frameCount = 0;
    const lifetime = createLifetime(() => {
      const count = reading?.session?.lit.termCount ?? (toldCount && 0);
      const hasLostFrame = window.length < frameCount; // which cannot tell itself
      if (count !== toldCount || (count && hasLostFrame)) void sendMessage('termsChanged', {}).catch(() => undefined);
      toldCount = count;
      frameCount = window.length;
      if (!reading) wait.look();
      else if (document.documentElement === root) reading.lookAround();
      else restart(); // `document.open()` takes all listeners away, ours too
    });
    // Browsers take the number off the toolbar button with the page, also with one that may come back.
    window.addEventListener('pagehide', () => {
      toldCount = null;
    });
    const site = currentSite();
    // Before anything is awaited: a panel asks as soon as the page has loaded, and asks but once.
    const pageTerms = servePageTerms(
      {
        // The list has what is not lit, too, which a session alone knows.
        terms: (kind) => (kind === 'listed' ? reading?.begin() : reading?.session)?.terms(kind) ?? [],
        onRevealNext: (key) => reading?.session?.revealNext(key),
        workedMs: () => workedMs,
      },
      lifetime,
    );
    onMessages(
      {
        walkTerms: ({ action }) => answerKey(action, () => reading?.begin() ?? null),
        announce: ({ saying }) => announce(saying),
      },
      lifetime,
    );
    await wait.begun;

    let forms: FormTable | null | undefined;
    let settings: Settings | undefined;
    const end = () => {
      readingEnd.abort();
      reading = null;
      pageTerms.publish();
    };
    /** Starts to read, or starts anew with other forms. */
    const restart = () => {
      end();
      if (lifetime.aborted || !forms || !settings || !isLitOn(settings, site)) return;
      readingEnd = new AbortController();
      root = document.documentElement;
      reading = startReading({
        ...{ forms, settings, site },
        onChange: () => pageTerms.publish(),
        onWorked(ms) {
          workedMs += ms;
        },
        signal: readingEnd.signal,
      });
    };
    lifetime.addEventListener('abort', end);
    const takeForms = (changed: FormTable | null) => {
      if (reading && JSON.stringify(changed) === JSON.stringify(forms)) return; // told of once more
      forms = changed;
      restart();
    };
    const takeSettings = (changed: Settings) => {
      settings = changed;
      if (reading && isLitOn(settings, site)) reading.applySettings(settings);
      else restart();
    };
    const take = (changed: Partial<Stored>) => {
      if (changed.forms !== undefined) takeForms(changed.forms);
      if (changed.settings) takeSettings(changed.settings);
    };
    // Watched before it is read, so that no change is missed: the first page is often open before the glossary is in.
    watchStored(take, lifetime);
    // Firefox tells a page of no changes while it is in the back/forward cache; Chromium tells it when it comes back.
    const catchUp = async ({ persisted }: PageTransitionEvent) => {
      if (persisted) take(await readStored());
    };
    if (import.meta.env.FIREFOX) window.addEventListener('pageshow', catchUp, { signal: lifetime });
    const stored = await readStored();
    settings ??= stored.settings;
    forms ??= stored.forms;
    restart();
  },
});
