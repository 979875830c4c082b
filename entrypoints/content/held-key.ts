// Tells when the reader holds the key that finds what is not lit: Shift, alone.

/** Held so long it is not pressed for a capital. */
const HELD_MS = 200;
const KEY = 'Shift';

/** The watch. */
export interface HeldKey {
  /** The pointer's last movement. */
  readonly pointer: PointerEvent | null;
}

/** What the watch tells. */
export interface HeldKeyListeners {
  /** The key is held; the pointer was last seen there, if anywhere. */
  onHeld(pointer: PointerEvent | null): void;
  /** The pointer moves while the key is held. */
  onMove(pointer: PointerEvent): void;
  onReleased(): void;
}

/**
 * Watches the key until the signal aborts. A frame that has not the focus hears no keys: there the pointer tells. With
 * another key, or a button of the mouse, it means something else until it is let go.
 */
export function watchHeldKey({ onHeld, onMove, onReleased }: HeldKeyListeners, signal: AbortSignal): HeldKey {
  let state: 'up' | 'down' | 'held' | 'passed-over' = 'up';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pointer: PointerEvent | null = null;

  const goTo = (next: typeof state) => {
    clearTimeout(timer);
    if (state === 'held' && next !== 'held') onReleased();
    state = next;
  };
  const press = () => {
    if (state !== 'up') return;
    goTo('down');
    timer = setTimeout(() => {
      goTo('held');
      onHeld(pointer);
    }, HELD_MS);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.repeat) return;
    if (event.key === KEY && !event.ctrlKey && !event.altKey && !event.metaKey) press();
    else if (state !== 'up') goTo('passed-over');
  };
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.isTrusted && event.key === KEY) goTo('up');
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    pointer = event;
    if (!event.shiftKey) goTo('up');
    else if (event.buttons) goTo('passed-over');
    else if (state === 'held') onMove(event);
    else press();
  };
  // The pointer has left this frame, which without the focus does not hear that the key is let go, either.
  const onPointerOut = ({ isTrusted, relatedTarget }: PointerEvent) => {
    if (isTrusted && !relatedTarget && !document.hasFocus()) goTo('up');
  };

  const listening = { signal, passive: true, capture: true };
  window.addEventListener('keydown', onKeyDown, listening);
  window.addEventListener('keyup', onKeyUp, listening);
  window.addEventListener('pointermove', onPointerMove, listening);
  window.addEventListener('pointerout', onPointerOut, listening);
  window.addEventListener('blur', () => goTo('up'), { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    get pointer() {
      return pointer;
    },
  };
}
