// Opens, pins and closes cards: one that follows the pointer, and those that the reader has pinned.
import { render } from 'preact';
import { createText, TextProvider, type TextSource } from '../../components/text.tsx';
import type { TermKey } from '../../glossary/model.ts';
import { hearFirst } from '../content/early-events.ts';
import { focusedElement } from '../content/focused-element.ts';
import { isExtensionAlive } from '../content/lifetime.ts';
import type { Occurrence } from '../content/occurrences.ts';
import { readTerm, type TermReading } from '../shared/glossaries.ts';
import { type Announcer, summaryOf } from './announcer.ts';
import { keyMove, watchDrag, watchSwipe } from './card-drag.ts';
import type { CardHost } from './card-host.ts';
import { placeCard } from './card-place.ts';
import { CardView } from './card-view.tsx';
import type { CardOpening } from './hover.ts';

/** Below this confidence a card says that its word may mean something else: about three chances in four. */
const CLOSE_CONFIDENCE = 0.5;

/** px; a frame lower than this has no room for a card: the side panel explains its terms. */
const LEAST_HEIGHT = 120;

/** What cards need to know. */
export interface CardsOptions {
  readonly host: CardHost;
  readonly announcer: Announcer;
  /** Asked for whenever a card is painted. */
  readonly texts: () => TextSource;
  readonly site: string;
  readonly labelOf: (key: TermKey) => string | undefined;
  /** A card was closed by the reader, or pinned: the pointer no longer governs it. */
  readonly onReleased: () => void;
  readonly signal: AbortSignal;
}

/** The cards of a document. */
export interface Cards {
  /** Reads a term's texts ahead of its card. */
  prefetch(key: TermKey): void;
  open(occurrence: Occurrence, options: CardOpening): Promise<void>;
  /** Closes the card that follows the pointer. */
  close(): void;
  /** Paints the open cards anew: the reader may want terms explained in another language. */
  repaint(): void;
  contains(event: Event): boolean;
  /** How far a point of the viewport is from the card that follows the pointer, in CSS pixels; infinitely without one. */
  distanceTo(x: number, y: number): number;
}

interface OpenCard {
  readonly place: HTMLElement;
  pinned: boolean;
  paint(): void;
  close(): void;
  /** Closes it as the reader wishes. */
  dismiss(): void;
  /** Moves it by so much, in CSS pixels; one that is not pinned, or a sheet, stays. Whether it may be moved. */
  moveBy(x: number, y: number): boolean;
}

