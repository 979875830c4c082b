// Feeds pointer, taps, keys and timers to the hover state machine, and opens and closes the card as it says.

import type { CardOpener, CardOptions } from '../content/card-loader.ts';
import { isAt, type Occurrence } from '../content/occurrences.ts';
import type { Point } from './card-position.ts';
import {
  type CardMove,
  type HoverEvent,
  type HoverState,
  INITIAL_HOVER_STATE,
  nextHoverState,
  type Opener,
} from './hover-state.ts';
import { isOnControl, occurrenceAt } from './occurrence-at.ts';

/** From the pointer's last movement; shorter opens cards on the way through. With a key, time to type a capital. */
const DWELL_MS = { quick: 100, normal: 250, calm: 400, key: 200, click: 0 };
const NEXT_DWELL_MS = 100; // from one card to the next: the reader has shown that cards are wanted
const GRACE_MS = 300; // time to reach the card, or to come nearer to it
/** The one that does nothing by itself in any browser: Alt opens Firefox's menus, Ctrl zooms and, on a Mac, clicks. */
const OPENING_KEY = 'Shift';
const TOWARDS_CARD = 0.5; // of a movement that brings the card nearer by half of its length: 60° to either side

/** What the hover works on. */
export interface HoverOptions
  extends Pick<CardOptions, 'cardOpening' | 'near' | 'isUnlit' | 'unlitAt' | 'lastMove' | 'lastClick' | 'signal'> {
  /** Whether an event happened in any card, pinned or not. */
  readonly isOnCard: (event: Event) => boolean;
  /** How far a point of the viewport is from the card that the pointer has opened, in CSS pixels; infinitely without one. */
  readonly distanceToCard: (x: number, y: number) => number;
  /** The pointer has come to an occurrence or left it: glow, and fetch what a card will need. */
  readonly onOver: (occurrence: Occurrence | null) => void;
  readonly onOpen: (occurrence: Occurrence, opening: CardOpening) => void;
  readonly onClose: () => void;
}

/** How a card is opened: by the pointer or its click, at its place in the viewport (CSS pixels), by a key, or by a tap. */
export interface CardOpening {
  /** At the bottom of the screen, for fingers, instead of beside the word. */
  readonly isSheet?: boolean;
  readonly pointer?: Point;
  /** Moves the focus into the card, and back where it was when the card closes. */
  readonly takesFocus: boolean;
}

/** The hover of one document. */
export interface Hover extends Pick<CardOpener, 'open' | 'openAt'> {
  /** The card was closed by other means. */
  closed(): void;
}

