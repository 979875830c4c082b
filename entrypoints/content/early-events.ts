// Hears keys and the focus before any listener of the page does, on behalf of the cards: a page that takes all keys, or
// keeps the focus in a part of it, must not take them from a card.

const TYPES = ['keydown', 'keypress', 'keyup', 'focus', 'blur', 'focusin', 'focusout'];

interface Ear {
  readonly listen: (event: Event) => void;
  hearer?: ((event: Event) => void) | undefined;
}

/** What the scripts of a document share: in the world of content scripts, which the page cannot reach. */
const PLACE = Symbol.for('termlight-ear');
const world = globalThis as { [PLACE]?: Ear };

/** Begins to listen: to be called before the page does. Where it is called again, what the page has taken away is back. */
export function openEar(): Ear {
  world[PLACE] ??= { listen: (event) => world[PLACE]?.hearer?.(event) };
  for (const type of TYPES) window.addEventListener(type, world[PLACE].listen, true);
  return world[PLACE];
}

/** Has all keys and changes of the focus told first to one hearer, until the signal aborts. */
export function hearFirst(hearer: (event: Event) => void, signal: AbortSignal): void {
  const ear = openEar();
  ear.hearer = hearer;
  signal.addEventListener('abort', () => {
    if (ear.hearer === hearer) ear.hearer = undefined;
  });
}
