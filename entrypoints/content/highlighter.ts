// Paints occurrences near the viewport with the Custom Highlight API; the only file that names it.

import rules from '../../components/highlight.css?inline';
import type { Brightness } from '../shared/familiarity.ts';
import { type HighlightLook, lookProperties } from '../shared/highlight-look.ts';
import { closestOf, elementOf, isElement, isShadowRoot, isText, parentOf, shadowRootOf, slotOf } from './dom.ts';
import { createNearWatch } from './near-watch.ts';
import type { Occurrence } from './occurrences.ts';

/** Highlight names; all begin with `termlight`. The rules for them are in components/highlight.css. */
const LIT = 'termlight';
const LIT_LINK = 'termlight-link';
const FAINT = 'termlight-faint';
/** Of the current term, from below: the later name is painted over the one before. */
const CURRENT = ['termlight-glow', 'termlight-current'];

/** Paints what it is given, as it comes near the viewport. */
export interface Highlighter {
  /** Paints it once it is known to be near; or at once, until it is known not to be. */
  add(occurrence: Occurrence, isAtOnce?: boolean): void;
  remove(occurrence: Occurrence): void;
  /** Marks one occurrence, by a glow and a line under it, or none; one that is not lit is not marked either. */
  setCurrent(occurrence: Occurrence | null): void;
  /** Asks again how they are painted. */
  repaint(): void;
  /** How lit terms look from now on. */
  setLook(look: HighlightLook): void;
  /** The occurrences that can be seen now, or nearly so, painted or not. */
  near(): Iterable<Occurrence>;
  /** To be called about once a second: finds what has come near without scrolling, and mends what the page has undone. */
  lookAround(): void;
}

/** Whether this browser can paint at all. */
export function canHighlight(): boolean {
  return typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS;
}

/**
 * Creates the painter of this document, which asks of every occurrence that comes near how it is painted. When the
 * signal aborts, everything is taken away.
 */
export function createHighlighter(
  brightnessOf: (occurrence: Occurrence) => Brightness,
  signal: AbortSignal,
): Highlighter {
  const lit = new Highlight();
  const litLinks = new Highlight();
  const faint = new Highlight();
  const current = new Highlight();
  // Below 0, where a page's own highlights are: these win.
  lit.priority = litLinks.priority = faint.priority = -2;
  current.priority = -1;
  const nearTargets = new Set<Element>();
  const byTarget = new Map<Element, Set<Occurrence>>();
  const targetOf = new Map<Occurrence, Element>();
  const near = new Set<Occurrence>();
  const paintedIn = new Map<Occurrence, Highlight>();
  const sheets = createShadowSheets(signal);
  const setLook = createLook(signal);
  const forcedColours = matchMedia('(forced-colors: active)');

  /** Chromium forces selected text's colours upon every highlight: then only the current term is shown. */
  const show = (name: string, highlight: Highlight) => {
    if (highlight.size && (import.meta.env.FIREFOX || !forcedColours.matches)) register(name, highlight);
    else unregister(name, highlight);
  };
  const showAll = () => {
    show(LIT, lit);
    show(LIT_LINK, litLinks);
    show(FAINT, faint);
  };
  const showCurrent = () => {
    for (const name of CURRENT) (current.size ? register : unregister)(name, current);
  };
  if (!import.meta.env.FIREFOX) forcedColours.addEventListener('change', showAll, { signal });

  /** Where an occurrence is to be painted now. */
  const highlightOf = (occurrence: Occurrence): Highlight | undefined => {
    const brightness = brightnessOf(occurrence);
    if (brightness === 'unlit') return undefined;
    if (isUnderlined(occurrence) || losesColour(occurrence)) return litLinks;
    return brightness === 'faint' ? faint : lit;
  };
  const paint = (occurrence: Occurrence, highlight = highlightOf(occurrence)) => {
    if (!highlight) return;
    paintedIn.set(occurrence, highlight);
    highlight.add(occurrence.range);
    showAll();
    if (import.meta.env.FIREFOX) sheets.adopt(occurrence.range.startContainer.getRootNode());
  };
  const unpaint = (occurrence: Occurrence) => {
    paintedIn.get(occurrence)?.delete(occurrence.range);
    if (paintedIn.delete(occurrence)) showAll();
  };
  const repaint = () => {
    for (const occurrence of near) {
      const highlight = highlightOf(occurrence);
      if (highlight === paintedIn.get(occurrence)) continue;
      unpaint(occurrence);
      paint(occurrence, highlight);
    }
  };
  const comeNear = (occurrence: Occurrence) => {
    near.add(occurrence);
    paint(occurrence);
  };
  const goFar = (occurrence: Occurrence) => {
    near.delete(occurrence);
    unpaint(occurrence);
  };

  const watch = createNearWatch((entries) => {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      if (isIntersecting) nearTargets.add(target);
      else nearTargets.delete(target);
      const hasNoBox = boundingClientRect.width === 0 && boundingClientRect.height === 0;
      for (const occurrence of [...(byTarget.get(target) ?? [])]) {
        if (isIntersecting) comeNear(occurrence);
        else if (hasNoBox && boxOf(occurrence) !== target) moveToBox(occurrence);
        else goFar(occurrence);
      }
    }
  }, signal);

  const add = (occurrence: Occurrence, isAtOnce = false) => {
    const target = boxOf(occurrence);
    if (!target) return;
    targetOf.set(occurrence, target);
    const siblings = byTarget.get(target);
    if (siblings) siblings.add(occurrence);
    else {
      byTarget.set(target, new Set([occurrence]));
      watch.observe(target);
    }
    if (nearTargets.has(target) || (isAtOnce && !siblings)) comeNear(occurrence); // the watch corrects it
  };

  /** An element that is shown without a box of its own now tells no longer where it is. */
  const moveToBox = (occurrence: Occurrence) => {
    remove(occurrence);
    add(occurrence);
  };

  const remove = (occurrence: Occurrence) => {
    goFar(occurrence);
    current.delete(occurrence.range);
    const target = targetOf.get(occurrence);
    const siblings = target && byTarget.get(target);
    if (!target || !siblings) return;
    targetOf.delete(occurrence);
    siblings.delete(occurrence);
    if (siblings.size) return;
    byTarget.delete(target);
    nearTargets.delete(target);
    watch.unobserve(target);
  };

  signal.addEventListener('abort', () => {
    unregister(LIT, lit);
    unregister(LIT_LINK, litLinks);
    unregister(FAINT, faint);
    for (const name of CURRENT) unregister(name, current);
  });

  return {
    add,
    remove,
    setCurrent(occurrence) {
      current.clear();
      const isMarked = occurrence && targetOf.has(occurrence) && !losesColour(occurrence);
      if (isMarked) current.add(occurrence.range);
      showCurrent();
    },
    repaint,
    setLook,
    near: () => near,
    lookAround() {
      watch.look();
      repaint(); // links get and lose lines of their own
      showAll(); // a page may have cleared all highlights
      showCurrent();
      if (import.meta.env.FIREFOX) sheets.adoptAgain();
    },
  };
}

