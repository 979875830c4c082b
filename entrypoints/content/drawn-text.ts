// Finds the text that is drawn in a node: its own, that of shadow roots, and what is slotted from elsewhere.
import { isElement, isText, nameOf, shadowRootOf } from './dom.ts';
import { createTextWalker } from './text-flow.ts';

/** Calls back for each text. Gives up, and returns `false`, after so many steps from node to node. */
export function eachTextIn(node: Node, mostSteps: number, onText: (text: Text) => void): boolean {
  const withSlotted = new Set<Node>([node]);
  const waiting: Node[] = [node];
  let steps = 0;
  for (let root = waiting.pop(); root; root = waiting.pop()) {
    const walker = createTextWalker(root);
    for (let current: Node | null = root; current; current = walker.nextNode()) {
      if (++steps > mostSteps) return false;
      if (isText(current)) onText(current);
      if (!isElement(current)) continue;
      const shadowRoot = shadowRootOf(current);
      if (shadowRoot) waiting.push(shadowRoot); // what is slotted there stands under its host
      if (nameOf(current) !== 'slot' || !withSlotted.has(root)) continue;
      for (const slotted of (current as HTMLSlotElement).assignedNodes()) {
        withSlotted.add(slotted);
        waiting.push(slotted);
      }
    }
  }
  return true;
}
