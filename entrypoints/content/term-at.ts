// Finds the term that stands under the pointer, lit or not: looked for at that moment in the text there, not ahead of time.
import { scanText } from '../../glossary/matcher.ts';
import type { TermKey } from '../../glossary/model.ts';
import type { TermIndex } from '../../glossary/term-index.ts';
import { caretAt } from './caret.ts';
import { isText } from './dom.ts';
import { isAt, type Occurrence, toLiveRange, toRange } from './occurrences.ts';
import { createTextReader } from './page-text.ts';
import { createReadabilityCheck } from './readability.ts';

/** So much of a text is looked at to either side of the pointer (UTF-16): no form is as long. */
const REACH = 300;

/**
 * Gives a function that finds the term at a pointer's place, as an occurrence; the same one while the pointer is on it.
 * Where the sense of the word was not chosen, or was refused by the reader, its confidence is 0.
 */
export function createTermFinder(
  index: TermIndex,
  isRefused: (key: TermKey) => boolean,
): (event: PointerEvent) => Occurrence | null {
  let last: Occurrence | null = null;

  const isStill = ({ text, range }: Occurrence, { clientX, clientY }: PointerEvent) =>
    isAt({ range }, clientX, clientY) && String(toLiveRange(range)) === text;

  const find = (event: PointerEvent): Occurrence | null => {
    const caret = caretAt(event);
    const node = caret?.offsetNode;
    if (!node || !isText(node)) return null;
    const block = createTextReader({ first: node, last: node }).next();
    const start = block?.starts[block.nodes.indexOf(node)];
    if (!block || start === undefined) return null;
    const from = Math.max(0, start + caret.offset - REACH);
    for (const match of scanText(block.text.slice(from, from + 2 * REACH), index).matches) {
      const place = { start: from + match.start, end: from + match.end };
      const { key, label, needsCues } = match.term;
      const range = toRange(block, place);
      if (!isAt({ range }, event.clientX, event.clientY)) continue;
      if (!createReadabilityCheck().isReadable(block, place.start, place.end)) return null;
      const confidence = needsCues || isRefused(key) ? 0 : 1;
      return { key, label, text: String(toLiveRange(range)), range, because: [], confidence };
    }
    return null;
  };

  return (event) => {
    if (!last || !isStill(last, event)) last = find(event);
    return last;
  };
}
