// Keeps the set of lit occurrences equal to what the page says: reads its runs of text, passing over what holds no term.
import { createFormFilter } from '../../glossary/form-filter.ts';
import type { FormTable } from '../../glossary/form-table.ts';
import type { Match } from '../../glossary/matcher.ts';
import { createSieve } from '../../glossary/sieve.ts';
import { isFolded } from './folded.ts';
import { createFoundBlocks, type DecisionOptions } from './found-blocks.ts';
import type { Occurrence } from './occurrences.ts';
import { createTextReader } from './page-text.ts';
import { createReadabilityCheck } from './readability.ts';
import { createReadingQueue, type ReadingQueue, type ReadingQueueOptions } from './reading-queue.ts';

/** What a scan needs from its surroundings. */
export interface PageScanOptions
  extends Omit<DecisionOptions, 'onLit' | 'onLeft'>,
    Pick<ReadingQueueOptions, 'onLong' | 'onShadowRoot' | 'onWorked'> {
  readonly forms: FormTable;
  /** An occurrence is to be lit; at once if it stands for one that has gone dark in this frame. */
  readonly onLit: (occurrence: Occurrence, isAtOnce: boolean) => void;
}

/** The scan of one document, with its shadow roots. */
export interface PageScan extends Pick<ReadingQueue, 'read' | 'moved' | 'charge'> {
  /** Resolves once all that was to be read at first has been, and decided about. */
  readonly firstRead: Promise<void>;
  /** Has elements read now that are on the screen, and lit at once, as far as a slice suffices. */
  readNow(elements: readonly Element[]): void;
  /** The text around a node, or its place, has changed: it must be read again. */
  drop(node: Text, hasLeft: boolean): void;
  /** The texts that something hangs on. */
  knownTexts(): Iterable<Text>;
  /** Unlights at once what no longer stands as it did in what has been dropped, and has lists of nodes read again. */
  settle(lists: readonly (readonly Node[])[]): void;
  /** Decides about all blocks again, soon: the reader's wishes or the page's styles have changed; or about those in some elements. */
  refresh(elements?: ReadonlySet<Node>): void;
  /** Decides about some blocks again, first about those in these elements: styles change without a word. */
  refreshSome(first: Iterable<Element>): void;
  /** What is not lit and stands here in our sense, of the matches that are asked for: shown, or folded away. */
  findUnlit(isAsked: (match: Match) => boolean, where: 'shown' | 'folded'): Occurrence[];
}

/** Starts the scan of a document; nothing is read before `read` is called. */
export function createPageScan({
  forms,
  onLong,
  onShadowRoot,
  onWorked,
  onLit,
  ...options
}: PageScanOptions): PageScan {
  const sieve = createSieve(createFormFilter(forms));
  const firstRead = Promise.withResolvers<void>();
  const queue = createReadingQueue({
    startReading(span) {
      const text = createTextReader(span, sieve);
      return {
        goOn(deadline) {
          const check = createReadabilityCheck();
          while (!text.isOver) {
            const block = text.next();
            if (block) blocks.add(block, check);
            if (performance.now() > deadline) return true;
          }
          return false;
        },
        get position() {
          return text.position;
        },
      };
    },
    onRead: (span) => blocks.touch(span),
    onLong,
    onShadowRoot,
    onAllRead(deadline) {
      const isLeft = blocks.decide(createReadabilityCheck(), deadline);
      if (!isLeft) firstRead.resolve();
      return isLeft;
    },
    onWorked,
    signal: options.signal,
  });
  const { read, moved, charge, wake } = queue;
  const blocks = createFoundBlocks(
    { ...options, onLit: (occurrence) => onLit(occurrence, queue.isAtOnce), onLeft: read },
    wake,
  );

  return {
    firstRead: firstRead.promise,
    read,
    moved,
    drop(node, hasLeft) {
      if (blocks.drop(node, hasLeft)) wake(); // what has gone may have been the evidence for what is left
    },
    knownTexts: () => blocks.texts(),
    readNow(elements) {
      const begin = performance.now();
      queue.readAtOnce(elements.map((element) => [element]));
      charge(performance.now() - begin);
    },
    settle(lists) {
      if (blocks.settle()) queue.readAtOnce(lists);
      else lists.forEach(read);
    },
    charge,
    refresh(elements) {
      blocks.refresh(elements);
      wake();
    },
    refreshSome(first) {
      blocks.refreshSome(first);
      wake();
    },
    findUnlit: (isAsked, where) =>
      blocks.findUnlit(isAsked, createReadabilityCheck(where === 'folded' ? isFolded : undefined)),
  };
}
