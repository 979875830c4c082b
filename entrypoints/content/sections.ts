// Cuts a page into the sections that its author has given it.
import { isShadowRoot, rootOf } from './dom.ts';
import type { Occurrence } from './occurrences.ts';
import { type Placed, sortInSteps } from './reading-order.ts';
import type { Steps } from './steps.ts';

const SECTION_STARTS = 'h1, h2, h3, h4, h5, h6, [role="heading"], article, section';

interface SectionStart extends Placed {
  readonly start: Element;
}

/**
 * The occurrences in reading order, section by section. A section begins with a heading (h1 to h6, or by its role), an
 * `article` or a `section`, and goes on to the next of these, whether that stands in it, beside it or around it; also
 * one that is not shown begins a section. What comes before the first is one, too.
 */
export function* cutIntoSections(occurrences: readonly Occurrence[]): Steps<Occurrence[][]> {
  const starts = [...rootsOf(occurrences)].flatMap((root) => [...root.querySelectorAll(SECTION_STARTS)]);
  const placed = starts.map((start): SectionStart => ({ range: { startContainer: start, startOffset: 0 }, start }));
  const sections: Occurrence[][] = [[]];
  for (const next of yield* sortInSteps<Occurrence | SectionStart>([...placed, ...occurrences])) {
    if ('start' in next) sections.push([]);
    else sections.at(-1)?.push(next);
  }
  return sections;
}

/** The roots that occurrences stand in, with those around them. */
function rootsOf(occurrences: readonly Occurrence[]): ReadonlySet<Document | ShadowRoot> {
  const roots = new Set<Document | ShadowRoot>([document]);
  for (const { range } of occurrences) {
    for (let root = rootOf(range.startContainer); isShadowRoot(root); root = rootOf(root.host)) roots.add(root);
  }
  return roots;
}
