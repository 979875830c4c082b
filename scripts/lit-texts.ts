// Reads from a page which of its words are lit, as any script of the page could: through CSS.highlights.
import type { Frame, Page } from 'puppeteer-core';
import { callInPage, waitInPage } from './in-page.ts';

/** The lit texts in document order, as read; open shadow roots stand where their hosts stand. */
export function litTexts(page: Page | Frame): Promise<string[]> {
  return callInPage(page, readLitTexts);
}

/** Waits until something is lit; rejects after `timeout` milliseconds. */
export function waitUntilLit(page: Page | Frame, timeout?: number): Promise<void> {
  return waitInPage(page, 'a lit term', isSomethingLit, [], timeout);
}

/** Waits until an occurrence with this text is lit. */
export function waitUntilTextLit(page: Page | Frame, text: string, timeout?: number): Promise<void> {
  return waitInPage(page, `a lit “${text}”`, isTextLit, [text], timeout);
}

/** Where the first lit occurrence with this text is, in CSS pixels of the viewport, or `null`. Scrolls it into view. */
export function locateLit(page: Page | Frame, text: string): Promise<{ x: number; y: number } | null> {
  return callInPage(page, findLitPoint, text);
}

/** The lines of the first lit occurrence with this text, in CSS pixels of the viewport. Scrolls nothing. */
export function litRects(page: Page | Frame, text: string): Promise<LitRect[]> {
  return callInPage(page, findLitRects, text);
}

interface LitRect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

// The functions below run in the page: each stands for itself and names nothing outside.

function isSomethingLit(): boolean {
  return [...CSS.highlights].some(([name, highlight]) => name.startsWith('termlight') && highlight.size > 0);
}

function isTextLit(text: string): boolean {
  return [...CSS.highlights]
    .filter(([name]) => name.startsWith('termlight'))
    .some(([, highlight]) =>
      [...highlight].some((lit) => {
        if (!lit.startContainer.isConnected) return false;
        const range = document.createRange();
        range.setStart(lit.startContainer, lit.startOffset);
        range.setEnd(lit.endContainer, lit.endOffset);
        return range.toString() === text;
      }),
    );
}

function findLitPoint(text: string): { x: number; y: number } | null {
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('termlight')) continue;
    for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      if (range.toString() !== text) continue;
      const { parentElement } = startContainer;
      if (parentElement) Element.prototype.scrollIntoView.call(parentElement, { block: 'center', behavior: 'instant' });
      const [first] = range.getClientRects();
      return first ? { x: first.x + first.width / 2, y: first.y + first.height / 2 } : null;
    }
  }
  return null;
}

function findLitRects(text: string): LitRect[] {
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('termlight')) continue;
    for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      if (range.toString() !== text) continue;
      return [...range.getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
    }
  }
  return [];
}

function readLitTexts(): string[] {
  interface LitRange {
    readonly text: string;
    /** The range in its own tree, then its host in the tree around it, and so on up to the document. */
    readonly path: readonly Range[];
  }

  const toRange = ({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): Range => {
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range;
  };
  const readText = (range: Range): string => {
    const copy = range.cloneContents();
    for (const ruby of copy.querySelectorAll('rt, rp')) ruby.remove();
    const visible = (copy.textContent ?? '').replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
    return visible.replace(/\s+/g, ' ').trim();
  };
  const pathOf = (range: Range): Range[] => {
    const path = [range];
    let root = range.startContainer.getRootNode();
    // Not by `instanceof`: a root that was made in another frame has that frame's prototype.
    while ('host' in root) {
      const host = root.host as Element;
      const around = document.createRange();
      around.selectNode(host);
      path.unshift(around);
      root = host.getRootNode();
    }
    return path;
  };
  const compare = (a: LitRange, b: LitRange): number => {
    for (let depth = 0; depth < Math.min(a.path.length, b.path.length); depth++) {
      const order = (a.path[depth] as Range).compareBoundaryPoints(Range.START_TO_START, b.path[depth] as Range);
      if (order !== 0) return order;
    }
    return a.path.length - b.path.length;
  };
  const isSame = (a: LitRange, b: LitRange | undefined): boolean =>
    b !== undefined &&
    compare(a, b) === 0 &&
    a.path.at(-1)?.endContainer === b.path.at(-1)?.endContainer &&
    a.path.at(-1)?.endOffset === b.path.at(-1)?.endOffset;

  return [...CSS.highlights]
    .filter(([name]) => name.startsWith('termlight'))
    .flatMap(([, highlight]) => [...highlight])
    .filter(({ startContainer, endContainer }) => startContainer.isConnected && endContainer.isConnected)
    .map(toRange)
    .map((range): LitRange => ({ text: readText(range), path: pathOf(range) }))
    .sort(compare)
    .filter((lit, index, all) => !isSame(lit, all[index - 1]))
    .map(({ text }) => text);
}
