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
import type { ListedOccurrence, Occurrence } from './occurrences.ts';
import { createPacedAction } from './paced-action.ts';
import { timeWorked } from './page-scan.ts';

const KINDS = Object.keys(PAGE_TERMS_PORTS) as PageTermsKind[];

type Port = Parameters<Parameters<typeof browser.runtime.onConnect.addListener>[0]>[0];

/** What the port needs of the page. */
export interface PageTermsSource {
  /** The lit occurrences in reading order; none while the site is switched off. */
  readonly lit: () => Iterable<Occurrence>;
  /** These with what is not lit and listed all the same. */
  readonly listed: () => Iterable<ListedOccurrence>;
  /** The lit ones as they come. */
  readonly counted: () => Iterable<Occurrence>;
  readonly onRevealNext: (key: TermKey) => void;
}

/** Serves all pages that connect, until the signal aborts. Call `publish` after every change; it tells of them soon. */
export function servePageTerms(source: PageTermsSource, signal: AbortSignal): { publish(): void } {
  const frame = crypto.getRandomValues(new Uint32Array(4)).join('-'); // randomUUID is not there on plain http pages
  const ports = new Map<Port, PageTermsKind>();

  const tell = (port: Port, kind: PageTermsKind) => {
    const terms = toPageTerms(source[kind]());
    const isTop = window === window.top;
    port.postMessage({ type: 'terms', frame, isTop, cost: timeWorked(), terms } satisfies FrameTerms);
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

function toPageTerms(occurrences: Iterable<Occurrence | ListedOccurrence>): PageTerm[] {
  const terms = new Map<TermKey, PageTerm>();
  for (const occurrence of occurrences) {
    const { key, label } = occurrence;
    const { count = 0, folded = 0, because = occurrence.because } = terms.get(key) ?? {};
    const state = 'state' in occurrence ? occurrence.state : 'lit';
    terms.set(key, {
      ...{ key, label, because, count: count + 1 },
      folded: folded + Number(state === 'folded'),
      isKnown: state === 'known',
    });
  }
  return [...terms.values()];
}
