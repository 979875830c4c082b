// Puts occurrences in the order in which a reader meets them: text in a shadow root stands where its host does.
import { isShadowRoot, parentOf } from './dom.ts';
import { doAtOnce, type Steps } from './steps.ts';

/** What stands at a place on the page: before or in a node. */
export interface Placed {
  readonly range: Pick<StaticRange, 'startContainer' | 'startOffset'>;
}

/** Occurrences, or what else has a place, in reading order. Those that have left the page are left out. */
export function inReadingOrder<T extends Placed>(occurrences: Iterable<T>): T[] {
  return doAtOnce(sortInSteps([...occurrences]));
}

/**
 * The same in steps. Nodes are not compared with each other: browsers count siblings for that, which on a page of 20,000
 * occurrences takes a second.
 */
export function* sortInSteps<T extends Placed>(occurrences: readonly T[]): Steps<T[]> {
  const occurrencesIn = new Map<Node, T[]>();
  /** The nodes on the way down to occurrences, by their parents. */
  const wayDown = new Map<Node, Set<Node>>();
  for (const occurrence of occurrences) {
    yield;
    const node = occurrence.range.startContainer;
    const others = occurrencesIn.get(node);
    if (others) others.push(occurrence);
    else {
      occurrencesIn.set(node, [occurrence]);
      climb(node, wayDown);
    }
  }

  const ordered: T[] = [];
  const waiting: Node[] = [document];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield;
    const here = occurrencesIn.get(node) ?? [];
    ordered.push(...here.sort((a, b) => a.range.startOffset - b.range.startOffset));
    for (const child of sortChildren(node, wayDown.get(node) ?? new Set()).reverse()) waiting.push(child);
  }
  return ordered;
}

/** Notes the way from a node up, as far as it is not known. */
function climb(node: Node, wayDown: Map<Node, Set<Node>>): void {
  for (let child = node; ; ) {
    const parent = isShadowRoot(child) ? child.host : parentOf(child);
    if (!parent) return;
    const known = wayDown.get(parent);
    if (known) {
      known.add(child);
      return;
    }
    wayDown.set(parent, new Set([child]));
    child = parent;
  }
}

/** Some children of a node in their order; its shadow root comes first. */
function sortChildren(node: Node, children: ReadonlySet<Node>): Node[] {
  const left = new Set(children);
  const sorted: Node[] = [...left].filter(isShadowRoot);
  for (const root of sorted) left.delete(root);
  if (left.size === 1) return [...sorted, ...left];
  const walker = document.createTreeWalker(node); // a form's controls can stand in for its properties
  for (let child = walker.firstChild(); child && left.size; child = walker.nextSibling()) {
    if (left.delete(child)) sorted.push(child);
  }
  return sorted;
}
