// Finds elements that are on the screen, by asking the browser what stands at some points of it.
import { elementAt } from './caret.ts';
import { eachTextIn } from './drawn-text.ts';

/** How many points are asked for at a time at most: in rows, lines being low, and columns, most being wide. */
const ROWS = 20;
const COLUMNS = 3;

/** So long is asked at a time; a page of which so many answers took longer, each alone, is never asked again. */
const LOOK_MS = 2;
const MOST_DEAR = 3; // one may be the machine's doing

/** What is on the screen is read first in elements of so many nodes. */
const MOST_NODES_READ = 50;

/** Gives a function that tells the innermost elements at points all over the screen, at others each time. */
export function createScreenLook(): () => Set<Element> {
  let dear = 0; // browsers look through all children of a block: tens of milliseconds where there are thousands

  return () => {
    const found = new Set<Element>();
    document.documentElement?.getBoundingClientRect(); // what is to be laid out is no part of the answers' time
    const begin = performance.now();
    let spent = 0;
    const first = Math.floor(Math.random() * ROWS);
    for (let count = 0; count < ROWS * COLUMNS && spent < LOOK_MS && dear < MOST_DEAR; count++) {
      const row = (first + Math.floor(count / COLUMNS)) % ROWS;
      const x = (((count % COLUMNS) + Math.random()) / COLUMNS) * innerWidth;
      const y = ((row + Math.random()) / ROWS) * innerHeight;
      const element = elementAt(x, y);
      if (element) found.add(element);
      const now = performance.now() - begin;
      if (now - spent > LOOK_MS) dear++;
      spent = now;
    }
    return found;
  };
}

/**
 * Gives a function that has the elements on the screen read soon: to be called when something is being read that takes long.
 * Elements that hold much, such as the whole page, are left out.
 */
export function createScreenReading(
  elementsOnScreen: () => Iterable<Element>,
  read: (elements: readonly Element[]) => void,
  signal: AbortSignal,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));
  const readOnScreen = () => {
    timer = undefined;
    read([...elementsOnScreen()].filter((element) => eachTextIn(element, MOST_NODES_READ, () => undefined)));
  };
  return () => {
    timer ??= setTimeout(readOnScreen);
  };
}
