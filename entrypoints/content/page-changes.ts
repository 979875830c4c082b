// Turns what the page changes into nodes to read again; drops what has gone stale before it can be painted.
import {
  childCountOf,
  elementsIn,
  isAround,
  isConnected,
  isElement,
  isShadowRoot,
  isText,
  nameOf,
  parentOf,
  rootOf,
  shadowRootOf,
} from './dom.ts';
import { textBeside } from './page-text.ts';
import { createHostSearch } from './shadow-hosts.ts';
import { flowOf, isInsideUnread } from './text-flow.ts';

/** Attributes that can show, hide, move or opt out text without any change of nodes; of others a look around tells. */
const WATCHED_ATTRIBUTES = [
  ...['class', 'style', 'hidden', 'open', 'slot', 'contenteditable', 'aria-hidden', 'data-termlight'],
];

/** What readers do to show or hide text by styles alone: open a popover, choose a tab, follow a link in the page. */
const RESTYLING_EVENTS = ['click', 'change', 'toggle'];

/** What comes with styles that are other in the end than at the beginning. */
const ENDS_OF_MOTION = ['transitionend', 'animationend'];

/** More changes than this in one batch are read together: one pass rather than thousands. */
const HUGE_BATCH = 200;

/** So many nodes, where they are half of what stands in their parent, are read with all that does: none of them is asked. */
const MANY_ADDED = 200;

/** More nodes than this are not walked through when they leave: what is known is asked for its place. A millisecond's work. */
const MOST_STEPS_LEFT = 2_000;

/** Changed attributes in more places than this are taken for a change of the whole page. */
const MANY_RESTYLED = 200;

/** How long elements are asked for a late shadow root in one look. */
const LOOK_MS = 2;

/** Elements that scripts have yet to define: most shadow roots that come late come with their definition. */
const TO_BE_DEFINED = ':not(:defined)';
const MOST_TO_BE_DEFINED = 1_000;

const RESTYLE_MS = 200; // how soon text that is shown or hidden is lit or unlit; a change of styles costs no more often

/** What the watcher tells. */
export interface PageChanges {
  /** The text around a node is no longer what it was, or the node has left its place. */
  drop(node: Text, hasLeft: boolean): void;
  /** The texts that are to be dropped when they leave their places; all others need not be. */
  knownTexts(): Iterable<Text>;
  /**
   * All of a batch of changes has been told. Called before the page can paint again, with what is to be read again, in
   * lists as for `read`.
   */
  settle(lists: readonly (readonly Node[])[]): void;
  /** So long was worked on a batch, in the page's own time. */
  charge(ms: number): void;
  /** A node has left its place under a parent. */
  moved(node: Node, from: Node): void;
  /** Nodes are to be read again, with all that stands between them. */
  read(nodes: readonly Node[]): void;
  /**
   * Text may have been shown or hidden in some elements; anywhere, if the document is among them. Without it no
   * attributes are watched.
   */
  refresh?(within: ReadonlySet<Node>): void;
}

/** A watch over a document and its shadow roots. */
export interface PageWatch {
  /** Reads a root, and watches it from now on; one that is watched already is passed over. */
  add(root: Document | ShadowRoot): void;
  /**
   * Looks on for shadow roots that were attached after their host had been read, which makes no mutation record: first
   * in and around these elements, and at those that have been defined since the last look. Of the others a very large
   * page takes several looks.
   */
  lookForLateShadowRoots(first?: Iterable<Element>): void;
}

/** Watches until the signal aborts; nothing is watched before it is added. */
export function watchPage(changes: PageChanges, signal: AbortSignal): PageWatch {
  const roots: WatchedRoots = new Set();
  const restyled = new Set<Node>();
  const refresh = createThrottle(
    RESTYLE_MS,
    () => {
      changes.refresh?.(new Set(restyled.size > MANY_RESTYLED ? [document] : restyled));
      restyled.clear();
    },
    signal,
  );
  const restyle = (within: Node) => {
    restyled.add(within);
    refresh();
  };
  const restyleAll = () => restyle(document);
  const observer = new MutationObserver((records) => {
    const begin = performance.now();
    // What its own record places, no record looks at.
    const placed = new Set(records.length > 1 ? records.flatMap(({ addedNodes }) => [...addedNodes]) : []);
    const changed = records.map((record) => nodesToRead(record, changes, roots, placed)).filter(({ length }) => length);
    const few = changed.length > HUGE_BATCH ? [[...new Set(changed.flat())]] : changed;
    for (const record of records) if (record.type === 'attributes') restyle(reachOf(record));
    changes.settle(few);
    changes.charge(performance.now() - begin);
  });
  signal.addEventListener('abort', () => observer.disconnect());
  if (changes.refresh) {
    for (const type of RESTYLING_EVENTS)
      document.addEventListener(type, restyleAll, { capture: true, passive: true, signal });
    for (const type of ENDS_OF_MOTION)
      document.addEventListener(type, ({ target }) => restyle(target as Node), {
        capture: true,
        passive: true,
        signal,
      });
    for (const type of ['hashchange', 'resize']) window.addEventListener(type, restyleAll, { signal });
  }

  const add = (root: Document | ShadowRoot) => {
    if (roots.has(root) || !isConnected(root)) return; // it comes back with its host
    roots.add(root);
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      ...(changes.refresh && { attributes: true, attributeFilter: WATCHED_ATTRIBUTES }),
    });
    changes.read([root]);
  };
  const addRootsAt = (element: Element) => {
    for (const root of shadowRootsAt(element)) add(root);
  };
  let toBeDefined: Element[] = [];
  const lookAtDefined = () => {
    for (const element of toBeDefined) addRootsAt(element);
    toBeDefined = [...roots].flatMap((root) => [...elementsIn(root, TO_BE_DEFINED)]).slice(0, MOST_TO_BE_DEFINED);
  };
  const search = createHostSearch(add);
  let isLeft = false;
  const lookOn = () => {
    if (!isLeft) for (const root of roots) addToSearch(root);
    isLeft = search.goOn(performance.now() + LOOK_MS);
  };
  const addToSearch = (root: Document | ShadowRoot) => {
    if (!isConnected(root)) roots.delete(root);
    else if (root.firstChild) search.add({ first: root.firstChild, last: root.lastChild as Node });
  };
  return {
    add,
    lookForLateShadowRoots(first = []) {
      for (const element of first) addRootsAt(element);
      lookAtDefined();
      lookOn();
    },
  };
}