/** Prepares the cards of a document; nothing is added to the page before one opens. */
export function createCards(options: CardsOptions): Cards {
  const { host, signal } = options;
  const cards: OpenCard[] = [];
  let prefetched: { key: TermKey; reading: Promise<TermReading | null> } | undefined;
  let openToken = 0;
  let topmost = 0;

  const read = (key: TermKey): Promise<TermReading | null> => {
    if (prefetched?.key !== key) prefetched = { key, reading: readTerm(key).catch(() => null) };
    return prefetched.reading;
  };

  /** Puts a card above the others; it is the one that Escape closes. */
  const raise = (card: OpenCard) => {
    cards.push(...cards.splice(cards.indexOf(card), 1));
    card.place.style.zIndex = String(++topmost);
  };

  const show = (occurrence: Occurrence, reading: TermReading | null, opening: CardOpening) => {
    const { takesFocus, isSheet } = opening;
    const returnFocus = host.focused() ?? focusedElement();
    const place = host.addPlace(occurrence.range.startContainer);
    if (isSheet) place.classList.add('sheet');
    const paint = () =>
      render(
        <TextProvider source={options.texts()}>
          <CardView
            reading={reading}
            label={occurrence.label}
            because={otherWords(occurrence)}
            isClose={occurrence.confidence < CLOSE_CONFIDENCE}
            site={options.site}
            pinned={card.pinned}
            isSheet={Boolean(isSheet)}
            labelOf={options.labelOf}
            onTogglePin={() => {
              card.pinned = !card.pinned;
              placed.moveBy(0, 0); // what is pinned stays where it is, and the page scrolls beneath it
              paint();
              options.onReleased();
            }}
            onClose={card.dismiss}
          />
        </TextProvider>,
        place,
      );
    const card: OpenCard = {
      place,
      pinned: false,
      paint,
      close() {
        const hadFocus = place.contains(host.focused());
        cards.splice(cards.indexOf(card), 1);
        placed.release();
        render(null, place);
        host.removePlace(place);
        if (hadFocus && isFocusable(returnFocus)) returnFocus.focus({ preventScroll: true });
      },
      dismiss() {
        card.close();
        if (!card.pinned) options.onReleased();
      },
      moveBy(x, y) {
        const canMove = card.pinned && !isSheet;
        if (canMove) placed.moveBy(x, y);
        return canMove;
      },
    };
    cards.push(card);
    raise(card);
    paint();
    const placed = placeCard(place, occurrence, {
      ...opening,
      onPlaced() {
        if (takesFocus) place.querySelector<HTMLElement>('[role="dialog"]')?.focus({ preventScroll: true });
      },
    });
    if (isSheet) watchSwipe(place, card.dismiss);
    else watchDrag(place, placed.moveBy, () => card.pinned);
    if (!takesFocus) {
      const summary = summaryOf(reading, occurrence.label, createText(options.texts()));
      options.announcer.say(summary, occurrence.range.startContainer);
    }
    place.addEventListener('pointerdown', () => raise(card));
  };

  const closeUnpinned = () => {
    openToken++;
    for (const card of cards.filter(({ pinned }) => !pinned)) card.close();
  };

  const hearKey = (event: KeyboardEvent, card: OpenCard | undefined) => {
    const top = cards.at(-1);
    if (event.key === 'Escape' && top && !event.isComposing) {
      event.preventDefault();
      event.stopImmediatePropagation();
      top.dismiss();
    }
    const by = keyMove(event);
    const scrolls = host.focused()?.closest('.card-body');
    if (by && !scrolls && card?.moveBy(by.x, by.y)) event.preventDefault();
  };
  /** Keys and the focus in a card are not the page's. Shift is, for it says what the pointer means. */
  const hear = (event: Event) => {
    if (!event.isTrusted) return;
    const card = host.contains(event) ? cards.find(({ place }) => place.contains(host.focused())) : undefined;
    const isKey = event instanceof KeyboardEvent;
    if (isKey && event.type === 'keydown') hearKey(event, card);
    if (event.type === 'focusin' && card) raise(card);
    if (host.contains(event) && !(isKey && event.key === 'Shift')) event.stopImmediatePropagation();
  };
  hearFirst(hear, signal);
  signal.addEventListener('abort', () => {
    for (const card of [...cards]) card.close();
    host.leave();
  });

  return {
    prefetch: (key) => void read(key),
    async open(occurrence, openOptions) {
      closeUnpinned();
      if (innerHeight < LEAST_HEIGHT) return;
      const token = openToken;
      const reading = await read(occurrence.key);
      prefetched = undefined; // the next card may have another note
      if (token === openToken && !signal.aborted && isExtensionAlive()) show(occurrence, reading, openOptions);
    },
    close: closeUnpinned,
    repaint() {
      for (const card of cards) card.paint();
    },
    contains: (event) => host.contains(event),
    distanceTo(x, y) {
      const card = cards.find(({ pinned }) => !pinned);
      if (!card) return Number.POSITIVE_INFINITY;
      const { left, right, top, bottom } = card.place.getBoundingClientRect();
      return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    },
  };
}

/** What decided about the sense, without the word itself, which belongs to the glossary's field. */
function otherWords({ because, text, label }: Occurrence): readonly string[] {
  const own = [text, label].map((name) => name.toLowerCase());
  return because.filter((word) => !own.includes(word.toLowerCase()));
}

/** Elements of HTML, SVG and MathML. */
function isFocusable(element: Element | null): element is Element & HTMLOrSVGElement {
  return element !== null && 'focus' in element;
}
