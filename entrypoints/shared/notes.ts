// The reader's own notes, one key a term; never in private windows.
import { browser } from 'wxt/browser';
import type { TermKey } from '../../glossary/model.ts';

/** The key of a term's note. */
export const noteKey = (key: TermKey) => `note:${key}`;

/** The note on a term; empty where there is none. */
export async function readNote(key: TermKey): Promise<string> {
  return ((await browser.storage.local.get(noteKey(key)))[noteKey(key)] as string | undefined) ?? '';
}

/** Keeps the note on a term; an empty one is removed. Rejects if the browser cannot write. */
export async function writeNote(key: TermKey, note: string): Promise<void> {
  if (note.trim()) await browser.storage.local.set({ [noteKey(key)]: note });
  else await browser.storage.local.remove(noteKey(key));
}
