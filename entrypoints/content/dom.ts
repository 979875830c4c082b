// Asks nodes for what they are and where they stand, whatever the page has made of them.

// Nodes keep the prototypes of the frame that they were made in, so `instanceof` says nothing of one that came from another.

// A form's own controls can stand in for its properties (`<input name="parentNode">`), the prototype's getter cannot.
function getterOf<T>(prototype: object, property: string): (this: object) => T {
  return Object.getOwnPropertyDescriptor(prototype, property)?.get as (this: object) => T;
}
const getNodeType = getterOf<number>(Node.prototype, 'nodeType');
const getParent = getterOf<Node | null>(Node.prototype, 'parentNode');
const getLocalName = getterOf<string>(Element.prototype, 'localName');
const getShadowRoot = getterOf<ShadowRoot | null>(Element.prototype, 'shadowRoot');
const getSlotOfElement = getterOf<HTMLSlotElement | null>(Element.prototype, 'assignedSlot');
const getSlotOfText = getterOf<HTMLSlotElement | null>(Text.prototype, 'assignedSlot');
const { ELEMENT_NODE, TEXT_NODE, CDATA_SECTION_NODE } = Node;
const { compareDocumentPosition, contains, getRootNode } = Node.prototype;
const { closest, matches } = Element.prototype;
const getNextSibling = getterOf<Node | null>(Node.prototype, 'nextSibling');
const getChildren = getterOf<NodeList>(Node.prototype, 'childNodes');

/** What a node is: text (or a CDATA section, in XHTML alone), an element, or anything else. The browser is asked once. */
export function kindOf(node: Node): 'text' | 'element' | 'other' {
  const type = getNodeType.call(node);
  if (type === ELEMENT_NODE) return 'element';
  return type === TEXT_NODE || type === CDATA_SECTION_NODE ? 'text' : 'other';
}

/** Text and CDATA sections. */
export function isText(node: Node): node is Text {
  return kindOf(node) === 'text';
}

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return getNodeType.call(node) === ELEMENT_NODE;
}

/** Whether a node is a shadow root. */
export function isShadowRoot(node: Node | null): node is ShadowRoot {
  return node !== null && getNodeType.call(node) === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node;
}

/** The parent node, whatever the page has named its form controls. */
export function parentOf(node: Node): Node | null {
  return getParent.call(node);
}

/** The name of an element's tag, in lower case in HTML. */
export function nameOf(element: Element): string {
  return getLocalName.call(element);
}

/** Whether the node is part of this page; one that has moved into another frame is not. */
export function isConnected(node: Node): boolean {
  return getRootNode.call(node, { composed: true }) === document;
}

/** The document or shadow root that a node is in, or the top of the tree that it has left with. */
export function rootOf(node: Node): Node {
  return getRootNode.call(node);
}

/** Whether a node is another one or an ancestor of it, within one root. */
export function holds(node: Node, other: Node): boolean {
  return contains.call(node, other);
}

/** Whether a node is another one or an ancestor of it, also across shadow roots. */
export function isAround(node: Node, other: Node): boolean {
  if (holds(node, other)) return true;
  const root = rootOf(other);
  return isShadowRoot(root) && isAround(node, root.host);
}

/** Whether a node comes before another one of the same root in document order. */
export function isBefore(node: Node, other: Node): boolean {
  return (compareDocumentPosition.call(node, other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The innermost element around, or the element itself, that the selectors fit, within its root. */
export function closestOf(element: Element, selectors: string): Element | null {
  return closest.call(element, selectors);
}

/** The node after this one under the same parent. */
export function nextSiblingOf(node: Node): Node | null {
  return getNextSibling.call(node);
}

/** How many nodes have this one for a parent. */
export function childCountOf(node: Node): number {
  return getChildren.call(node).length;
}

/** What lets elements under a node be found; a document and a shadow root have methods of their own. */
function queriesOf(node: Node): ParentNode {
  if (isElement(node)) return Element.prototype;
  return isShadowRoot(node) ? DocumentFragment.prototype : Document.prototype;
}

/** All elements under an element, a document or a shadow root, or those that selectors fit; the list stays as it is. */
export function elementsIn(node: Node, selectors = '*'): NodeListOf<Element> {
  return queriesOf(node).querySelectorAll.call(node, selectors);
}

/** Whether the selectors fit an element under an element, a document or a shadow root. */
export function hasInside(node: Node, selectors: string): boolean {
  return queriesOf(node).querySelector.call(node, selectors) !== null;
}

/** Whether the selectors fit the element. */
export function fits(element: Element, selectors: string): boolean {
  return matches.call(element, selectors);
}

/** The slot that a node is drawn in. For a closed shadow root it is not told. */
export function slotOf(node: Element | Text): HTMLSlotElement | null {
  return isText(node) ? getSlotOfText.call(node) : getSlotOfElement.call(node);
}

/** The element that a node stands in, also across a shadow root. */
export function elementOf(node: Node): Element | null {
  const parent = parentOf(node);
  if (isShadowRoot(parent)) return parent.host;
  return parent && isElement(parent) ? parent : null;
}

/**
 * The element that a node is drawn in: its slot where it is slotted, the host for what is right in a shadow root.
 * `null` also for what the host shows nowhere. (For a closed shadow root the slot is not told: the host stands for it.)
 */
export function drawnIn(node: Element | Text): Element | null {
  const parent = elementOf(node);
  const isUnslotted = parent && getShadowRoot.call(parent) && parentOf(node) === parent;
  return slotOf(node) ?? (isUnslotted ? null : parent);
}

/** What lets an extension see closed shadow roots: a function in Chromium, a property of elements in Firefox. */
interface ShadowAccess {
  readonly chrome?: { readonly dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null } };
}

/** The shadow root of an element, open or closed. Asking Chromium is dear, so only custom elements are asked for closed ones. */
export function shadowRootOf(element: Element, name = nameOf(element)): ShadowRoot | null {
  const open = getShadowRoot.call(element);
  if (open) return open;
  if (!name.includes('-') || name === 'termlight-card') return null;
  const chromiumDom = (globalThis as unknown as ShadowAccess).chrome?.dom; // made when first asked for
  // Only HTML elements have an access key, and only they may be asked.
  if (chromiumDom) return 'accessKey' in element ? chromiumDom.openOrClosedShadowRoot(element as HTMLElement) : null;
  return (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? null;
}
