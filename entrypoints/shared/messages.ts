// The one typed map of messages between contexts, and who may send each.
import { browser } from 'wxt/browser';
import type { Fault } from '../../glossary/faults.ts';
import type { Term, TermKey } from '../../glossary/model.ts';
import type { DraftFaults, TermDraft } from '../../glossary/term-draft.ts';
import type { PanelView } from './side-panel.ts';

/** The sender learns only that it is done. */
type NoResult = unknown;

/** What a key of the reader's does on a page. */
export type WalkAction = 'next' | 'previous' | 'open';

/** What is said after the key that switches a site on or off. */
export type SiteSaying = 'announceSiteOn' | 'announceSiteOff';

/** A term whose card has opened. */
export interface OpenedTerm {
  readonly term: TermKey;
  /** The text around it. */
  readonly text: string;
  /** Where it begins in the text (UTF-16). */
  readonly at: number;
}

/** A term that was chosen in a list, beside a tab. */
export interface ChosenTerm {
  readonly term: TermKey;
  readonly tabId: number;
}

/** What a reader has typed about a term of their own. */
export interface TermToPut {
  readonly draft: TermDraft;
  /** BCP 47 tag of the language of its definition. */
  readonly language: string;
  /** Of the term that it changes; a new one has none yet. */
  readonly key?: TermKey | undefined;
}

/** The key of the term that was stored, and what it was before, or why none was: what is wrong by field, and what the format does not allow. */
export type TermAnswer =
  | { readonly ok: true; readonly key: TermKey; readonly earlier?: EarlierTerm }
  | { readonly ok: false; readonly faults: DraftFaults; readonly termFaults: readonly Fault[] };

/** A term before it was changed or deleted, its place among the others, and the note that was deleted with it; else empty. */
export interface EarlierTerm {
  readonly term: Term;
  readonly place: number;
  readonly note: string;
}

/** Message name to its data and its result. */
interface MessageMap {
  /** A reader asked for all quotations of a term, or what a text means. Resolves to where that was opened. */
  openSidePanel: { data: PanelView; result: 'panel' | 'window' | 'tab' };
  /** A reader asked for the options page. */
  openOptions: { data: Record<string, never>; result: NoResult };
  /** Something is lit in a frame: the code of cards is to be loaded there. Rejects where the browser does not. */
  loadCards: { data: Record<string, never>; result: NoResult };
  /** A frame has more or fewer terms lit than when it last said so. */
  termsChanged: { data: Record<string, never>; result: NoResult };
  /** A reader switched a site on or off. */
  switchSite: { data: { site: string; on: boolean }; result: NoResult };
  /** A reader has opened the card of a term. */
  termOpened: { data: OpenedTerm; result: NoResult };
  /** A reader has chosen a term in a list of the popup or the panel. */
  termChosen: { data: ChosenTerm; result: NoResult };
  /** A reader pauses Termlight everywhere, until a time in milliseconds since 1970 or the browser's next start, or ends that. */
  pause: { data: { until: number | 'restart' | null }; result: NoResult };
  /** A reader adds a term of their own, or changes one. Rejects where the browser cannot write. */
  putTerm: { data: TermToPut; result: TermAnswer };
  /** A reader deletes such a term, or takes back that it was deleted or changed. */
  deleteTerm: { data: { key: TermKey }; result: EarlierTerm };
  restoreTerm: { data: EarlierTerm; result: NoResult };
  /** A reader says that a term is known, or takes that back. */
  knowTerm: { data: { term: TermKey; known: boolean }; result: NoResult };
  /** A reader says that a term means something else on a site, or takes that back. */
  rejectMeaning: { data: { site: string; term: TermKey; rejected: boolean }; result: NoResult };
  /** Asks which key opens the sidebar, as the browser writes it; empty if none does. Firefox only. */
  sidebarKey: { data: Record<string, never>; result: string };
  /** The next or previous term of the page, or the card of what is selected or current; sent to every frame of a tab. */
  walkTerms: { data: { action: WalkAction }; result: NoResult };
  /** What a key has done is to be said to screen readers; sent to every frame of a tab. */
  announce: { data: { saying: SiteSaying }; result: NoResult };
}