/** The shadow roots around an element and that of its own, none where nothing is read. */
function shadowRootsAt(element: Element): ShadowRoot[] {
  if (isInsideUnread(element)) return [];
  const own = shadowRootOf(element);
  const roots = own ? [own] : [];
  for (let root = rootOf(element); isShadowRoot(root); root = rootOf(root.host)) roots.push(root);
  return roots;
}

/**
 * What an attribute can show or hide: a style what is in its element, all others what is beside it too, by rules such as
 * `.open + .panel`. Rules that reach farther are found by a look around.
 */
function reachOf({ target, attributeName }: MutationRecord): Node {
  return attributeName === 'style' ? target : (parentOf(target) ?? target);
}

/** Runs an action soon, and at most once in the given time. */
function createThrottle(intervalMs: number, action: () => void, signal: AbortSignal): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      action();
    }, intervalMs);
  };
}

/** The roots that are watched; one that leaves the page is forgotten, and added again if it comes back. */
type WatchedRoots = Set<Document | ShadowRoot>;

function nodesToRead(
  record: MutationRecord,
  changes: PageChanges,
  roots: WatchedRoots,
  placed: ReadonlySet<Node>,
): Node[] {
  if (record.type === 'characterData') return editedText(record, changes);
  return record.type === 'childList' ? changedChildren(record, changes, roots, placed) : restyledInline(record);
}

/** A box of its own, or none any more, cuts or joins the words around an inline element. */
function restyledInline({ target }: MutationRecord): Node[] {
  const isWord = isElement(target) && flowOf(target) === 'inline' && !nameOf(target).includes('-');
  return isWord ? [target] : [];
}

function editedText({ target }: MutationRecord, changes: PageChanges): Node[] {
  if (!isText(target)) return [];
  const before = textBeside(target, null, 'previousSibling'); // an empty text was no part of the block around it
  for (const text of [target, before]) if (text) changes.drop(text, false);
  return [target];
}

/**
 * What has been placed in the same batch is read, and what stands beside it told of, by its own record: looking beyond it
 * from each record would take a step for every pair of them.
 */
function changedChildren(
  record: MutationRecord,
  changes: PageChanges,
  roots: WatchedRoots,
  placed: ReadonlySet<Node>,
): Node[] {
  const { target, addedNodes, removedNodes, previousSibling, nextSibling } = record;
  for (const node of removedNodes) {
    leave(node, changes, roots);
    changes.moved(node, target);
  }
  // The runs on both sides may have been joined or parted. (If a sibling has gone since, a later record tells of it.)
  const isInPlace = (sibling: Node | null) => !sibling || parentOf(sibling) === target;
  const before = isInPlace(previousSibling) ? textBeside(target, previousSibling, 'previousSibling', placed) : null;
  const after = isInPlace(nextSibling) ? textBeside(target, nextSibling, 'nextSibling', placed) : null;
  for (const text of [before, after]) if (text) changes.drop(text, false);
  const isHere = (node: Node) => (isElement(node) || isText(node)) && parentOf(node) === target;
  const isMost = addedNodes.length > MANY_ADDED && 2 * addedNodes.length > childCountOf(target);
  const added = isMost ? [target] : [...addedNodes].filter(isHere);
  return [before, ...added, after].filter((node) => node !== null);
}

/** Drops what is known of a node that has left its place, with what is in its shadow roots. */
function leave(node: Node, changes: PageChanges, roots: WatchedRoots): void {
  const left = textsAndRootsIn(node) ?? {
    texts: [...changes.knownTexts()].filter((text) => isAround(node, text)),
    shadowRoots: [...roots].filter((root) => isShadowRoot(root) && isAround(node, root)),
  };
  for (const text of left.texts) changes.drop(text, true);
  for (const root of left.shadowRoots) roots.delete(root as ShadowRoot);
}

/** All that is in a node, also in shadow roots; `null` if that is very much, of which most is not known. */
function textsAndRootsIn(node: Node): { readonly texts: Text[]; readonly shadowRoots: ShadowRoot[] } | null {
  const texts: Text[] = [];
  const shadowRoots: ShadowRoot[] = [];
  const waiting = [node];
  let steps = 0;
  for (let root = waiting.pop(); root; root = waiting.pop()) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let current: Node | null = root; current; current = walker.nextNode()) {
      if (++steps > MOST_STEPS_LEFT) return null;
      if (isText(current)) texts.push(current);
      const shadowRoot = isElement(current) ? shadowRootOf(current) : null;
      if (!shadowRoot) continue;
      shadowRoots.push(shadowRoot);
      waiting.push(shadowRoot);
    }
  }
  return { texts, shadowRoots };
}