/** Starts to listen to the reader. Events that a page makes up are passed over. */
export function createHover(options: HoverOptions): Hover {
  const { isUnlit, signal } = options;
  let state: HoverState<Occurrence> = INITIAL_HOVER_STATE;
  let dwellTimer: ReturnType<typeof setTimeout> | undefined;
  let graceTimer: ReturnType<typeof setTimeout> | undefined;
  let pending: PointerEvent | null = null;
  let pointer = { x: 0, y: 0, movedAt: 0 };
  let hovered: Occurrence | null = null;
  let glowing: Occurrence | null = null;
  /** Another key is pressed: Shift is held for a capital. */
  let isTyping = false;
  /** A word whose card the reader has closed, or that was clicked, is read past until the pointer has left it. */
  let dismissed: Occurrence | null = null;

  const dispatch = (event: HoverEvent<Occurrence>) => {
    const before = state;
    state = nextHoverState(state, event);
    if (state !== before) act(before, state);
  };

  const glow = (occurrence: Occurrence | null) => {
    if (glowing !== occurrence) options.onOver(occurrence);
    glowing = occurrence;
  };

  const close = () => {
    dismissed = pointedAt(state);
    dispatch({ type: 'closed' });
  };

  const act = (before: HoverState<Occurrence>, after: HoverState<Occurrence>) => {
    clearTimeout(dwellTimer);
    const token = after.dwellToken;
    if (after.status === 'dwelling' || (after.status === 'leaving' && after.next)) {
      const waitedMs = performance.now() - pointer.movedAt; // a movement is read in the next frame
      const opening = isUnlit(pointedAt(after) as Occurrence) ? 'key' : options.cardOpening();
      const dwellMs = after.status === 'leaving' || after.fromCard ? NEXT_DWELL_MS : DWELL_MS[opening];
      dwellTimer = setTimeout(dispatch, dwellMs - waitedMs, { type: 'dwell-ended', token });
    }
    const graceToken = graceTokenOf(after);
    if (graceToken !== graceTokenOf(before)) {
      clearTimeout(graceTimer);
      if (graceToken !== null) graceTimer = setTimeout(dispatch, GRACE_MS, { type: 'grace-ended', token: graceToken });
    }
    const shown = shownTarget(after);
    if (shown !== shownTarget(before)) {
      if (shown && after.status === 'open') options.onOpen(shown, openingBy(after.by, pointer));
      else options.onClose();
    }
    if (pointedAt(after) !== pointedAt(before)) glow(pointedAt(after));
  };

  const readPointer = () => {
    const event = pending;
    pending = null;
    if (!event || signal.aborted) return;
    const card = cardMoveOf(event);
    pointer = { x: event.clientX, y: event.clientY, movedAt: event.timeStamp };
    const isHeld = event.shiftKey && !isTyping;
    hovered = options.isOnCard(event) ? null : findAt(event, isHeld);
    if (hovered !== dismissed) dismissed = null;
    if (dismissed) hovered = null;
    const opens = hovered && (hovered === shownTarget(state) || opensByPointer(hovered, isHeld));
    dispatch({ type: 'moved', over: opens ? hovered : null, card });
    glow(hovered ?? pointedAt(state));
  };
  /** What is lit at a point; with the key held also what is not. The word of the card that is shown stays so without. */
  const findAt = (event: PointerEvent, isHeld: boolean): Occurrence | null => {
    const occurrence = occurrenceAt(event, options.near());
    const shown = shownTarget(state);
    if (occurrence && (isHeld || !isUnlit(occurrence) || occurrence === shown)) return occurrence;
    if (isHeld) return options.unlitAt(event);
    return shown && isAt(shown, event.clientX, event.clientY) ? shown : null;
  };
  const opensByPointer = (occurrence: Occurrence, isHeld: boolean): boolean => {
    const opening = options.cardOpening();
    return opening === 'key' || isUnlit(occurrence) ? isHeld : opening !== 'click';
  };
  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.repeat) return;
    const isDown = event.type === 'keydown';
    isTyping = isDown && event.key !== OPENING_KEY;
    const dwelling = state.status === 'dwelling' ? state.target : null;
    const needsKey = options.cardOpening() === 'key' || (dwelling && isUnlit(dwelling));
    if (!needsKey || shownTarget(state)) return;
    pointer = { ...pointer, movedAt: event.timeStamp };
    dispatch({ type: 'moved', over: isDown && !isTyping ? hovered : null, card: 'none' });
    glow(hovered);
  };
  const cardMoveOf = (event: PointerEvent): CardMove => {
    const { clientX: x, clientY: y } = event;
    const distance = options.distanceToCard(x, y);
    if (distance === 0) return 'onto';
    const nearer = options.distanceToCard(pointer.x, pointer.y) - distance;
    return nearer > TOWARDS_CARD * Math.hypot(x - pointer.x, y - pointer.y) ? 'towards' : 'none';
  };
  const onPointerMove = (event: PointerEvent) => {
    // A pressed button selects or drags: what it passes over is not read.
    if (!event.isTrusted || event.pointerType === 'touch' || event.buttons) return;
    if (!pending) requestAnimationFrame(readPointer);
    pending = event;
  };
  const closeUnlessOnCard = (event: PointerEvent) => {
    if (!event.isTrusted || options.isOnCard(event)) return;
    close();
    options.onClose(); // also a card that the reader has taken the pin off
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    const shown = shownTarget(state);
    closeUnlessOnCard(event);
    if (event.pointerType === 'pen') dismissed = shown; // what it has come near to, its click opens
  };
  // A finger that scrolls or presses long makes no click: only a tap does.
  const onClick = (event: PointerEvent) => {
    const isTap = event.pointerType === 'touch';
    if (!event.isTrusted || options.isOnCard(event) || !(isTap || opensByClick(event))) return;
    const target = isOnControl(event) ? null : findAt(event, false);
    if (isTap && !target) closeUnlessOnCard(event);
    else if (target && (isTap || target !== dismissed)) {
      pointer = { x: event.clientX, y: event.clientY, movedAt: event.timeStamp };
      dispatch({ type: 'opened', target, by: isTap ? 'touch' : 'click' });
    }
  };
  /** A pen's always does: not every pen is seen before it touches. A click that ends a selection is no click on a word. */
  const opensByClick = ({ pointerType }: PointerEvent) =>
    (pointerType === 'pen' || options.cardOpening() === 'click') && getSelection()?.isCollapsed !== false;
  // What scrolls under a resting pointer can take it away from the card and its word, not bring it to another.
  const onScroll = () => {
    if (shownTarget(state)) requestAnimationFrame(readScrolled); // in this frame, after the card has followed its word
  };
  const readScrolled = () => {
    const shown = shownTarget(state);
    if (!shown || pending || signal.aborted) return;
    const { x, y } = pointer;
    const isThere = isAt(shown, x, y) || options.distanceToCard(x, y) === 0;
    dispatch({ type: 'moved', over: isThere ? shown : null, card: 'none' });
  };
  const onLeave = (event: PointerEvent) => {
    if (!event.isTrusted || event.relatedTarget) return;
    hovered = null;
    dispatch({ type: 'moved', over: null, card: 'none' });
    glow(pointedAt(state));
  };

  const listening = { signal, passive: true, capture: true };
  window.addEventListener('pointermove', onPointerMove, listening);
  window.addEventListener('pointerdown', onPointerDown, listening);
  window.addEventListener('click', onClick, listening);
  window.addEventListener('keydown', onKey, listening);
  window.addEventListener('keyup', onKey, listening);
  window.addEventListener('pointerout', onLeave, listening);
  window.addEventListener('scroll', onScroll, listening);
  signal.addEventListener('abort', () => {
    clearTimeout(dwellTimer);
    clearTimeout(graceTimer);
  });

  if (options.lastMove) onPointerMove(options.lastMove);
  if (options.lastClick) onClick(options.lastClick);

  return {
    openAt(event) {
      if (shownTarget(state) || signal.aborted) return;
      pointer = { x: event.clientX, y: event.clientY, movedAt: event.timeStamp };
      hovered = findAt(event, true);
      if (hovered && opensByPointer(hovered, true)) dispatch({ type: 'moved', over: hovered, card: 'none' });
    },
    open: (target) => dispatch({ type: 'opened', target, by: 'key' }),
    closed: close,
  };
}

function openingBy(by: Opener, pointer: Point): CardOpening {
  return {
    ...((by === 'pointer' || by === 'click') && { pointer }),
    takesFocus: by !== 'pointer',
    isSheet: by === 'touch',
  };
}

function graceTokenOf(state: HoverState<Occurrence>): number | null {
  return state.status === 'leaving' ? state.graceToken : null;
}

/** What the card shows in a state. */
function shownTarget(state: HoverState<Occurrence>): Occurrence | null {
  return state.status === 'open' || state.status === 'leaving' ? state.target : null;
}

/** What glows in a state. */
function pointedAt(state: HoverState<Occurrence>): Occurrence | null {
  if (state.status === 'idle') return null;
  return (state.status === 'leaving' && state.next) || state.target;
}