function register(name: string, highlight: Highlight): void {
  if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
}

/** Takes a highlight away, unless the script of a newer version has put its own in the place. */
function unregister(name: string, highlight: Highlight): void {
  if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
}

/** A link with an underline of its own gets no second one; it is lit all the same and marked under the pointer. */
function isUnderlined({ range }: Occurrence): boolean {
  const element = elementOf(range.startContainer);
  const link = element && closestOf(element, 'a[href]');
  return Boolean(link && getComputedStyle(link).textDecorationLine.includes('underline'));
}

/**
 * Firefox paints the letters of a highlight in text that is slotted by itself in its host's colour, not its slot's: such
 * a word gets neither line nor glow. (For a closed shadow root the slot is not told.)
 */
function losesColour({ range }: Occurrence): boolean {
  if (!import.meta.env.FIREFOX) return false;
  return [range.startContainer, range.endContainer].some((text) => {
    const host = parentOf(text);
    if (!host || !isText(text) || !isElement(host) || !shadowRootOf(host)) return false;
    const slot = slotOf(text);
    return !slot || getComputedStyle(slot).color !== getComputedStyle(host).color;
  });
}

/** The element whose box tells where the occurrence is: its parent, or the first ancestor that has a box. */
function boxOf({ range }: Occurrence): Element | null {
  let element = elementOf(range.startContainer);
  while (element && getComputedStyle(element).display === 'contents') element = elementOf(element);
  return element;
}

/** Hands the reader's look to the rules by a sheet of properties for the document; the default needs none. */
function createLook(signal: AbortSignal): (look: HighlightLook) => void {
  let sheet: CSSStyleSheet | undefined;
  const others = () => document.adoptedStyleSheets.filter((other) => other !== sheet);
  signal.addEventListener('abort', () => {
    if (sheet) document.adoptedStyleSheets = others();
  });
  return (look) => {
    const properties = lookProperties(look);
    if (!sheet && !properties) return;
    sheet ??= new CSSStyleSheet();
    sheet.replaceSync(`:root{${properties}}`);
    document.adoptedStyleSheets = properties ? [...others(), sheet] : others();
  };
}

interface ShadowSheets {
  /** Gives the rules to a root, once. */
  adopt(root: Node): void;
  /** Gives them back to roots whose sheets the page has replaced. */
  adoptAgain(): void;
}

/**
 * Firefox does not apply the document's `::highlight()` rules inside shadow roots: a root that holds an occurrence
 * gets them as a constructed sheet.
 */
function createShadowSheets(signal: AbortSignal): ShadowSheets {
  let sheet: CSSStyleSheet | undefined;
  const roots = new Set<ShadowRoot>();
  signal.addEventListener('abort', () => {
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  });
  const addTo = (root: ShadowRoot) => {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
    }
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  };
  return {
    adopt(root) {
      if (!isShadowRoot(root) || roots.has(root)) return;
      roots.add(root);
      addTo(root);
    },
    adoptAgain() {
      for (const root of roots) addTo(root);
    },
  };
}
