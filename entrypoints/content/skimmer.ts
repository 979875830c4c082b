// Passes over text that no term stands in, at little more than the cost of walking from text to text.
import type { Sieve } from '../../glossary/sieve.ts';
import { hasInside, isElement, isText, parentOf, rootOf } from './dom.ts';
import { createTextOnlyWalker, flowOf, isInsideUnread } from './text-flow.ts';

/** How many steps are made at a time: less than a millisecond's work. */
const STEPS_A_TURN = 500;

/** A longer text (UTF-16) may be a script: sifting it costs more than asking. */
const LONG_TEXT = 1000;

/** What may stand between two texts of one run, and is no part of it. */
const RUBY_NOTES = 'rt, rp, rtc';

/** Moves through the texts of a span. */
export interface Skimmer {
  /**
   * Goes on to the next text that must be read, and gives it. `'paused'`: there is more to pass over. `'ended'`: there
   * was nothing more in the span.
   */
  skim(): Text | 'paused' | 'ended';
  /** The text that is looked at next; where there is none, the node that the skimmer began at. */
  readonly position: Node;
  /** The first text beyond the span. */
  readonly beyond: Node | null;
  /** Goes on from a node: with it, or with what comes after it and all that is in it. */
  goOnFrom(node: Node, isPassed: boolean): void;
}

/** A skimmer from a node to the end of the node `last`, under the same root. */
export function createSkimmer(sieve: Sieve, from: Node, last: Node): Skimmer {
  const root = rootOf(from);
  const walker = createTextOnlyWalker(root);
  walker.currentNode = last;
  const beyond = walker.nextSibling();
  // Only a whole page is asked as a whole: the cost of a change must not grow with the page.
  const mayHaveNotes = beyond !== null || hasInside(root, RUBY_NOTES);
  let next: Node | null = null;

  const isPassedOver = (text: Text): boolean => {
    if (text.length > LONG_TEXT) return isInsideUnread(text);
    const parent = mayHaveNotes ? parentOf(text) : null;
    return parent !== null && isElement(parent) && flowOf(parent) === 'passed-over'; // else a shadow root
  };
  const isWanted = (text: Text): boolean => {
    if (!sieve.mayHold(text.data)) return false;
    sieve.reset();
    return !isInsideUnread(text);
  };
  const goOnFrom = (node: Node, isPassed: boolean) => {
    sieve.reset();
    walker.currentNode = node;
    if (isPassed) next = walker.nextSibling();
    else next = isText(node) ? node : walker.nextNode();
  };
  goOnFrom(from, false);

  return {
    skim() {
      for (let step = 0; step < STEPS_A_TURN; step++) {
        if (!next || next === beyond) return 'ended';
        const text = next as Text;
        next = walker.nextNode();
        if (!isPassedOver(text) && isWanted(text)) return text;
      }
      return 'paused';
    },
    get position() {
      return next ?? from;
    },
    beyond,
    goOnFrom,
  };
}
