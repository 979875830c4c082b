// Answers the extension's pages that ask which terms are lit in this frame, and shows them on request.
import { browser } from 'wxt/browser';
import type { TermKey } from '../../glossary/model.ts';
import { senderContext } from '../shared/messages.ts';
import { type FrameTerms, isRevealNext, PAGE_TERMS_PORT, type PageTerm } from '../shared/page-terms.ts';
import type { Occurrence } from './occurrences.ts';
import { createPacedAction } from './paced-action.ts';

type Port = Parameters<Parameters<typeof browser.runtime.onConnect.addListener>[0]>[0];

/** What the port needs of the page. */
export interface PageTermsSource {
  /** The lit occurrences in reading order; none while the site is switched off. */
  readonly occurrences: () => readonly Occurrence[];
  readonly onRevealNext: (key: TermKey) => void;
}

/** Serves all pages that connect, until the signal aborts. Call `publish` after every change; it tells of them soon. */
export function servePageTerms(source: PageTermsSource, signal: AbortSignal): { publish(): void } {
  const frame = crypto.getRandomValues(new Uint32Array(4)).join('-'); // randomUUID is not there on plain http pages
  const ports = new Set<Port>();

  const frameTerms = (): FrameTerms => ({
    type: 'terms',
    frame,
    isTop: window === window.top,
    terms: toPageTerms(source.occurrences()),
  });
  const tellSoon = createPacedAction(() => {
    if (!ports.size) return;
    const message = frameTerms();
    for (const port of ports) port.postMessage(message);
  }, signal);
  const listen = (port: Port) => {
    if (port.name !== PAGE_TERMS_PORT || (port.sender && senderContext(port.sender) !== 'extension')) return;
    ports.add(port);
    port.onDisconnect.addListener(() => ports.delete(port));
    port.onMessage.addListener((message: unknown) => {
      if (isRevealNext(message) && message.frame === frame) source.onRevealNext(message.key);
    });
    port.postMessage(frameTerms());
  };

  browser.runtime.onConnect.addListener(listen);
  signal.addEventListener('abort', () => {
    browser.runtime?.onConnect?.removeListener(listen);
    ports.clear();
  });
  return {
    publish() {
      if (ports.size) tellSoon();
    },
  };
}

function toPageTerms(occurrences: readonly Occurrence[]): PageTerm[] {
  const terms = new Map<TermKey, PageTerm>();
  for (const { key, label, because } of occurrences) {
    const count = (terms.get(key)?.count ?? 0) + 1;
    terms.set(key, { key, label, because: terms.get(key)?.because ?? because, count });
  }
  return [...terms.values()];
}
