// Asks whether short acronyms stand among capitals, by their text or by its style.
import { createCapitalsCheck, isShortAcronym } from '../../glossary/capitals.ts';
import type { Match } from '../../glossary/matcher.ts';
import { elementOf } from './dom.ts';
import { nodeIndexAt } from './occurrences.ts';
import type { TextBlock } from './page-text.ts';

/** Tells of the matches of a block whether their capitals say nothing. Styles are asked only of short acronyms. */
export function createAmongCapitalsCheck(block: TextBlock): (match: Match) => boolean {
  const isInCapitals = createCapitalsCheck(block.text);
  return ({ start, end }) => {
    if (!isShortAcronym(block.text.slice(start, end))) return false;
    if (isInCapitals(start, end)) return true;
    const element = elementOf(block.nodes[nodeIndexAt(block, start)] as Text);
    return element !== null && getComputedStyle(element).textTransform === 'uppercase';
  };
}
