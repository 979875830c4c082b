// Tells whether a reader can see a text and may expect it to be explained: not hidden, not editable, not opted out.
import { drawnIn, fits } from './dom.ts';
import { isCutByStyle } from './inline-style.ts';
import { nodeIndexAt } from './occurrences.ts';
import type { TextBlock } from './page-text.ts';
import { flowOf } from './text-flow.ts';

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

// The prototype's own: a form's controls can stand in for its methods.
const { checkVisibility } = Element.prototype;

/** Answers for one pass over the page; asks the browser once per element. */
export interface ReadabilityCheck {
  /** Whether every node of the block from `start` to `end` (UTF-16 in its text) is shown and may be read. */
  isReadable(block: TextBlock, start: number, end: number): boolean;
}

/**
 * A check that remembers its answers; make a new one when styles may have changed. Another question can stand for
 * whether an element is shown.
 */
export function createReadabilityCheck(isSeen = isShown): ReadabilityCheck {
  const isElementShown = remembering(isSeen);
  const isAllowed = remembering((element) => {
    const around = drawnIn(element);
    return !isKeptFromUs(element) && (around === null || isAllowed(around));
  });
  const isNodeReadable = (node: Text): boolean => {
    const element = drawnIn(node);
    return element !== null && isElementShown(element) && isAllowed(element);
  };
  return {
    isReadable(block, start, end) {
      const first = nodeIndexAt(block, start);
      const last = nodeIndexAt(block, end - 1);
      for (let index = first; index <= last; index++) {
        if (!isNodeReadable(block.nodes[index] as Text)) return false;
      }
      return !isCutBetween(block, first, last) && !hasBlankLine(block, start, end);
    },
  };
}

/** The same question, asked once per element. */
function remembering(ask: (element: Element) => boolean): (element: Element) => boolean {
  const answers = new Map<Element, boolean>();
  return (element) => {
    const answer = answers.get(element) ?? ask(element);
    answers.set(element, answer);
    return answer;
  };
}

function isShown(element: Element): boolean {
  // The text right inside closed details is hidden by the browser's own slot, not by the element.
  if (fits(element, 'details:not([open])')) return false;
  const { display, contentVisibility } = getComputedStyle(element);
  if (contentVisibility === 'hidden') return false; // hides what is in the element, not the element
  if (display !== 'contents') return checkVisibility.call(element, { visibilityProperty: true });
  const around = drawnIn(element); // an element without a box is as visible as what it stands in
  return around !== null && isShown(around);
}

/** Whether the element opts out, is edited, or is (slotted into, or around a shadow root) one whose text is never read. */
function isKeptFromUs(element: Element): boolean {
  if ((element as HTMLElement).isContentEditable === true) return true;
  const flow = flowOf(element);
  return flow === 'break' || flow === 'passed-over' || fits(element, NEVER_READ);
}

/** Whether a box of its own begins or ends between two nodes of a block. */
function isCutBetween(block: TextBlock, first: number, last: number): boolean {
  for (let index = first; index < last; index++) {
    if (isCutByStyle(block.nodes[index] as Text, block.nodes[index + 1] as Text)) return true;
  }
  return false;
}

const BLANK_LINE = /\n[^\S\n]*\n/;

/** Whether the words stand in two paragraphs that only their line breaks part. */
function hasBlankLine(block: TextBlock, start: number, end: number): boolean {
  if (!BLANK_LINE.test(block.text.slice(start, end))) return false;
  const element = drawnIn(block.nodes[nodeIndexAt(block, start)] as Text);
  return element !== null && getComputedStyle(element).whiteSpaceCollapse !== 'collapse';
}
