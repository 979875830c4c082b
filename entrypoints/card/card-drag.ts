// Lets a pinned card be moved by its heading or the arrow keys, and a sheet be swiped away.

const KEY_STEP = 16; // px
const KEY_DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const SWIPE_PX = 56; // a sheet pulled down further than this is let go

interface MoveListener {
  /** Whether the card may be moved now. */
  readonly canDrag: () => boolean;
  /** How far it went since the last call, in CSS pixels. */
  readonly onMove: (x: number, y: number) => void;
}

/** Follows the heading wherever a pointer drags it, and the arrow keys where they do not scroll the card's texts. */
export function watchMoves(place: HTMLElement, { canDrag, onMove }: MoveListener): void {
  watchDrag(place, onMove, canDrag);
  place.addEventListener('keydown', (event) => {
    const direction = KEY_DIRECTIONS[event.key];
    if (!direction || !canDrag() || (event.target as Element).closest('.card-body')) return;
    event.preventDefault();
    onMove(direction[0] * KEY_STEP, direction[1] * KEY_STEP);
  });
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

/** Follows each drag from where it begins, on the heading but on none of its buttons, to its end, also outside the card. */
function watchDrag(
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
