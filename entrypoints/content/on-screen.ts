// Finds elements that are on the screen, by asking the browser what stands at some points of it.
import { elementAt } from './caret.ts';

/** How many points are asked for at a time: in rows, lines being low, and columns, most being wide. */
const ROWS = 20;
const COLUMNS = 3;

/** The innermost elements at points all over the screen, at others each time. */
export function elementsOnScreen(): Set<Element> {
  const found = new Set<Element>();
  for (let point = 0; point < ROWS * COLUMNS; point++) {
    const x = (((point % COLUMNS) + Math.random()) / COLUMNS) * innerWidth;
    const y = ((Math.floor(point / COLUMNS) + Math.random()) / ROWS) * innerHeight;
    const element = elementAt(x, y);
    if (element) found.add(element);
  }
  return found;
}
