// Passes over text that no term stands in, at little more than the cost of walking from node to node.
import type { Sieve } from '../../glossary/sieve.ts';
import { holds, isElement, kindOf, nameOf, parentOf, shadowRootOf } from './dom.ts';
import { createTextWalker, goAround, isReadInto, separates } from './text-flow.ts';

/** How many steps are made at a time: less than a millisecond's work. */
const STEPS_A_TURN = 500;

/** Moves a walker on through text. */
export interface Skimmer {
  /**
   * Goes on from the node that the walker stands at, which has not been read, until it stands at one that must be read:
   * `'found'`. `'paused'`: there is more to pass over. `'ended'`: there was nothing more under the walker's root.
   */
  skim(walker: TreeWalker): 'found' | 'paused' | 'ended';
}

/** A skimmer that stops at the node `last` at the latest. Calls back for every shadow root on its way. */
export function createSkimmer(sieve: Sieve, last: Node, onShadowRoot: (root: ShadowRoot) => void): Skimmer {
  const end = lastReadIn(last);
  let textBefore: Text | null = null;

  const mustRead = (text: Text): boolean => {
    const before = textBefore;
    textBefore = text;
    return sieve.mayHold(text.data) || (sieve.joinsWord && before !== null && !isParted(before, text));
  };

  /** Whether what is in the node is to be passed, too. */
  const look = (element: Element): boolean => {
    const name = nameOf(element);
    const shadowRoot = shadowRootOf(element, name);
    if (shadowRoot) onShadowRoot(shadowRoot);
    return isReadInto(element, name);
  };

  return {
    skim(walker) {
      let node: Node | null = walker.currentNode;
      for (let step = 0; step < STEPS_A_TURN && node; step++) {
        const kind = kindOf(node);
        if (node === end || (kind === 'text' && mustRead(node as Text))) {
          textBefore = null;
          sieve.reset();
          return 'found';
        }
        const goesIn: boolean = kind !== 'element' || look(node as Element);
        node = goesIn ? walker.nextNode() : goAround(walker);
      }
      return node ? 'paused' : 'ended';
    },
  };
}

/** The last node in a node, or the node itself, that a reader comes to. */
function lastReadIn(node: Node): Node {
  const walker = createTextWalker(node);
  for (;;) {
    const { currentNode } = walker;
    if ((isElement(currentNode) && !isReadInto(currentNode)) || !walker.lastChild()) return currentNode;
  }
}

/** Whether the parent of one of two neighbouring texts is a block of its own, so that no word goes on from one to the other. */
function isParted(before: Text, text: Text): boolean {
  const [left, right] = [parentOf(before), parentOf(text)];
  if (!left || !right || left === right) return false;
  return (separates(left) && !holds(left, text)) || (separates(right) && !holds(right, before));
}
