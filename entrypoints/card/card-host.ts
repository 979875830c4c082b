// The one element that Termlight adds to a page: a closed shadow root in the top layer that holds all cards.
import cardRules from '../../components/card.css?inline';
import tokenRules from '../../components/tokens.css?inline';
import { elementOf, fits } from '../content/dom.ts';

/** Events of the cards that the page's own listeners must not take for theirs. */
const KEPT_EVENTS = [
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick'],
  ...['keydown', 'keyup', 'keypress', 'focusin', 'focusout'],
];

/** The host of all cards of a document. */
export interface CardHost {
  /** Shows the host above all else, where the text of a node can be reached, with one more place for a card. */
  addPlace(node: Node): HTMLElement;
  /** Takes a place away; without places the host shows nothing. */
  removePlace(place: HTMLElement): void;
  /** Whether an event happened in a card. */
  contains(event: Event): boolean;
  /** What has the focus inside the cards. */
  focused(): Element | null;
}

/** Prepares the host; it is added to the page with the first place. When the signal aborts it is removed. */
export function createCardHost(signal: AbortSignal): CardHost {
  let host: HTMLElement | undefined;
  let root: ShadowRoot | undefined;

  const create = (): { host: HTMLElement; root: ShadowRoot } => {
    const element = document.createElement('termlight-card');
    element.popover = 'manual';
    const shadow = element.attachShadow({ mode: 'closed' });
    shadow.adoptedStyleSheets = [tokenRules, cardRules].map(toSheet);
    for (const type of KEPT_EVENTS) element.addEventListener(type, (event) => event.stopPropagation());
    return { host: element, root: shadow };
  };

  signal.addEventListener('abort', () => host?.remove());

  return {
    addPlace(node) {
      if (!host || !root) ({ host, root } = create());
      const place = document.createElement('div');
      place.className = 'place';
      root.append(place);
      const parent = liveElementAround(node) ?? document.documentElement;
      if (host.parentNode !== parent) parent.append(host);
      else if (host.matches(':popover-open')) host.hidePopover(); // shown anew, it is above what the page has opened since
      host.showPopover();
      place.style.zoom = String(1 / host.currentCSSZoom); // a page that enlarges its root enlarges the top layer, too
      // The host inherits nothing from the page: its text is as large as the reader has set the browser's.
      place.style.setProperty('--reader-unit', `${Number.parseFloat(getComputedStyle(host).fontSize) / 16}px`);
      return place;
    },
    removePlace(place) {
      place.remove();
      if (root && !root.childElementCount && host?.matches(':popover-open')) host.hidePopover();
    },
    contains: (event) => host !== undefined && event.target === host,
    focused: () => root?.activeElement ?? null,
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
