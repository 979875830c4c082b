// What the pointer means, as a pure state machine: idle → dwelling → open → leaving → idle. No DOM, no timers.

/** `T` is what can be hovered; two values are the same target if they are `===`. */
export type HoverState<T> =
  | { readonly status: 'idle'; readonly dwellToken: number }
  /** The pointer is on a target; it opens when `dwellToken`'s time is over: sooner if it comes `fromCard`. */
  | { readonly status: 'dwelling'; readonly target: T; readonly fromCard: boolean; readonly dwellToken: number }
  /** What the pointer opened, its leaving closes; what a click, a key or a tap opened stays. */
  | { readonly status: 'open'; readonly target: T; readonly by: Opener; readonly dwellToken: number }
  /** The pointer has left; the card stays until `graceToken`'s time is over, and another target may be dwelt on. */
  | {
      readonly status: 'leaving';
      readonly target: T;
      readonly next: T | null;
      readonly dwellToken: number;
      readonly graceToken: number;
    };

/** What opened a card: the pointer by resting on a word, its click, a key, or a tap. */
export type Opener = 'pointer' | 'click' | 'key' | 'touch';

/** Where a movement leads: into the open card, nearer to it, or neither. */
export type CardMove = 'onto' | 'towards' | 'none';

/** Tokens name the wait they belong to, so that one that ends late is passed over. */
export type HoverEvent<T> =
  | { readonly type: 'moved'; readonly over: T | null; readonly card: CardMove }
  | { readonly type: 'dwell-ended'; readonly token: number }
  | { readonly type: 'grace-ended'; readonly token: number }
  | { readonly type: 'opened'; readonly target: T; readonly by: Opener }
  | { readonly type: 'closed' };

/** Where every pointer begins. */
export const INITIAL_HOVER_STATE = { status: 'idle', dwellToken: 0 } as const;

/** The state after an event; the same object if nothing changed. A new `dwellToken` starts its wait anew. */
export function nextHoverState<T>(state: HoverState<T>, event: HoverEvent<T>): HoverState<T> {
  switch (event.type) {
    case 'moved':
      return afterMove(state, event.over, event.card);
    case 'dwell-ended':
      return afterDwell(state, event.token);
    case 'grace-ended':
      return afterGrace(state, event.token);
    case 'opened':
      return { status: 'open', target: event.target, by: event.by, dwellToken: state.dwellToken + 1 };
    case 'closed':
      return state.status === 'idle' ? state : toIdle(state);
  }
}

function afterMove<T>(state: HoverState<T>, over: T | null, card: CardMove): HoverState<T> {
  const dwellToken = state.dwellToken + 1;
  if (state.status === 'idle' || state.status === 'dwelling') {
    const fromCard = state.status === 'dwelling' && state.fromCard;
    if (over !== null) return { status: 'dwelling', target: over, fromCard, dwellToken };
    return state.status === 'idle' ? state : toIdle(state);
  }
  if (card === 'onto' || over === state.target) {
    return state.status === 'open' ? state : { status: 'open', target: state.target, by: 'pointer', dwellToken };
  }
  if (state.status === 'leaving') {
    return { ...state, next: over, dwellToken, ...(card === 'towards' && { graceToken: dwellToken }) };
  }
  if (state.by !== 'pointer' && over === null) return state;
  return { status: 'leaving', target: state.target, next: over, dwellToken, graceToken: dwellToken };
}

function afterDwell<T>(state: HoverState<T>, token: number): HoverState<T> {
  if (state.status === 'idle' || state.dwellToken !== token) return state;
  const target = state.status === 'dwelling' ? state.target : state.status === 'leaving' ? state.next : null;
  return target === null ? state : { status: 'open', target, by: 'pointer', dwellToken: token };
}

function afterGrace<T>(state: HoverState<T>, token: number): HoverState<T> {
  if (state.status !== 'leaving' || state.graceToken !== token) return state;
  const { next, dwellToken } = state;
  return next === null ? toIdle(state) : { status: 'dwelling', target: next, fromCard: true, dwellToken };
}

function toIdle<T>(state: HoverState<T>): HoverState<T> {
  return { status: 'idle', dwellToken: state.dwellToken + 1 };
}
