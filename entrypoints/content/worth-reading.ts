// Waits for something to read: advertisements and trackers come in frames too small, or too empty, for a term.
import type { Span } from './page-text.ts';
import { createHostSearch } from './shadow-hosts.ts';
import { createTextOnlyWalker, isInsideUnread } from './text-flow.ts';

/** In less room than this no line of text can be read. */
const LEAST_WIDTH_PX = 48;
const LEAST_HEIGHT_PX = 16;

/**
 * `begun` resolves when there is something to read. Nodes and texts that come are noticed at once, more room and
 * shadow roots by `look`.
 */
export function createReadingWait(): { readonly begun: Promise<void>; look(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = () => {
    if (!isWorthReading()) return;
    observer.disconnect();
    resolve();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  look();
  return { begun: promise, look };
}

function isWorthReading(): boolean {
  return window === window.top || (innerWidth >= LEAST_WIDTH_PX && innerHeight >= LEAST_HEIGHT_PX && hasText());
}

/** A shadow root is taken for text. */
function hasText(): boolean {
  const root = document.documentElement;
  if (!root) return false;
  const walker = createTextOnlyWalker(root);
  for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
    if (NOT_BLANK.test(text.data) && !isInsideUnread(text)) return true;
  }
  return hasShadowRoot({ first: root, last: root });
}

const NOT_BLANK = /\S/;

function hasShadowRoot(span: Span): boolean {
  let isFound = false;
  const search = createHostSearch(() => {
    isFound = true;
  });
  search.add(span);
  search.goOn(Number.POSITIVE_INFINITY);
  return isFound;
}