export type MessageName = keyof MessageMap;
type MessageData<N extends MessageName> = MessageMap[N]['data'];
type MessageResult<N extends MessageName> = MessageMap[N]['result'];

/** The contexts a message may come from: our content scripts, or our own pages and background. */
export type SenderContext = 'content' | 'extension';

/** What content scripts may send; the extension's own pages may send anything. */
const FROM_CONTENT: readonly MessageName[] = [
  'openSidePanel',
  'openOptions',
  'loadCards',
  'termsChanged',
  'switchSite',
  'termOpened',
  'knowTerm',
  'rejectMeaning',
  'sidebarKey',
];

interface Envelope<N extends MessageName> {
  readonly name: N;
  readonly data: MessageData<N>;
}

/** What the browser says about a sender; no part of it can be forged by a page. */
export interface MessageSender {
  readonly id?: string;
  readonly url?: string;
  readonly frameId?: number;
  /** Chromium's own, which also names a page that is prepared before it is shown. */
  readonly documentId?: string;
  readonly tab?: {
    readonly id?: number | undefined;
    readonly windowId?: number | undefined;
    readonly url?: string | undefined;
    readonly title?: string | undefined;
    readonly incognito?: boolean | undefined;
  };
}

type MessageListeners = {
  [N in MessageName]?: (data: MessageData<N>, sender: MessageSender) => MessageResult<N> | Promise<MessageResult<N>>;
};

/** Sends to the extension's own pages and background. Rejects if nobody listens or the extension is gone. */
export async function sendMessage<N extends MessageName>(name: N, data: MessageData<N>): Promise<MessageResult<N>> {
  return (await browser.runtime.sendMessage({ name, data } satisfies Envelope<N>)) as MessageResult<N>;
}

/** Sends to all frames of a tab; a tab without our content script is passed over in silence. */
export async function sendToTab<N extends MessageName>(tabId: number, name: N, data: MessageData<N>): Promise<void> {
  await browser.tabs.sendMessage(tabId, { name, data } satisfies Envelope<N>).catch(() => undefined);
}

/** Where a message came from, or `null` if it is not one of ours. */
export function senderContext(sender: MessageSender): SenderContext | null {
  if (sender.id !== browser.runtime.id) return null;
  const ownOrigin = browser.runtime.getURL('/');
  if (sender.url?.startsWith(ownOrigin)) return 'extension';
  return sender.tab ? 'content' : 'extension';
}

/** Listens to the named messages until the signal aborts. All others, and all senders not allowed, are passed over. */
export function onMessages(listeners: MessageListeners, signal?: AbortSignal): void {
  const listen = (message: unknown, sender: MessageSender) => {
    if (!isEnvelope(message, listeners)) return undefined;
    const context = senderContext(sender);
    if (context !== 'extension' && !(context && FROM_CONTENT.includes(message.name))) return undefined;
    const listener = listeners[message.name] as (data: unknown, sender: MessageSender) => unknown;
    return Promise.resolve(listener(message.data, sender));
  };
  // The polyfill takes a returned promise as the answer; chrome's types know only sendResponse.
  browser.runtime.onMessage.addListener(listen as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
  signal?.addEventListener('abort', () => {
    browser.runtime?.onMessage?.removeListener(
      listen as Parameters<typeof browser.runtime.onMessage.removeListener>[0],
    );
  });
}

function isEnvelope(message: unknown, listeners: MessageListeners): message is Envelope<MessageName> {
  return (
    typeof message === 'object' &&
    message !== null &&
    'name' in message &&
    typeof message.name === 'string' &&
    Object.hasOwn(listeners, message.name) &&
    'data' in message &&
    typeof message.data === 'object'
  );
}
