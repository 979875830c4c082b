// Feeds pointer, taps, keys and timers to the hover state machine, and opens and closes the card as it says.
import { type HoverEvent, type HoverState, INITIAL_HOVER_STATE, nextHoverState } from './hover-state.ts';
import { isOnControl, occurrenceAt } from './occurrence-at.ts';
import type { Occurrence } from './occurrences.ts';

const DWELL_MS = 250; // from the pointer's last movement; shorter opens cards on the way through
const GRACE_MS = 300; // time to reach the card

/** What the hover works on. */
export interface HoverOptions {
  /** The occurrences that are painted now: only what can be seen can be hovered. */
  readonly painted: () => Iterable<Occurrence>;
  readonly isOnCard: (event: Event) => boolean;
  /** The pointer has come to an occurrence or left it: glow, and fetch what a card will need. */
  readonly onOver: (occurrence: Occurrence | null) => void;
  readonly onOpen: (occurrence: Occurrence, opening: CardOpening) => void;
  readonly onClose: () => void;
  readonly signal: AbortSignal;
}

/** How a card is opened: by the pointer, at its place in the viewport (CSS pixels), by a key, or by a tap. */
export interface CardOpening {
  /** At the bottom of the screen, for fingers, instead of beside the word. */
  readonly isSheet?: boolean;
  readonly pointer?: { readonly x: number; readonly y: number };
  /** Moves the focus into the card, and back where it was when the card closes. */
  readonly takesFocus: boolean;
}

/** The hover of one document. */
export interface Hover {
  /** Opens the card of an occurrence at once, for the keyboard. */
  open(occurrence: Occurrence): void;
  /** The card was closed by other means. */
  closed(): void;
}

/** Starts to listen to the reader. Events that a page makes up are passed over. */
export function createHover(options: HoverOptions): Hover {
  const { signal } = options;
  let state: HoverState<Occurrence> = INITIAL_HOVER_STATE;
  let dwellTimer: ReturnType<typeof setTimeout> | undefined;
  let graceTimer: ReturnType<typeof setTimeout> | undefined;
  let pending: PointerEvent | null = null;
  let pointer = { x: 0, y: 0, movedAt: 0 };

  const dispatch = (event: HoverEvent<Occurrence>) => {
    const before = state;
    state = nextHoverState(state, event);
    if (state !== before) act(before, state);
  };

  const act = (before: HoverState<Occurrence>, after: HoverState<Occurrence>) => {
    clearTimeout(dwellTimer);
    const token = after.dwellToken;
    if (after.status === 'dwelling' || (after.status === 'leaving' && after.next)) {
      const waitedMs = performance.now() - pointer.movedAt; // a movement is read in the next frame
      dwellTimer = setTimeout(dispatch, DWELL_MS - waitedMs, { type: 'dwell-ended', token });
    }
    const graceToken = graceTokenOf(after);
    if (graceToken !== graceTokenOf(before)) {
      clearTimeout(graceTimer);
      if (graceToken !== null) graceTimer = setTimeout(dispatch, GRACE_MS, { type: 'grace-ended', token: graceToken });
    }
    const shown = shownTarget(after);
    if (shown !== shownTarget(before)) {
      if (shown && after.status === 'open')
        options.onOpen(
          shown,
          after.by === 'pointer' ? { pointer, takesFocus: false } : { takesFocus: true, isSheet: after.by === 'touch' },
        );
      else options.onClose();
    }
    if (pointedAt(after) !== pointedAt(before)) options.onOver(pointedAt(after));
  };

  const readPointer = () => {
    const event = pending;
    pending = null;
    if (!event || signal.aborted) return;
    pointer = { x: event.clientX, y: event.clientY, movedAt: event.timeStamp };
    const onCard = options.isOnCard(event);
    dispatch({ type: 'moved', over: onCard ? null : occurrenceAt(event, options.painted()), onCard });
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    if (!pending) requestAnimationFrame(readPointer);
    pending = event;
  };
  const closeUnlessOnCard = (event: PointerEvent) => {
    if (!event.isTrusted || options.isOnCard(event)) return;
    dispatch({ type: 'closed' });
    options.onClose(); // also a card that the reader has taken the pin off
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') closeUnlessOnCard(event);
  };
  // A finger that scrolls or presses long makes no click: only a tap does.
  const onTap = (event: PointerEvent) => {
    if (event.pointerType !== 'touch' || !event.isTrusted || options.isOnCard(event)) return;
    const target = isOnControl(event) ? null : occurrenceAt(event, options.painted());
    if (target) dispatch({ type: 'opened', target, by: 'touch' });
    else closeUnlessOnCard(event);
  };
  const onLeave = (event: PointerEvent) => {
    if (event.isTrusted && !event.relatedTarget) dispatch({ type: 'moved', over: null, onCard: false });
  };

  const listening = { signal, passive: true, capture: true };
  window.addEventListener('pointermove', onPointerMove, listening);
  window.addEventListener('pointerdown', onPointerDown, listening);
  window.addEventListener('click', onTap, listening);
  window.addEventListener('pointerout', onLeave, listening);
  signal.addEventListener('abort', () => {
    clearTimeout(dwellTimer);
    clearTimeout(graceTimer);
  });

  return {
    open: (target) => dispatch({ type: 'opened', target, by: 'key' }),
    closed: () => dispatch({ type: 'closed' }),
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
