// Has spans of a page read in slices that leave the page its turn, in the order in which they were asked for; what takes
// longer than a slice lets others go first.
import { holds, isBefore, isConnected, rootOf } from './dom.ts';
import type { Span } from './page-text.ts';
import { createHostSearch } from './shadow-hosts.ts';
import { spansAround } from './spans.ts';
import { SLICE_MS } from './steps.ts';
import { createTurns } from './yield-to-page.ts';

/** More changes wait only where the page changes faster than it is read: then all is read again. */
const MOST_WAITING = 200;

/** The same for a hidden tab, which may go on changing one text for hours. */
const MOST_WAITING_HIDDEN = 20;

/** What was lit and has gone dark is read at once, for a slice, if so long has passed since the last time; else in a frame. */
const AT_ONCE_AFTER_MS = 6;

/** What is not read after so many slices takes longer than a frame or two. */
const LONG_SLICES = 4;

/** So many readings may have begun before those come to their end that have. */
const MOST_BEGUN = 10;

/** The reading of a span. */
export interface SpanReading {
  /** Reads on until the deadline. Returns whether anything is left. */
  goOn(deadline: number): boolean;
  /** The node it stands at; if that leaves its place, the reading is lost and must be begun anew. */
  readonly position: Node;
}

/** What the queue works with. */
export interface ReadingQueueOptions {
  readonly startReading: (span: Span) => SpanReading;
  /** A span has been read to its end. */
  readonly onRead: (span: Span) => void;
  /** Called once for each span that takes long. */
  readonly onLong: () => void;
  /** Called for each shadow root in what has been read; it is to be read by itself. */
  readonly onShadowRoot: (root: ShadowRoot) => void;
  /** Does what is to be done once all has been read, until the deadline. Returns whether anything is left. */
  readonly onAllRead: (deadline: number) => boolean;
  /** Tells how long each slice took, in milliseconds. */
  readonly onWorked: (ms: number) => void;
  readonly signal: AbortSignal;
}

/** The queue of one document, with its shadow roots. */
export interface ReadingQueue {
  /** Has nodes read (again) soon, with all that stands between them. */
  read(nodes: readonly Node[]): void;
  /** Has them read before the next frame is painted, as far as a slice suffices and the page has left us our share. */
  readAtOnce(lists: readonly (readonly Node[])[]): void;
  /** Whether this is being done now. */
  readonly isAtOnce: boolean;
  /** Work has been done for the page's changes elsewhere, for so long: it counts for our share. */
  charge(ms: number): void;
  /** Tells that a node has left its place, so that a reading that stands in it goes back to where it was. */
  moved(node: Node, from: Node): void;
  /** There is something to do once all has been read. */
  wake(): void;
}

/** A reading that has begun, of a span under a root. */
interface Begun {
  readonly root: Node;
  readonly span: Span;
  readonly reading: SpanReading;
  /** How many slices it has taken. */
  readonly slices: number;
}

/** Starts with nothing to read. */
export function createReadingQueue(options: ReadingQueueOptions): ReadingQueue {
  const { signal } = options;
  const hosts = createHostSearch(options.onShadowRoot);
  const turns = createTurns();
  let queue: (readonly Node[])[] = [];
  let rootsWaiting = 0; // how many there were when all was last to be read again
  let begun: Begun[] = []; // those that take more than a slice
  let isNewFirst = false; // in every other slice, so that what has begun ends, however much a page changes
  let isRunning = false;
  let isAtOnce = false;
  let readAtOnceAt = Number.NEGATIVE_INFINITY;
  let frame = 0; // in which something is to be read at once
  signal.addEventListener('abort', () => cancelAnimationFrame(frame));

  const begin = (): Begun | undefined => {
    for (let nodes = queue.shift(); nodes; nodes = queue.shift()) {
      const [span, ...others] = spansAround(nodes);
      if (!span) continue;
      queue.unshift(...others.map(({ first, last }) => [first, last]));
      return { root: rootOf(span.first), span, reading: options.startReading(span), slices: 0 };
    }
    return undefined;
  };
  const takeNext = (): Begun | undefined =>
    isNewFirst && begun.length < MOST_BEGUN ? (begin() ?? begun.shift()) : (begun.shift() ?? begin());

  /** Whatever waits, one reading of each root does; with many roots the next time comes later. */
  const waitForRoots = () => {
    const roots = new Set(queue.flat().filter(isConnected).map(rootOf));
    queue = [...roots].map((root) => [root]);
    rootsWaiting = roots.size;
  };

  /** Works until the deadline. Returns whether anything is left to do. */
  const workOn = (deadline: number): boolean => {
    for (let current = takeNext(); current; current = takeNext()) {
      const { span, reading } = current;
      if (reading.goOn(deadline)) {
        const slices = current.slices + 1;
        if (slices === LONG_SLICES) options.onLong();
        begun.push({ ...current, slices });
        return true;
      }
      options.onRead(span);
      if (isConnected(span.first) && isConnected(span.last)) hosts.add(span);
    }
    return hosts.goOn(deadline) || queue.length > 0 || options.onAllRead(deadline);
  };

  const charge = (ms: number) => {
    options.onWorked(ms);
    turns.end(ms);
  };

  /** Begins after the change that asked for it, so that what a page changes at once is read at once. */
  const run = async () => {
    isRunning = true;
    try {
      for (let isLeft = true; isLeft; ) {
        await turns.next();
        if (signal.aborted) return;
        const start = performance.now();
        isNewFirst = !isNewFirst;
        isLeft = workOn(start + SLICE_MS);
        charge(performance.now() - start);
      }
    } finally {
      isRunning = false;
    }
  };
  const wake = () => {
    if (!isRunning) void run();
  };

  /** The browser is asked for styles here, and has to bring them up to date: once in a frame is what it does anyway. */
  const workAtOnce = () => {
    readAtOnceAt = performance.now();
    isNewFirst = true;
    isAtOnce = true;
    workOn(readAtOnceAt + SLICE_MS);
    isAtOnce = false;
    cancelAnimationFrame(frame);
    frame = 0;
  };
  const keepFew = () => {
    const most = document.hidden ? MOST_WAITING_HIDDEN : MOST_WAITING;
    if (queue.length > most + 2 * rootsWaiting) waitForRoots();
    wake();
  };

  return {
    read(nodes) {
      queue.push(nodes);
      keepFew();
    },
    readAtOnce(lists) {
      queue.unshift(...lists);
      if (turns.areSpent || document.hidden) return keepFew();
      if (performance.now() - readAtOnceAt >= AT_ONCE_AFTER_MS) workAtOnce();
      else
        frame ||= requestAnimationFrame(() => {
          const begin = performance.now();
          workAtOnce();
          charge(performance.now() - begin);
        });
      keepFew();
    },
    get isAtOnce() {
      return isAtOnce || frame !== 0; // a slice may come before the frame
    },
    charge,
    moved(node, from) {
      const lost = begun.filter(({ reading }) => holds(node, reading.position));
      if (!lost.length) return;
      begun = begun.filter((reading) => !lost.includes(reading));
      for (const { root, span } of lost) {
        const isRestKnown = isConnected(from) && isConnected(span.last) && !isBefore(span.last, from);
        queue.unshift(isRestKnown ? [from, span.last] : [root]);
      }
    },
    wake,
  };
}
