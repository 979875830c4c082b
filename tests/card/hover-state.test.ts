import { describe, expect, it } from 'vitest';
import {
  type HoverEvent,
  type HoverState,
  INITIAL_HOVER_STATE,
  nextHoverState,
} from '../../entrypoints/card/hover-state.ts';

type State = HoverState<string>;
type Event = HoverEvent<string>;

const over = (target: string | null): Event => ({ type: 'moved', over: target, card: 'none' });
const ON_CARD: Event = { type: 'moved', over: null, card: 'onto' };
const towardsCard = (target: string | null): Event => ({ type: 'moved', over: target, card: 'towards' });
const dwelled = ({ dwellToken }: State): Event => ({ type: 'dwell-ended', token: dwellToken });
const graceOver = (state: State): Event => ({
  type: 'grace-ended',
  token: state.status === 'leaving' ? state.graceToken : -1,
});

/** The state after a story; a function is given the state so far. */
function stateAfter(...story: (Event | ((state: State) => Event))[]): State {
  return story.reduce<State>(
    (state, event) => nextHoverState(state, typeof event === 'function' ? event(state) : event),
    INITIAL_HOVER_STATE,
  );
}

describe('opening', () => {
  it('opens the target that the pointer has rested on', () => {
    expect(stateAfter(over('SaaS'), dwelled)).toMatchObject({ status: 'open', target: 'SaaS', by: 'pointer' });
  });

  it('does not open while the pointer passes through', () => {
    expect(stateAfter(over('SaaS'), over(null))).toMatchObject({ status: 'idle' });
  });

  it('starts the dwell anew with every movement', () => {
    const first = stateAfter(over('SaaS'));
    const moved = nextHoverState(first, over('SaaS'));
    expect(nextHoverState(moved, dwelled(first))).toBe(moved);
    expect(nextHoverState(moved, dwelled(moved))).toMatchObject({ status: 'open' });
  });

  it('passes over a dwell that ends after the pointer has gone', () => {
    const dwelling = stateAfter(over('SaaS'));
    const idle = nextHoverState(dwelling, over(null));
    expect(nextHoverState(idle, dwelled(dwelling))).toBe(idle);
  });
});

describe('leaving', () => {
  const leaving = stateAfter(over('SaaS'), dwelled, over(null));

  it('keeps the card open while the pointer is on its way to it', () => {
    expect(leaving).toMatchObject({ status: 'leaving', target: 'SaaS', next: null });
    expect(nextHoverState(leaving, ON_CARD)).toMatchObject({ status: 'open', target: 'SaaS' });
  });

  it('closes when the grace is over', () => {
    expect(nextHoverState(leaving, graceOver(leaving))).toMatchObject({ status: 'idle' });
  });

  it('does not start the grace anew with every movement outside', () => {
    const later = nextHoverState(nextHoverState(leaving, over(null)), over(null));
    expect(nextHoverState(later, graceOver(leaving))).toMatchObject({ status: 'idle' });
  });

  it('waits on while the pointer comes nearer to the card, also over another target', () => {
    const nearer = nextHoverState(nextHoverState(leaving, towardsCard(null)), towardsCard('PaaS'));
    expect(nextHoverState(nearer, graceOver(leaving))).toBe(nearer);
    expect(nextHoverState(nearer, ON_CARD)).toMatchObject({ status: 'open', target: 'SaaS' });
    const away = nextHoverState(nearer, over(null));
    expect(nextHoverState(away, graceOver(nearer))).toMatchObject({ status: 'idle' });
  });

  it('makes the wait for the next target shorter, until the pointer has left that one too', () => {
    const onNext = nextHoverState(leaving, over('PaaS'));
    const dwelling = nextHoverState(onNext, graceOver(onNext));
    expect(nextHoverState(dwelling, over('PaaS'))).toMatchObject({ status: 'dwelling', fromCard: true });
    const back = nextHoverState(nextHoverState(dwelling, over(null)), over('PaaS'));
    expect(back).toMatchObject({ status: 'dwelling', fromCard: false });
  });

  it('passes over a grace that ends after the pointer has come back', () => {
    const back = nextHoverState(leaving, over('SaaS'));
    expect(nextHoverState(back, graceOver(leaving))).toBe(back);
  });

  it('opens another target that the pointer rests on, before or after the grace', () => {
    const onNext = nextHoverState(leaving, over('PaaS'));
    expect(nextHoverState(onNext, dwelled(onNext))).toMatchObject({ status: 'open', target: 'PaaS' });
    const graceless = nextHoverState(onNext, graceOver(onNext));
    expect(graceless).toMatchObject({ status: 'dwelling', target: 'PaaS' });
    expect(nextHoverState(graceless, dwelled(onNext))).toMatchObject({ status: 'open', target: 'PaaS' });
  });
});

describe('a card opened by a key', () => {
  const opened = stateAfter({ type: 'opened', target: 'SaaS', by: 'key' });

  it('stays while the pointer moves over plain text', () => {
    expect(nextHoverState(opened, over(null))).toBe(opened);
  });

  it('gives way to another target that the pointer rests on', () => {
    const onNext = nextHoverState(opened, over('PaaS'));
    expect(nextHoverState(onNext, dwelled(onNext))).toMatchObject({ status: 'open', target: 'PaaS' });
  });
});

it('closes from every state, and stays the same when there is nothing to close', () => {
  const stories: State[] = [
    stateAfter(over('a')),
    stateAfter(over('a'), dwelled),
    stateAfter(over('a'), dwelled, over(null)),
  ];
  for (const state of stories) expect(nextHoverState(state, { type: 'closed' })).toMatchObject({ status: 'idle' });
  const idle = stateAfter();
  expect(nextHoverState(idle, { type: 'closed' })).toBe(idle);
  expect(nextHoverState(idle, over(null))).toBe(idle);
});
