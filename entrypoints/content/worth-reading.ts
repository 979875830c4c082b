// Waits for something to read: advertisements and trackers come in frames too small, or too empty, for a term.
import { createTextReader } from './page-text.ts';

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
  let hasShadowRoot = false;
  const onShadowRoot = () => {
    hasShadowRoot = true;
  };
  const reader = createTextReader({ first: root, last: root }, { onShadowRoot });
  return reader.next() !== null || hasShadowRoot;
}
