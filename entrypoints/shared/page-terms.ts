// The conversation between an extension page and all frames of a tab about the terms lit there.
import { browser } from 'wxt/browser';
import type { TermKey } from '../../glossary/model.ts';

/**
 * The names of the ports that a page opens to a tab: for the terms that are lit; for those that are listed, which are
 * these and what is folded away in closed details or left unlit as the reader wishes; and for the lit ones in any order, to be counted.
 */
export const PAGE_TERMS_PORTS = { lit: 'lit-terms', listed: 'listed-terms', counted: 'counted-terms' } as const;
export type PageTermsKind = keyof typeof PAGE_TERMS_PORTS;

/** A term of a frame, in reading order of its first occurrence. */
export interface PageTerm {
  readonly key: TermKey;
  readonly label: string;
  readonly count: number;
  /** What decided that it stands here in our sense; empty where nothing had to be decided. */
  readonly because: readonly string[];
  /** How many of them are not lit since they stand in closed details. */
  readonly folded: number;
  /** Why none of them is lit: the reader knows the term, has said that it means something else here, or wants its level unlit. */
  readonly unlit: 'known' | 'refused' | 'level' | null;
}

/** Frame to page: everything lit in the frame, sent at once and after every change. */
export interface FrameTerms {
  readonly type: 'terms';
  /** Tells the frames of a tab apart; made anew by each content script. */
  readonly frame: string;
  readonly isTop: boolean;
  /** What reading the frame and deciding about its terms has cost since it was loaded, in milliseconds. */
  readonly cost: number;
  /** Whether the browser shows a PDF there, whose text no extension can read. */
  readonly isPdf: boolean;
  readonly terms: readonly PageTerm[];
}

/** Page to frame: scroll to the next occurrence of a term. */
export interface RevealNext {
  readonly type: 'reveal-next';
  readonly frame: string;
  readonly key: TermKey;
}

/** Whether a message asks a frame to reveal an occurrence. */
export function isRevealNext(message: unknown): message is RevealNext {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'reveal-next';
}

/** All frames' terms of a tab as one list. */
export interface TabTerm extends PageTerm {
  /** The frames that hold it, the top one first. */
  readonly frames: readonly { readonly frame: string; readonly count: number }[];
}

/** What a tab has told. */
export interface TabTerms {
  readonly terms: readonly TabTerm[];
  /** That of all frames together, in milliseconds. */
  readonly cost: number;
  /** Whether the tab shows a PDF, and no page that holds one. */
  readonly isPdf: boolean;
}

const RETRY_MS = 500;
const MOST_RETRIES = 3;

/** Joins the frames' lists, the top frame's first. */
export function mergeFrames(frames: Iterable<FrameTerms>): TabTerm[] {
  const merged = new Map<TermKey, TabTerm>();
  const topFirst = [...frames].sort((a, b) => Number(b.isTop) - Number(a.isTop));
  for (const { frame, terms } of topFirst) {
    for (const term of terms) {
      const seen = merged.get(term.key);
      merged.set(term.key, {
        ...(seen ?? term),
        count: (seen?.count ?? 0) + term.count,
        folded: (seen?.folded ?? 0) + term.folded,
        frames: [...(seen?.frames ?? []), { frame, count: term.count }],
      });
    }
  }
  return [...merged.values()];
}

/** A view of a tab's terms that follows the page. */
export interface TabTermsView {
  /** Scrolls to the next occurrence of a term, frame after frame. */
  revealNext(term: TabTerm): void;
}

/**
 * Watches the terms of a tab until the signal aborts: reconnects when the tab has loaded another page.
 * A tab without our content script (a browser page, a store) gives `null`.
 */
export function watchTabTerms(
  tabId: number,
  onTerms: (tab: TabTerms | null) => void,
  signal: AbortSignal,
  kind: PageTermsKind = 'lit',
): TabTermsView {
  let frames = new Map<string, FrameTerms>();
  let port: ReturnType<typeof browser.tabs.connect> | undefined;
  const shown = new Map<TermKey, number>();
  let retries = 0;

  const connect = () => {
    port?.disconnect();
    frames = new Map();
    const opened = browser.tabs.connect(tabId, { name: PAGE_TERMS_PORTS[kind] });
    port = opened;
    opened.onMessage.addListener((message: unknown) => {
      const terms = message as FrameTerms;
      frames.set(terms.frame, terms);
      const all = [...frames.values()];
      onTerms({
        terms: mergeFrames(all),
        cost: all.reduce((sum, { cost }) => sum + cost, 0),
        isPdf: all.some(({ isTop, isPdf }) => isTop && isPdf),
      });
    });
    opened.onDisconnect.addListener(() => {
      if (port !== opened || frames.size || signal.aborted) return;
      onTerms(null);
      // The page may have loaded a moment before its content script listens.
      if (retries++ < MOST_RETRIES) setTimeout(() => port === opened && !signal.aborted && connect(), RETRY_MS);
    });
  };
  const onUpdated = (updatedTabId: number, change: { status?: string }) => {
    if (updatedTabId !== tabId || change.status !== 'complete') return;
    retries = 0;
    connect();
  };

  connect();
  browser.tabs.onUpdated.addListener(onUpdated);
  signal.addEventListener('abort', () => {
    browser.tabs.onUpdated.removeListener(onUpdated);
    port?.disconnect();
  });
  return {
    revealNext(term) {
      const turn = shown.get(term.key) ?? 0;
      shown.set(term.key, turn + 1);
      const frame = frameAt(term, turn % term.count);
      if (frame) port?.postMessage({ type: 'reveal-next', frame, key: term.key } satisfies RevealNext);
    },
  };
}

/** The frame that holds the occurrence with this index, counted through all frames. */
function frameAt(term: TabTerm, index: number): string | undefined {
  let before = 0;
  for (const { frame, count } of term.frames) {
    before += count;
    if (index < before) return frame;
  }
  return undefined;
}
