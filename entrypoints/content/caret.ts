// From a point of the viewport to the text that stands there.
import { isElement, isShadowRoot, rootOf, shadowRootOf } from './dom.ts';

/** The text at a pointer's place, and where in it, also in shadow roots. */
export function caretAt(event: PointerEvent): CaretPosition | null {
  const target = targetOf(event);
  const shadowRoots = target ? shadowRootsFrom(target) : [];
  return document.caretPositionFromPoint(event.clientX, event.clientY, { shadowRoots });
}

/** The element under the pointer, also in a shadow root. */
export function targetOf(event: PointerEvent): Element | null {
  const target = event.composedPath()[0] as Node | undefined; // none when the event is over
  return target && isElement(target) ? target : elementAt(event.clientX, event.clientY);
}

/** The element at a point of the viewport (CSS pixels), also in a shadow root. */
export function elementAt(x: number, y: number): Element | null {
  let element = document.elementFromPoint(x, y);
  for (;;) {
    const inner: Element | null = (element && shadowRootOf(element)?.elementFromPoint(x, y)) ?? null;
    if (!inner || inner === element) return element;
    element = inner;
  }
}

/** The shadow roots at a point, found from the element there: open ones around it, closed ones in it. */
function shadowRootsFrom(target: Element): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  for (let root = rootOf(target); isShadowRoot(root); root = rootOf(root.host)) {
    roots.push(root);
  }
  const closed = shadowRootOf(target);
  return closed ? [...roots, closed] : roots;
}
