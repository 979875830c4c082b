// Answers the extension's pages that ask which terms are lit in this frame, and shows them on request.
import { browser } from 'wxt/browser';
import type { TermKey } from '../../glossary/model.ts';
import { senderContext } from '../shared/messages.ts';
import {
  type FrameTerms,
  isRevealNext,
  PAGE_TERMS_PORTS,
  type PageTerm,
  type PageTermsKind,
} from '../shared/page-terms.ts';
import { createPacedAction } from './paced-action.ts';

const KINDS = Object.keys(PAGE_TERMS_PORTS) as PageTermsKind[];

type Port = Parameters<Parameters<typeof browser.runtime.onConnect.addListener>[0]>[0];

/** What the port needs of the page. */
export interface PageTermsSource {
  /** None while the site is switched off, or nothing has been found yet. */
  readonly terms: (kind: PageTermsKind) => readonly PageTerm[];
  readonly onRevealNext: (key: TermKey) => void;
  /** How long Termlight has worked in this document so far, in milliseconds. */
  readonly workedMs: () => number;
}

/** Serves all pages that connect, until the signal aborts. Call `publish` after every change; it tells of them soon. */
export function servePageTerms(source: PageTermsSource, signal: AbortSignal): { publish(): void } {
  const frame = crypto.getRandomValues(new Uint32Array(4)).join('-'); // randomUUID is not there on plain http pages
  const ports = new Map<Port, PageTermsKind>();

  const tell = (port: Port, kind: PageTermsKind) => {
    const terms = source.terms(kind);
    const isTop = window === window.top;
    const isPdf = document.contentType === 'application/pdf';
    port.postMessage({ type: 'terms', frame, isTop, cost: source.workedMs(), isPdf, terms } satisfies FrameTerms);
  };
  const tellSoon = createPacedAction(() => {
    for (const [port, kind] of ports) tell(port, kind);
  }, signal);
  const listen = (port: Port) => {
    const kind = KINDS.find((known) => PAGE_TERMS_PORTS[known] === port.name);
    if (!kind || (port.sender && senderContext(port.sender) !== 'extension')) return;
    ports.set(port, kind);
    port.onDisconnect.addListener(() => ports.delete(port));
    port.onMessage.addListener((message: unknown) => {
      if (isRevealNext(message) && message.frame === frame) source.onRevealNext(message.key);
    });
    tell(port, kind);
  };

  // Firefox leaves them open while it keeps the page for the way back.
  const disconnect = () => {
    for (const port of ports.keys()) port.disconnect();
    ports.clear();
  };
  if (import.meta.env.FIREFOX) window.addEventListener('pagehide', disconnect, { signal });

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
