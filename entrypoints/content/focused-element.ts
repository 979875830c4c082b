// Tells what has the focus, wherever in the page it is.
import { shadowRootOf } from './dom.ts';

/** What has the focus, also in a shadow root; what has no focus of its own is the body or nothing. Not in our own cards. */
export function focusedElement(): Element | null {
  let focused = document.activeElement;
  for (let inside = focused; inside; inside = shadowRootOf(inside)?.activeElement ?? null) focused = inside;
  return focused;
}
