// Looks for shadow roots among the elements of what has been read: no text tells of them.
import { elementsIn, holds, isElement, isText, nextSiblingOf, parentOf, shadowRootOf } from './dom.ts';
import type { Span } from './page-text.ts';
import { isInsideUnread } from './text-flow.ts';

/** How many elements are looked at between two glances at the clock. */
const ELEMENTS_A_GLANCE = 100;

/** All but some elements that there are many of and that never have a shadow root. */
const POSSIBLE_HOSTS = `:not(${[
  ...['a', 'b', 'br', 'button', 'code', 'dd', 'dt', 'em', 'form', 'i', 'img', 'input', 'label', 'li', 'link', 'meta'],
  ...['option', 'path', 'pre', 'script', 'strong', 'style', 'svg', 'table', 'tbody', 'td', 'th', 'tr', 'ul'],
]})`;

/** A search that goes on as it is told to. */
export interface HostSearch {
  /** The elements of a span are to be looked at, too. */
  add(span: Span): void;
  /** Looks on until the deadline. Returns whether anything is left. */
  goOn(deadline: number): boolean;
}

/** Calls back for each shadow root; none that stands in an element whose text is never read. */
export function createHostSearch(onShadowRoot: (root: ShadowRoot) => void): HostSearch {
  const waiting: Iterable<Element>[] = [];
  let current: Iterator<Element> | undefined;

  return {
    add: (span) => void waiting.push(...elementsOf(span)),
    goOn(deadline) {
      for (let count = 1; count % ELEMENTS_A_GLANCE || performance.now() < deadline; count++) {
        const element = current?.next().value as Element | undefined;
        if (!element) {
          current = waiting.shift()?.[Symbol.iterator]();
          if (!current) return false;
          continue;
        }
        const shadowRoot = shadowRootOf(element);
        if (shadowRoot && !isInsideUnread(element)) onShadowRoot(shadowRoot);
      }
      return true;
    },
  };
}

/** The elements of a span in lists: made at once by the browser, and the same whatever moves meanwhile. */
function elementsOf({ first, last }: Span): Iterable<Element>[] {
  if (parentOf(first) !== parentOf(last)) return [elementsIn(ancestorOf(first, last), POSSIBLE_HOSTS)];
  const lists: Iterable<Element>[] = [];
  for (let node: Node | null = first; node; node = node === last ? null : nextSiblingOf(node)) {
    if (isElement(node)) lists.push([node], elementsIn(node, POSSIBLE_HOSTS));
  }
  return lists;
}

/** The innermost node around two of the same root. */
function ancestorOf(node: Node, other: Node): Node {
  let around = node;
  while (!holds(around, other)) around = parentOf(around) as Node;
  return isText(around) ? (parentOf(around) as Node) : around;
}
