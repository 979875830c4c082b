// Has the browser load the code of cards into this document once something is lit in it: most pages never need any.
import type { TermKey } from '../../glossary/model.ts';
import { type SiteSaying, sendMessage } from '../shared/messages.ts';
import type { CardOpeningSetting, DefinitionLanguage } from '../shared/settings.ts';
import type { Occurrence } from './occurrences.ts';

/** What cards need of the page. */
export interface CardOptions {
  /** The page's site; empty where it has none. */
  readonly site: string;
  readonly labelOf: (key: TermKey) => string | undefined;
  /** How the reader wants cards to open. */
  readonly cardOpening: () => CardOpeningSetting;
  /** The language that the reader wants terms explained in. */
  readonly definitions: () => DefinitionLanguage;
  /** The occurrences of wanted terms that can be seen now. */
  readonly near: () => Iterable<Occurrence>;
  /** Whether it takes the held key, beside the pointer, to open the card of an occurrence or another term. */
  readonly isUnlit: (occurrence: Occurrence) => boolean;
  /** The term at the pointer's place that is no occurrence of a wanted one: its level is not lit, it is known, or means something else. */
  readonly unlitAt: (event: PointerEvent) => Occurrence | null;
  /** The pointer has come to an occurrence or left it. */
  readonly onOver: (occurrence: Occurrence | null) => void;
  /** The pointer's last movement while the code of cards was on its way. */
  readonly lastMove: PointerEvent | null;
  /** The last click or tap meanwhile. */
  readonly lastClick: PointerEvent | null;
  readonly signal: AbortSignal;
}

/** The cards of a document, and the pointer and keys that open them. */
export interface CardOpener {
  /** Scrolls an occurrence, or the summary that it is folded away under, to the middle of what it stands in. */
  reveal(occurrence: Occurrence): void;
  /** Opens the card of an occurrence at once, for the keyboard, and brings it into view where it is not. */
  open(occurrence: Occurrence): void;
  /** Opens the card of what is at the pointer's place, lit or not. */
  openAt(pointer: PointerEvent): void;
  /** Paints the open cards anew: the reader may want terms explained in another language. */
  repaint(): void;
  /** Says to screen readers which occurrence the keys have come to, and its place (from 1) among how many; `null`: to none. */
  announceStep(occurrence: Occurrence | null, place: number, count: number): void;
}

/** What the code of cards brings. */
export interface CardCode {
  /** Starts cards, until the signal aborts. */
  start(options: CardOptions): CardOpener;
  /** Says to screen readers what a key of the reader's has done. */
  announce(saying: SiteSaying): void;
}

/** Where that code leaves it: in the world of content scripts, which the page cannot reach. */
const PLACE = Symbol.for('termlight-cards');
const world = globalThis as { [PLACE]?: CardCode };

/** Called by the code of cards when it has been loaded. */
export function bringCards(code: CardCode): void {
  world[PLACE] = code;
}

let loading: Promise<CardCode | undefined> | undefined;

/** The code of cards, loaded at most once. `undefined` where the browser loads none; then it may be asked for again. */
export async function loadCardCode(): Promise<CardCode | undefined> {
  loading ??= sendMessage('loadCards', {}).then(
    () => world[PLACE],
    () => world[PLACE], // a page of the extension brings them by itself
  );
  const code = await loading;
  if (!code) loading = undefined;
  return code;
}

/** The cards of a session, which are there once they have been asked for. */
export interface CardLoader {
  /** Loads and starts them, once. `undefined` where the browser loads none, or after the session's end. */
  load(): Promise<CardOpener | undefined>;
  /** Paints those that are open anew. */
  repaint(): void;
  readonly isAsked: boolean;
}

/** What cards are started with, but for what happens while their code is on its way. */
export interface CardLoaderOptions extends Omit<CardOptions, 'lastMove' | 'lastClick'> {
  /** The pointer's last movement. */
  readonly lastMove: () => PointerEvent | null;
}

/** Loads nothing before it is asked to. */
export function createCardLoader({ lastMove, ...options }: CardLoaderOptions): CardLoader {
  const { signal } = options;
  let opener: Promise<CardOpener | undefined> | undefined;
  let started: CardOpener | undefined;
  let isWanted = false;

  const start = async () => {
    const begin = performance.now();
    const loaded = new AbortController();
    let lastClick: PointerEvent | null = null;
    const keepClick = (event: PointerEvent) => {
      lastClick = event;
    };
    window.addEventListener('click', keepClick, { signal: loaded.signal, passive: true, capture: true });
    const code = await loadCardCode();
    loaded.abort();
    if (!code) opener = undefined; // asked for again with what is lit next
    if (signal.aborted || !code) return undefined;
    const move = lastMove();
    const isNew = move !== null && move.timeStamp > begin; // a pointer that has rested since before asks for nothing
    started ??= code.start({ ...options, lastMove: isNew ? move : null, lastClick });
    return started;
  };
  const load = () => {
    isWanted = true;
    opener ??= start();
    return opener;
  };
  // What a page has asked for is refused, or never answered, once it is in the back/forward cache.
  const askAgain = ({ persisted }: PageTransitionEvent) => {
    if (!persisted || !isWanted || started) return;
    loading = opener = undefined;
    void load();
  };
  window.addEventListener('pageshow', askAgain, { signal });
  return {
    load,
    repaint: () => started?.repaint(),
    get isAsked() {
      return opener !== undefined;
    },
  };
}
