// Asks nodes for what they are and where they stand, whatever the page has made of them.

/** Text and CDATA sections; the latter only in XHTML. */
export function isText(node: Node): node is Text {
  return node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE;
}

// A form's own controls can stand in for its properties (`<input name="parentNode">`), the prototype's getter cannot.
const getParent = Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode')?.get as (this: Node) => Node | null;

/** The parent node, whatever the page has named its form controls. */
export function parentOf(node: Node): Node | null {
  return getParent.call(node);
}

/** The element that a node stands in, also across a shadow root. */
export function elementOf(node: Node): Element | null {
  const parent = parentOf(node);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** What lets an extension see closed shadow roots: a function in Chromium, a property of elements in Firefox. */
interface ShadowAccess {
  readonly chrome?: { readonly dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null } };
}

const chromiumDom = (globalThis as unknown as ShadowAccess).chrome?.dom;

/** The shadow root of an element, open or closed. Asking Chromium is dear, so only custom elements are asked for closed ones. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot instanceof ShadowRoot) return element.shadowRoot;
  // A form's control may be named `localName`.
  if (
    typeof element.localName !== 'string' ||
    !element.localName.includes('-') ||
    element.localName === 'termlight-card'
  )
    return null;
  if (chromiumDom && element instanceof HTMLElement) return chromiumDom.openOrClosedShadowRoot(element);
  return (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? null;
}
