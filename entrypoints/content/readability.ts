// Tells whether a reader can see a text and may expect it to be explained: not hidden, not editable, not opted out.
import { elementOf } from './dom.ts';
import { isCutByStyle } from './inline-style.ts';
import { nodeIndexAt } from './occurrences.ts';
import type { TextBlock } from './page-text.ts';

/** Editors draw their text as ordinary elements around a hidden input; and what a page or its author keeps from us. */
const NEVER_READ = [
  '[aria-hidden="true"]',
  '[data-termlight="off"]',
  '[contenteditable]:not([contenteditable="false" i])',
  '.monaco-editor',
  '.CodeMirror',
  '.cm-editor',
  '.ace_editor',
].join();

// The prototypes' own: a form's controls can stand in for its methods (`<input name="closest">`).
const { checkVisibility, closest } = Element.prototype;
const { getRootNode } = Node.prototype;

/** Answers for one pass over the page; asks the browser once per element. */
export interface ReadabilityCheck {
  /** Whether every node of the block from `start` to `end` (UTF-16 in its text) is shown and may be read. */
  isReadable(block: TextBlock, start: number, end: number): boolean;
}

/** A check that remembers its answers; make a new one when styles may have changed. */
export function createReadabilityCheck(): ReadabilityCheck {
  const known = new Map<Element, boolean>();
  const isElementReadable = (element: Element | null): boolean => {
    if (!element) return false;
    let readable = known.get(element);
    if (readable === undefined) {
      readable = isShown(element) && !isKeptFromUs(element);
      known.set(element, readable);
    }
    return readable;
  };
  return {
    isReadable(block, start, end) {
      const first = nodeIndexAt(block, start);
      const last = nodeIndexAt(block, end - 1);
      for (let index = first; index <= last; index++) {
        if (!isElementReadable(elementOf(block.nodes[index] as Text))) return false;
      }
      return !isCutBetween(block, first, last);
    },
  };
}

function isShown(element: Element): boolean {
  // The text right inside closed details is hidden by the browser's own slot, not by the element.
  if (element instanceof HTMLDetailsElement && !element.open) return false;
  const { display, contentVisibility } = getComputedStyle(element);
  if (contentVisibility === 'hidden') return false; // hides what is in the element, not the element
  if (display !== 'contents') return checkVisibility.call(element, { visibilityProperty: true });
  const parent = element.assignedSlot ?? elementOf(element); // an element without a box is as visible as what it stands in
  return parent !== null && isShown(parent);
}

function isKeptFromUs(element: Element): boolean {
  if (element instanceof HTMLElement && element.isContentEditable === true) return true;
  for (let scope: Element | null = element; scope; ) {
    if (closest.call(scope, NEVER_READ)) return true;
    const root: Node = getRootNode.call(scope);
    scope = root instanceof ShadowRoot ? root.host : null;
  }
  return false;
}

/** Whether a box of its own begins or ends between two nodes of a block. */
function isCutBetween(block: TextBlock, first: number, last: number): boolean {
  for (let index = first; index < last; index++) {
    if (isCutByStyle(block.nodes[index] as Text, block.nodes[index + 1] as Text)) return true;
  }
  return false;
}
