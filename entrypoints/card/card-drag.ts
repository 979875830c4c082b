// Lets a pinned card be moved by its heading or the arrow keys, and a sheet be swiped away.

import type { Point } from './card-position.ts';

const KEY_STEP = 16; // px
const KEY_DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const SWIPE_PX = 56; // a sheet pulled down further than this is let go

/** How far a key moves a card, in CSS pixels; `null` for all but the arrows alone. */
export function keyMove({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): Point | null {
  const direction = KEY_DIRECTIONS[key];
  if (!direction || altKey || ctrlKey || metaKey || shiftKey) return null;
  return { x: direction[0] * KEY_STEP, y: direction[1] * KEY_STEP };
}

/** A sheet goes down with the finger; let go far enough below its place it is dismissed, else it comes back. */
export function watchSwipe(place: HTMLElement, onDismiss: () => void): void {
  let pulled = 0;
  const pullTo = (y: number) => {
    pulled = Math.max(0, y);
    place.style.setProperty('--pulled', `${pulled}px`);
  };
  watchDrag(
    place,
    (_, y) => pullTo(pulled + y),
    () => true,
    () => {
      if (pulled > SWIPE_PX) onDismiss();
      else pullTo(0);
    },
  );
}

/**
 * Follows each drag, where it may begin, from the heading but none of its buttons to its end, also outside the card: how
 * far it went since the last call, in CSS pixels.
 */
export function watchDrag(
  place: HTMLElement,
  onMove: (x: number, y: number) => void,
  canDrag: () => boolean,
  onEnd?: () => void,
): void {
  let last: PointerEvent | null = null;
  place.addEventListener('pointerdown', (event) => {
    const target = event.target as Element;
    if (event.button || !canDrag() || !target.closest('.card-heading') || target.closest('button')) return;
    place.setPointerCapture(event.pointerId);
    last = event;
  });
  place.addEventListener('pointermove', (event) => {
    if (last) onMove(event.clientX - last.clientX, event.clientY - last.clientY);
    last &&= event;
  });
  place.addEventListener('lostpointercapture', () => {
    last = null;
    onEnd?.();
  });
}
