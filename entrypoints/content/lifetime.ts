// Tells when this content script has been orphaned: its extension was updated, reloaded, disabled or removed.
import { browser } from 'wxt/browser';

/** How often to look; no browser tells a content script that it has been orphaned. */
const HEARTBEAT_MS = 1000;

/** A signal that aborts soon after the extension is gone. Calls `onBeat` at every look before, while the page is seen. */
export function createLifetime(onBeat: () => void): AbortSignal {
  const controller = new AbortController();
  const timer = setInterval(() => {
    if (isExtensionAlive()) {
      if (!document.hidden) onBeat();
    } else {
      clearInterval(timer);
      controller.abort();
    }
  }, HEARTBEAT_MS);
  return controller.signal;
}

/** Whether the extension is there: asked before anything new is shown, since up to a beat may have passed since it went. */
export function isExtensionAlive(): boolean {
  try {
    return Boolean(browser.runtime?.id);
  } catch {
    return false;
  }
}
