// Asks whether a short acronym stands among capitals, by its text or by its style.
import { isInCapitals, isShortAcronym } from '../../glossary/capitals.ts';
import type { Match } from '../../glossary/matcher.ts';
import { elementOf } from './dom.ts';
import { nodeIndexAt } from './occurrences.ts';
import type { TextBlock } from './page-text.ts';

/** Whether the capitals of a match say nothing. Styles are asked only of short acronyms. */
export function isAmongCapitals(block: TextBlock, { start, end }: Match): boolean {
  if (!isShortAcronym(block.text.slice(start, end))) return false;
  if (isInCapitals(block.text, start, end)) return true;
  const element = elementOf(block.nodes[nodeIndexAt(block, start)] as Text);
  return element !== null && getComputedStyle(element).textTransform === 'uppercase';
}
