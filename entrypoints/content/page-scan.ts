// Keeps the set of lit occurrences equal to what the page says: reads spans in slices, passing over what holds no term.
import { createFormFilter } from '../../glossary/form-filter.ts';
import type { FormTable } from '../../glossary/form-table.ts';
import type { Match } from '../../glossary/matcher.ts';
import { createSieve } from '../../glossary/sieve.ts';
import { holds, isBefore, isConnected, rootOf } from './dom.ts';
import { isFolded } from './folded.ts';
import { createFoundBlocks, type DecisionOptions } from './found-blocks.ts';
import type { Occurrence } from './occurrences.ts';
import { createTextReader, type Span, type TextReader } from './page-text.ts';
import { createReadabilityCheck } from './readability.ts';
import { createHostSearch } from './shadow-hosts.ts';
import { spansAround } from './spans.ts';
import { createTurns } from './yield-to-page.ts';

/** The longest stretch of work before the page gets its turn; with what V8 tidies up meanwhile it stays below a frame. */
const SLICE_MS = 6;

/** More changes wait only where the page changes faster than it is read: then all is read again. */
const MOST_WAITING = 200;

/** The same for a hidden tab, which may go on changing one text for hours. */
const MOST_WAITING_HIDDEN = 20;

/** What all scans of this document have worked so far, in milliseconds. */
let workedMs = 0;
export const timeWorked = (): number => workedMs;

/** What a scan needs from its surroundings. */
export interface PageScanOptions extends DecisionOptions {
  readonly forms: FormTable;
  readonly onShadowRoot: (root: ShadowRoot) => void;
}

/** The scan of one document, with its shadow roots. */
export interface PageScan {
  /** Reads nodes (again) soon, with all that stands between them. */
  read(nodes: readonly Node[]): void;
  /** Unlights the block that a text node is part of, at once; it must be read again. */
  drop(node: Text): void;
  /** Tells that a node has left its place, so that a reader standing in it goes back to where it was. */
  moved(node: Node, from: Node): void;
  /** Decides about all blocks again, soon: the reader's wishes or the page's styles have changed; or about those in some elements. */
  refresh(elements?: ReadonlySet<Node>): void;
  /** Decides about some blocks again, others each time: styles change without a word. */
  refreshSome(): void;
  /** What is not lit and stands here in our sense, of the matches that are asked for: shown, or folded away. */
  findUnlit(isAsked: (match: Match) => boolean, where: 'shown' | 'folded'): Occurrence[];
}

/** Starts the scan of a document; nothing is read before `read` is called. */
export function createPageScan(options: PageScanOptions): PageScan {
  const { signal } = options;
  const sieve = createSieve(createFormFilter(options.forms));
  const hosts = createHostSearch(options.onShadowRoot);
  let queue: (readonly Node[])[] = [];
  let rootsWaiting = 0; // how many there were when all was last to be read again
  const turns = createTurns();
  let reader: { root: Node; span: Span; text: TextReader } | null = null;
  let isRunning = false;

  const finish = (span: Span) => {
    blocks.touch(span);
    if (isConnected(span.first) && isConnected(span.last)) hosts.add(span);
  };

  /** The reader of what is to be read next, or `null` when all has been read. */
  const nextReader = (): TextReader | null => {
    while (!reader || reader.text.isOver) {
      if (reader) finish(reader.span);
      reader = null;
      const nodes = queue.shift();
      if (!nodes) return null;
      const [span, ...others] = spansAround(nodes);
      if (!span) continue;
      queue.unshift(...others.map(({ first, last }) => [first, last]));
      reader = { root: rootOf(span.first), span, text: createTextReader(span, sieve) };
    }
    return reader.text;
  };

  /** Whatever waits, one reading of each root does; with many roots the next time comes later. */
  const waitForRoots = () => {
    const roots = new Set(queue.flat().filter(isConnected).map(rootOf));
    queue = [...roots].map((root) => [root]);
    rootsWaiting = roots.size;
  };

  /** Reads and decides until the deadline. Returns whether anything is left to do. */
  const workOn = (deadline: number): boolean => {
    const check = createReadabilityCheck();
    for (let text = nextReader(); text; text = nextReader()) {
      const block = text.next();
      if (block) blocks.add(block, check);
      if (performance.now() > deadline) return true;
    }
    return hosts.goOn(deadline) || queue.length > 0 || blocks.decide(check, deadline);
  };

  /** Begins after the change that asked for it, so that what a page changes at once is read at once. */
  const run = async () => {
    isRunning = true;
    try {
      for (let isLeft = true; isLeft; ) {
        await turns.next();
        if (signal.aborted) return;
        const begin = performance.now();
        isLeft = workOn(begin + SLICE_MS);
        const took = performance.now() - begin;
        workedMs += took;
        turns.end(took);
      }
    } finally {
      isRunning = false;
    }
  };

  const wake = () => {
    if (!isRunning) void run();
  };

  const blocks = createFoundBlocks(options, wake);

  return {
    read(nodes) {
      queue.push(nodes);
      const most = document.hidden ? MOST_WAITING_HIDDEN : MOST_WAITING;
      if (queue.length > most + 2 * rootsWaiting) waitForRoots();
      wake();
    },
    drop(node) {
      if (blocks.drop(node)) wake(); // what has gone may have been the evidence for what is left
    },
    moved(node, from) {
      if (!reader || !holds(node, reader.text.position)) return;
      const { root, span } = reader;
      reader = null;
      const isRestKnown = isConnected(from) && isConnected(span.last) && !isBefore(span.last, from);
      queue.unshift(isRestKnown ? [from, span.last] : [root]);
    },
    refresh(elements) {
      blocks.refresh(elements);
      wake();
    },
    refreshSome() {
      blocks.refreshSome();
      wake();
    },
    findUnlit: (isAsked, where) =>
      blocks.findUnlit(isAsked, createReadabilityCheck(where === 'folded' ? isFolded : undefined)),
  };
}
