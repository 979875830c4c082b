// Watches which elements are near the viewport; on a page of thousands, those far away are looked at now and then only.

import { isAround, isShadowRoot, rootOf } from './dom.ts';

/** How far beyond the viewport is near: two screens, since browsers re-validate every registered range on every change. */
const NEAR_MARGIN = '200% 100%';

/** More are watched only near the viewport: in each frame in which a page changes, each one costs half a microsecond. */
const MOST_WATCHED = 200;
const FAR_SCREENS = 5; // from where an element is parked, up or down

const SCROLL_MS = 100;
/** How many of those parked are looked at a second; more where the page has become higher or lower by two screens. */
const PARKED_A_LOOK = 100;
const MOVED_A_LOOK = 1_000;
const MOVED_SCREENS = 2;

/** A watch over elements. */
export interface NearWatch {
  observe(target: Element): void;
  unobserve(target: Element): void;
  /** To be called about once a second: finds what has come nearer without scrolling. */
  look(): void;
}

/** Calls back as an `IntersectionObserver` does, until the signal aborts. */
export function createNearWatch(
  onChange: (entries: readonly IntersectionObserverEntry[]) => void,
  signal: AbortSignal,
): NearWatch {
  const watched = new Set<Element>();
  /** With their places on the page when they were last looked at: CSS pixels from its top. */
  const parked = new Map<Element, number>();
  const scrolled = new Set<Node>();
  const listenedTo = new WeakSet<Node>(); // roots
  // Noted when the browser tells of them: to ask for them would have it lay out the page at once.
  let pageTop = 0;
  let pageHeight: number | null = null;
  let heightLookedAt = 0;
  let moved = 0; // how many of those parked are to be looked at soon
  let timer: ReturnType<typeof setTimeout> | undefined;

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        const { top } = boundingClientRect;
        if (isIntersecting || watched.size <= MOST_WATCHED || !isFar(top) || !watched.delete(target)) continue;
        if (pageHeight === null) beginParking();
        observer.unobserve(target);
        parked.set(target, top + pageTop);
        listenFrom(rootOf(target));
      }
      onChange(entries);
    },
    { root: document, rootMargin: NEAR_MARGIN },
  );
  /** Few pages come to this. */
  const beginParking = () => {
    pageTop = scrollY;
    pageHeight = 0;
    const sizes = new ResizeObserver((entries) => {
      pageHeight = entries.at(-1)?.contentRect.height ?? 0;
    });
    sizes.observe(document.documentElement);
    signal.addEventListener('abort', () => sizes.disconnect());
  };
  /** No root around a shadow root hears of the scrolling in it. */
  const listenFrom = (root: Node) => {
    if (listenedTo.has(root)) return;
    listenedTo.add(root);
    root.addEventListener('scroll', onScroll, { capture: true, passive: true, signal });
    if (isShadowRoot(root)) listenFrom(rootOf(root.host));
  };

  const observe = (target: Element) => {
    parked.delete(target);
    watched.add(target);
    observer.observe(target);
  };

  const wakeScrolled = () => {
    timer = undefined;
    for (const [target, top] of parked) {
      const isNear = scrolled.has(document) && !isFar(top - pageTop);
      if (isNear || [...scrolled].some((scroller) => scroller !== document && isAround(scroller, target)))
        observe(target);
    }
    scrolled.clear();
  };
  const onScroll = ({ target }: Event) => {
    if (target === document) pageTop = scrollY;
    scrolled.add(target as Node);
    timer ??= setTimeout(wakeScrolled, SCROLL_MS);
  };
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });

  return {
    observe,
    unobserve(target) {
      parked.delete(target);
      watched.delete(target);
      observer.unobserve(target);
    },
    look() {
      if (pageHeight === null) return;
      if (Math.abs(pageHeight - heightLookedAt) > MOVED_SCREENS * innerHeight) {
        if (heightLookedAt) moved = parked.size;
        heightLookedAt = pageHeight;
      }
      let left = moved > 0 ? MOVED_A_LOOK : PARKED_A_LOOK;
      moved -= left;
      for (const target of parked.keys()) {
        if (left-- === 0) return;
        observe(target);
      }
    },
  };
}

/** Whether a place is far from the viewport's top: CSS pixels. */
function isFar(top: number): boolean {
  return Math.abs(top) > FAR_SCREENS * innerHeight;
}
