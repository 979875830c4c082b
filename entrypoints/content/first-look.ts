// Tells when a page may hold a term that is sought: most pages never do, and pay for nothing more than this look.
import { createFormFilter } from '../../glossary/form-filter.ts';
import type { FormTable } from '../../glossary/form-table.ts';
import type { Level } from '../../glossary/model.ts';
import { createSieve } from '../../glossary/sieve.ts';
import { findTokens } from '../../glossary/tokens.ts';
import { isText, rootOf } from './dom.ts';
import { watchPage } from './page-changes.ts';
import { runStartOf } from './page-text.ts';
import { createReadingQueue } from './reading-queue.ts';
import { createSkimmer } from './skimmer.ts';
import { createTextOnlyWalker } from './text-flow.ts';

/** What the look needs. */
export interface FirstLookOptions {
  readonly forms: FormTable;
  /** Of the terms that are sought. */
  readonly levels: readonly Level[];
  /** Called at the first text that a form may begin in, and at later ones while the look goes on. */
  readonly onFound: () => void;
  /** Tells how long each slice of the look took, in milliseconds. */
  readonly onWorked: (ms: number) => void;
  readonly signal: AbortSignal;
}

/** A look at one document, which goes on as the page changes. */
export interface FirstLook {
  /** To be called about once a second: finds what no change of the page tells of. */
  lookAround(): void;
}

/** Looks until the signal aborts. */
export function startFirstLook({ forms, levels, onFound, onWorked, signal }: FirstLookOptions): FirstLook {
  const sieve = createSieve(createFormFilter(forms, ({ level }) => levels.includes(level)));

  /** Whether a form that begins before a text goes on in it, or in what follows while that has no word. */
  const goesOnIn = (beyond: Node | null): boolean => {
    if (!beyond || !isText(beyond)) return false;
    const walker = createTextOnlyWalker(rootOf(beyond));
    walker.currentNode = beyond;
    for (let text: Text | null = beyond; text; text = walker.nextNode() as Text | null) {
      if (sieve.mayHold(text.data)) return true;
      if (findTokens(text.data).count) return false;
    }
    return false;
  };

  const queue = createReadingQueue({
    startReading({ first, last }) {
      const skimmer = createSkimmer(sieve, runStartOf(first), last);
      return {
        goOn(deadline) {
          let came = skimmer.skim();
          while (came === 'paused' && performance.now() <= deadline) came = skimmer.skim();
          if (came === 'ended' ? goesOnIn(skimmer.beyond) : came !== 'paused') onFound(); // the rest need not be read
          return came === 'paused';
        },
        get position() {
          return skimmer.position;
        },
      };
    },
    onRead: () => undefined,
    onLong: () => undefined,
    onShadowRoot: (root) => roots.add(root),
    onAllRead: () => false,
    onWorked,
    signal,
  });
  const settle = (lists: readonly (readonly Node[])[]) => lists.forEach(queue.read);
  const roots = watchPage({ ...queue, drop: () => undefined, knownTexts: () => [], settle }, signal);
  roots.add(document);
  return { lookAround: () => roots.lookForLateShadowRoots() };
}
