// Loads the code of cards into a frame that asks for it.
import { browser } from 'wxt/browser';
import type { MessageSender } from '../shared/messages.ts';

/** Resolves when the code has run in the frame. Rejects where it may not: in no tab, or in a page of the extension. */
export async function loadCards(_: unknown, { tab, frameId, documentId }: MessageSender): Promise<void> {
  if (tab?.id === undefined || frameId === undefined) throw new Error('loadCards: sent from no frame');
  const frame = documentId ? { documentIds: [documentId] } : { frameIds: [frameId] };
  await browser.scripting.executeScript({
    target: { tabId: tab.id, ...frame },
    files: ['/card.js'],
    injectImmediately: true,
  });
}
