// What the reader's keys do in a frame: explain what is selected in it, walk its terms, say what has come of them.
import { lookUpText } from '../../glossary/look-up-text.ts';
import { type SiteSaying, sendMessage, type WalkAction } from '../shared/messages.ts';
import { loadCardCode } from './card-loader.ts';
import { focusedElement } from './focused-element.ts';
import type { Selected, Session } from './session.ts';

/**
 * Answers to a key. A selected text that is no term, or that stands where nothing may be lit, is looked up in the
 * panel.
 */
export function answerKey(action: WalkAction, startSession: () => Session | null): void {
  if (!isAddressed()) return;
  const session = startSession();
  const selected = action === 'open' ? readSelection() : null;
  if (!selected) void session?.walk(action);
  else if (!session?.explain(selected)) {
    void sendMessage('openSidePanel', { find: selected.text }).catch(() => undefined);
  }
}

/** Says to screen readers what a key has done that is about no term. */
export function announce(saying: SiteSaying): void {
  if (isAddressed()) void loadCardCode().then((code) => code?.announce(saying));
}

/**
 * Of all frames of a tab only the one that the reader is in answers to keys; where the reader is in none of them, as in
 * the sidebar, the outermost does.
 */
function isAddressed(): boolean {
  if (!document.hasFocus()) return window === top;
  const name = focusedElement()?.localName;
  return name !== 'iframe' && name !== 'frame';
}

function readSelection(): Selected | null {
  const typed = readField();
  const selection = getSelection();
  const text = typed === null ? '' : lookUpText(typed || String(selection ?? ''));
  const range = !typed && selection?.rangeCount ? new StaticRange(selection.getRangeAt(0)) : null;
  return text ? { text, range } : null;
}

/** What is selected in the field with the focus, which Firefox leaves out of the page's selection; `null` in one for passwords. */
function readField(): string | null {
  const field = focusedElement();
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return '';
  const { type, autocomplete, value, selectionStart, selectionEnd } = field;
  return /password/.test(`${type} ${autocomplete}`) ? null : value.slice(selectionStart ?? 0, selectionEnd ?? 0);
}
