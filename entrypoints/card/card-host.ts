// The one element that Termlight adds to a page: a closed shadow root in the top layer that holds all cards, and what is
// said to screen readers.
import cardRules from '../../components/card.css?inline';
import tokenRules from '../../components/tokens.css?inline';
import { elementOf, fits } from '../content/dom.ts';

/** Events of the cards that the page's own listeners must not take for theirs; keys and the focus are kept in `cards.tsx`. */
const KEPT_EVENTS = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick'];

/** The host of all cards of a document. */
export interface CardHost {
  /** Shows the host above all else, where the text of a node can be reached, with one more place for a card. */
  addPlace(node: Node): HTMLElement;
  /** Takes a place away; without places the host shows nothing. */
  removePlace(place: HTMLElement): void;
  /** Has an element in the page that is heard, not seen, where the text of a node can be reached; it takes itself away. */
  addRegion(region: HTMLElement, node: Node): void;
  /** Leaves the page if nothing is left in it. */
  leave(): void;
  /** Whether an event happened in a card. */
  contains(event: Event): boolean;
  /** What has the focus inside the cards. */
  focused(): Element | null;
}

interface HostParts {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
}

/** Prepares the host of a document; it is added to the page when it is first needed. */
export function createCardHost(): CardHost {
  let parts: HostParts | undefined;

  const create = (): HostParts => {
    const element = document.createElement('termlight-card');
    element.popover = 'manual';
    const shadow = element.attachShadow({ mode: 'closed' });
    shadow.adoptedStyleSheets = [tokenRules, cardRules].map(toSheet);
    for (const type of KEPT_EVENTS) element.addEventListener(type, (event) => event.stopPropagation());
    return { host: element, root: shadow };
  };
  const hasPlaces = () => parts?.root.querySelector('.place') != null;

  /** Where the node can be reached. What is moved is shown no more. */
  const attach = (node: Node): HostParts => {
    parts ??= create();
    const { host } = parts;
    const parent = liveElementAround(node) ?? document.documentElement;
    if (host.parentNode !== parent) parent.append(host);
    return parts;
  };

  return {
    addPlace(node) {
      const { host, root } = attach(node);
      const place = document.createElement('div');
      place.className = 'place';
      root.append(place);
      if (host.matches(':popover-open')) host.hidePopover(); // shown anew, it is above what the page has opened since
      host.showPopover();
      place.style.zoom = String(1 / host.currentCSSZoom); // a page that enlarges its root enlarges the top layer, too
      // The host inherits nothing from the page: its text is as large as the reader has set the browser's.
      place.style.setProperty('--reader-unit', `${Number.parseFloat(getComputedStyle(host).fontSize) / 16}px`);
      return place;
    },
    removePlace(place) {
      place.remove();
      if (!hasPlaces() && parts?.host.matches(':popover-open')) parts.host.hidePopover();
    },
    addRegion(region, node) {
      const { host, root } = attach(node);
      if (region.parentNode !== root) root.append(region);
      if (hasPlaces() && !host.matches(':popover-open')) host.showPopover();
    },
    leave() {
      if (!parts?.root.childElementCount) parts?.host.remove();
    },
    contains: (event) => parts !== undefined && event.target === parts.host,
    focused: () => parts?.root.activeElement ?? null,
  };
}

function toSheet(rules: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  return sheet;
}

/** While a modal dialog is open, or an element fills the screen, all outside it is inert, the top layer too. */
function liveElementAround(node: Node): Element | null {
  for (let element = elementOf(node); element; element = elementOf(element)) {
    if (fits(element, 'dialog:modal, :fullscreen')) return element;
  }
  return null;
}
