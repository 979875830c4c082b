// How elements take part in the text around them, and how to walk through it.
import { elementOf, isElement, nameOf } from './dom.ts';

/** How an element takes part in the text around it. */
export type Flow = 'block' | 'inline' | 'passed-over' | 'break';

const FLOW_BY_NAME = new Map<string, Flow>();
const setFlow = (flow: Flow, names: string) => {
  for (const name of names.split(' ')) FLOW_BY_NAME.set(name, flow);
};
setFlow(
  'inline',
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q rb ruby s slot small span strike strong sub sup time tt u var',
);
setFlow('passed-over', 'rt rp rtc wbr');
setFlow(
  'break',
  'script style template noscript link meta br hr img picture iframe frame embed object canvas audio video svg math textarea input select option datalist button meter progress code pre kbd samp termlight-card title',
);

/** A document that the browser built around plain text; its text stands in one `pre`. */
const isPlainTextDocument = document.contentType === 'text/plain';

/** By tag name alone: styles are asked of the browser only where a match hangs on them. */
export function flowOf(element: Element): Flow {
  return flowOfName(nameOf(element));
}

function flowOfName(name: string): Flow {
  if (name === 'pre' && isPlainTextDocument) return 'block';
  return FLOW_BY_NAME.get(name) ?? (name.includes('-') ? 'inline' : 'block'); // custom elements are inline by default
}

/** Whether the text in an element is read. */
export function isReadInto(element: Element): boolean {
  const flow = flowOf(element);
  return flow === 'block' || flow === 'inline';
}

/** Whether the node stands in an element whose text is never read, also across shadow roots. */
export function isInsideUnread(node: Node): boolean {
  for (let element = elementOf(node); element; element = elementOf(element)) if (!isReadInto(element)) return true;
  return false;
}

/** Whether a block boundary lies around the element or at it. */
export function separates(node: Node): boolean {
  if (!isElement(node)) return false;
  const flow = flowOf(node);
  return flow === 'block' || flow === 'break';
}

/** A walker over the elements and texts under a root. */
export function createTextWalker(root: Node): TreeWalker {
  return document.createTreeWalker(
    root,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION,
  );
}

/** A walker over the texts under a root alone: half the steps, a third of the cost. */
export function createTextOnlyWalker(root: Node): TreeWalker {
  return document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
}

/** Moves a walker to the next node that is not inside the current one; `null` where there is none. */
export function goAround(walker: TreeWalker): Node | null {
  for (;;) {
    const next = walker.nextSibling();
    if (next || !walker.parentNode()) return next;
  }
}
