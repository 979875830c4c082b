// Counts what speaks for senses on a page, with its title and address, and notes what has come or gone.
import { scanText } from '../../glossary/matcher.ts';
import { addressWords, createPageEvidence, type PageEvidence } from '../../glossary/senses.ts';
import type { CueId, TermIndex } from '../../glossary/term-index.ts';

/** The cues of one document. */
export interface PageCues {
  readonly evidence: PageEvidence;
  count(cues: Iterable<CueId>, change: 'add' | 'remove'): void;
  /** Counts the title and the address, where they are others than before: no text of the page, but what it is about. */
  countTitle(index: TermIndex): void;
  /** Whether the title has been counted. */
  readonly hasTitle: boolean;
  /** Whether cues have come to the page or left it altogether since this was last told. */
  readonly hasTipped: boolean;
  /** That has been told. */
  settle(): void;
}

/** None to begin with. */
export function createPageCues(): PageCues {
  const evidence = createPageEvidence();
  const tipped = new Set<CueId>();
  let title = '';
  let titleCues: readonly CueId[] = [];

  /** A cue that goes and comes back before it is told has not tipped: a text that is edited loses and has it each time. */
  const count = (cues: Iterable<CueId>, change: 'add' | 'remove') => {
    for (const cue of cues) if (evidence[change](cue) && !tipped.delete(cue)) tipped.add(cue);
  };

  return {
    evidence,
    count,
    countTitle(index) {
      const current = `${document.title}\n${location.href}`;
      if (current === title) return;
      title = current;
      count(titleCues, 'remove');
      const lines = [...document.title.split('\n'), addressWords(location.href)];
      titleCues = lines.flatMap((line) => scanText(line, index).cues);
      count(titleCues, 'add');
    },
    get hasTitle() {
      return title !== '';
    },
    get hasTipped() {
      return tipped.size > 0;
    },
    settle: () => tipped.clear(),
  };
}
