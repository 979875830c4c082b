// Reads what lit ranges cover at this very moment, right or wrong.
import type { Page } from 'puppeteer-core';
import { createSpotter } from '../../glossary/spot.ts';
import { builtinGlossary } from '../../scripts/builtin-glossary.ts';
import { callInPage } from '../../scripts/in-page.ts';

const spotter = createSpotter(builtinGlossary());

/** Gives the page's scripts a function `coveredTexts`: the texts of all lit ranges that would be painted now. */
export function addCoveredTexts(page: Page): Promise<void> {
  return callInPage(page, defineCoveredTexts);
}

/** Of the texts those that are no surface form: to light them is wrong whatever stands around them. */
export function withoutForms(texts: readonly string[]): string[] {
  return texts.filter((text) => !spotter.spot({ text }).some(({ start, end }) => start === 0 && end === text.length));
}

declare global {
  interface Window {
    coveredTexts(): string[];
  }
}

/** Runs in the page: names nothing outside. */
function defineCoveredTexts(): void {
  window.coveredTexts = () => {
    const lit = [...CSS.highlights]
      .filter(([name]) => name.startsWith('termlight'))
      .flatMap(([, ranges]) => [...ranges]);
    return lit.map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange();
      try {
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
      } catch {
        return 'beyond the end of its text';
      }
      const copy = range.cloneContents();
      for (const passedOver of copy.querySelectorAll('rt, rp')) passedOver.remove();
      return (copy.textContent ?? '').replace(/\s+/g, ' ');
    });
  };
}
