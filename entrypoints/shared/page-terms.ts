// The conversation between an extension page and all frames of a tab about the terms lit there.
import { browser } from 'wxt/browser';
import type { TermKey } from '../../glossary/model.ts';
import { connectFrames } from './frame-ports.ts';

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
 * Watches the terms of a tab until the signal aborts, as frames come and go and pages follow one another. A page that is
 * still loading gives `reading`, one without our content script (a browser page, a store) `null`.
 */
export function watchTabTerms(
  tabId: number,
  onTerms: (tab: TabTerms | 'reading' | null) => void,
  signal: AbortSignal,
  kind: PageTermsKind = 'lit',
): TabTermsView {
  const frames = new Map<number, FrameTerms>();
  const shown = new Map<TermKey, number>();
  const tell = () => onTerms(toTabTerms([...frames.values()]));

  const ports = connectFrames({
    tabId,
    name: PAGE_TERMS_PORTS[kind],
    signal,
    onMessage(frameId, message) {
      frames.set(frameId, message as FrameTerms);
      tell();
    },
    onGone(frameId) {
      if (frames.delete(frameId)) tell();
    },
    onNone(isLoading) {
      frames.clear();
      onTerms(isLoading ? 'reading' : null);
    },
  });
  return {
    revealNext(term) {
      const turn = shown.get(term.key) ?? 0;
      shown.set(term.key, turn + 1);
      const frame = frameAt(term, turn % term.count);
      const [frameId] = [...frames].find(([, terms]) => terms.frame === frame) ?? [];
      if (frame === undefined || frameId === undefined) return;
      ports.post(frameId, { type: 'reveal-next', frame, key: term.key } satisfies RevealNext);
    },
  };
}

/** Asks all frames of a tab for their lit terms, and tells of them as they answer, until the signal aborts. */
export function askTabTerms(tabId: number, onTerms: (tab: TabTerms) => void, signal: AbortSignal): void {
  const frames = new Map<string, FrameTerms>();
  const port = browser.tabs.connect(tabId, { name: PAGE_TERMS_PORTS.counted });
  port.onMessage.addListener((message: unknown) => {
    const terms = message as FrameTerms;
    frames.set(terms.frame, terms);
    onTerms(toTabTerms([...frames.values()]));
  });
  signal.addEventListener('abort', () => port.disconnect());
}

function toTabTerms(frames: readonly FrameTerms[]): TabTerms {
  return {
    terms: mergeFrames(frames),
    cost: frames.reduce((sum, { cost }) => sum + cost, 0),
    isPdf: frames.some(({ isTop, isPdf }) => isTop && isPdf),
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
