// Run in a frame when a reader has looked up what is selected there: gives the text around it, for the history.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { focusedElement } from '../content/focused-element.ts';
import { type TextAround, textAround } from '../content/text-around.ts';

export default defineUnlistedScript({ globalName: true, main: readSelected });

/** `null` where nothing is selected, or in a field: what a reader types is not what they read. */
function readSelected(): TextAround | null {
  const selection = getSelection();
  const isInField = /^(?:input|textarea)$/.test(focusedElement()?.localName ?? '');
  return selection?.rangeCount && !isInField ? textAround(selection.getRangeAt(0)) : null;
}
