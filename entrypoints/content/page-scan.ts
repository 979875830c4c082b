// Keeps the set of lit occurrences equal to what the page says: reads spans in slices, scans, decides, lights.
import { type Match, scanText } from '../../glossary/matcher.ts';
import type { TermKey } from '../../glossary/model.ts';
import { addressWords, chooseSense, createPageEvidence, type SenseChoice } from '../../glossary/senses.ts';
import type { CueId, TermIndex } from '../../glossary/term-index.ts';
import { isAmongCapitals } from './among-capitals.ts';
import { holds, isBefore, isConnected, rootOf } from './dom.ts';
import { type Occurrence, toRange } from './occurrences.ts';
import { createTextReader, type Span, type TextBlock, type TextReader } from './page-text.ts';
import { createReadabilityCheck, type ReadabilityCheck } from './readability.ts';
import { spansAround } from './spans.ts';
import { createTurns } from './yield-to-page.ts';

/** The longest stretch of work before the page gets its turn. */
const SLICE_MS = 8;

/** More changes wait only where the page changes faster than it is read: then all is read again. */
const MOST_WAITING = 200;

/** The same for a hidden tab, which may go on changing one text for hours. */
const MOST_WAITING_HIDDEN = 20;

/** How many blocks are decided about again in one look around: a millisecond's work or so. */
const BLOCKS_A_LOOK = 200;

/** What a scan needs from its surroundings. */
export interface PageScanOptions {
  readonly index: TermIndex;
  /** Whether the reader wants this term lit. Asked again on `refresh`. */
  readonly isWanted: (match: Match) => boolean;
  readonly onLit: (occurrence: Occurrence) => void;
  readonly onUnlit: (occurrence: Occurrence) => void;
  /** After a pass in which something was lit or unlit. */
  readonly onSettled: () => void;
  readonly onShadowRoot: (root: ShadowRoot) => void;
  /**
   * Resolves with an index that has the cues of these terms: they stand on the page, and cannot be decided about
   * without. Where it rejects, none of them is lit.
   */
  readonly indexWithCuesOf: (terms: ReadonlySet<TermKey>) => Promise<TermIndex>;
  /** The index is another one now: everything must be read again. */
  readonly onReadAgain: () => void;
  readonly signal: AbortSignal;
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
  /** All lit occurrences, in no particular order. */
  occurrences(): Iterable<Occurrence>;
}

/** A block in which something was found, and what is lit of it. */
interface ScannedBlock {
  readonly block: TextBlock;
  readonly matches: readonly Match[];
  readonly cues: ReadonlySet<CueId>;
  /** Whether its cues are part of the page's evidence. */
  counted: boolean;
  /** Whether the page's evidence can change what is lit in it. */
  needsEvidence: boolean;
  readonly lit: Map<Match, Occurrence>;
}

/** Of all blocks that only have cues. */
const NOTHING_LIT = new Map<Match, Occurrence>();

/** Starts the scan of a document; nothing is read before `read` is called. */
export function createPageScan(options: PageScanOptions): PageScan {
  const { signal } = options;
  let { index } = options;
  const blockOf = new WeakMap<Text, ScannedBlock>();
  const blocks = new Set<ScannedBlock>();
  let evidence = createPageEvidence();
  let queue: (readonly Node[])[] = [];
  let rootsWaiting = 0; // how many there were when all was last to be read again
  const turns = createTurns();
  let reader: { root: Node; span: Span; text: TextReader } | null = null;
  let round: Iterator<ScannedBlock, undefined> | null = null;
  let isRunning = false;
  const due = new Set<ScannedBlock>(); // to be decided about (again) when all has been read
  const tipped = new Set<CueId>(); // cues that have come to the page or left it since that was last told
  let changed = false;
  const needed = new Set<TermKey>(); // terms whose cues have been asked for, or are to be when all has been read
  let neededCount = 0; // how many have been asked for
  let title = '';
  let titleCues: readonly CueId[] = [];

  const light = (scanned: ScannedBlock, match: Match, { because, confidence }: SenseChoice) => {
    if (scanned.lit.has(match)) return;
    const occurrence: Occurrence = {
      key: match.term.key,
      label: match.term.label,
      text: scanned.block.text.slice(match.start, match.end),
      range: toRange(scanned.block, match),
      because,
      confidence,
    };
    scanned.lit.set(match, occurrence);
    changed = true;
    options.onLit(occurrence);
  };
  const unlight = (scanned: ScannedBlock, match: Match) => {
    const occurrence = scanned.lit.get(match);
    if (!occurrence) return;
    scanned.lit.delete(match);
    changed = true;
    options.onUnlit(occurrence);
  };

  /** A cue that goes and comes back before it is told has not tipped: a text that is edited loses and has it each time. */
  const countCues = (cues: Iterable<CueId>, change: 'add' | 'remove') => {
    for (const cue of cues) if (evidence[change](cue) && !tipped.delete(cue)) tipped.add(cue);
  };

  const count = (scanned: ScannedBlock, counted: boolean) => {
    if (scanned.counted === counted) return;
    scanned.counted = counted;
    countCues(scanned.cues, counted ? 'add' : 'remove');
  };

  const forget = (scanned: ScannedBlock) => {
    blocks.delete(scanned);
    due.delete(scanned);
    for (const node of scanned.block.nodes) blockOf.delete(node);
    for (const match of scanned.matches) unlight(scanned, match);
    count(scanned, false);
  };

  /** A page that needs cues is read twice: the first time tells whose. */
  const loadCues = async () => {
    const terms = new Set(needed);
    neededCount = terms.size;
    const indexWithCues = await options.indexWithCuesOf(terms).catch(() => null);
    const isOutdated = terms.size < neededCount;
    if (indexWithCues && !isOutdated && !signal.aborted) startAgainWith(indexWithCues);
  };

  const startAgainWith = (indexWithCues: TermIndex) => {
    index = indexWithCues;
    evidence = createPageEvidence();
    for (const scanned of blocks) scanned.counted = false;
    due.clear();
    tipped.clear();
    title = '';
    titleCues = [];
    queue = [];
    reader = null;
    options.onReadAgain();
  };

  /** Lights what needs no evidence; the rest waits until the whole page has been read. */
  const decide = (scanned: ScannedBlock, check: ReadabilityCheck, withEvidence: boolean) => {
    const { block, matches } = scanned;
    if (scanned.cues.size) count(scanned, check.isReadable(block, 0, 1));
    for (const match of matches) {
      const amongCapitals = isAmongCapitals(block, match);
      const isOpen = match.term.needsCues || amongCapitals;
      if (isOpen && !index.knowsCuesOf(match.term.key)) {
        if (options.isWanted(match)) needed.add(match.term.key);
        continue;
      }
      if (isOpen && !withEvidence) {
        scanned.needsEvidence = true;
        due.add(scanned);
        continue;
      }
      const choice = chooseSense(match, { block: scanned.cues, page: evidence, amongCapitals }, index);
      const isLit = choice.lit && options.isWanted(match) && check.isReadable(block, match.start, match.end);
      if (isLit) light(scanned, match, choice);
      else unlight(scanned, match);
    }
  };

  const register = (block: TextBlock, check: ReadabilityCheck) => {
    for (const node of block.nodes) {
      const earlier = blockOf.get(node);
      if (earlier) forget(earlier);
    }
    const { matches, cues } = scanText(block.text, index);
    if (!matches.length && !cues.length) return;
    const scanned: ScannedBlock = {
      block,
      matches,
      cues: new Set(cues),
      counted: false,
      needsEvidence: false,
      lit: matches.length ? new Map() : NOTHING_LIT,
    };
    blocks.add(scanned);
    for (const node of block.nodes) blockOf.set(node, scanned);
    decide(scanned, check, false);
  };

  /** Whatever waits, one reading of each root does; with many roots the next time comes later. */
  const waitForRoots = () => {
    const roots = new Set(queue.flat().filter(isConnected).map(rootOf));
    queue = [...roots].map((root) => [root]);
    rootsWaiting = roots.size;
  };

  const nextBlock = (): TextBlock | null => {
    for (;;) {
      if (!reader) {
        const nodes = queue.shift();
        if (!nodes) return null;
        const [span, ...others] = spansAround(nodes);
        if (!span) continue;
        queue.unshift(...others.map(({ first, last }) => [first, last]));
        reader = { root: rootOf(span.first), span, text: createTextReader(span, options.onShadowRoot) };
      }
      const block = reader.text.next();
      if (block) return block;
      reader = null;
    }
  };

  /** The title and the address are no text of the page, but they tell what it is about. */
  const countTitle = () => {
    const current = `${document.title}\n${location.href}`;
    if (current === title) return;
    title = current;
    countCues(titleCues, 'remove');
    const lines = [...document.title.split('\n'), addressWords(location.href)];
    titleCues = lines.flatMap((line) => scanText(line, index).cues);
    countCues(titleCues, 'add');
  };

  /** Reads and decides until the deadline. Returns whether anything is left to do. */
  const workOn = (deadline: number): boolean => {
    const check = createReadabilityCheck();
    for (let block = nextBlock(); block; block = nextBlock()) {
      register(block, check);
      if (performance.now() > deadline) return true;
    }
    countTitle();
    do {
      // When the page's evidence has tipped, all that hang on it are due.
      if (tipped.size) for (const scanned of blocks) if (scanned.needsEvidence) due.add(scanned);
      tipped.clear();
      for (const scanned of due) {
        due.delete(scanned);
        decide(scanned, check, true);
        if (performance.now() > deadline) return true;
      }
    } while (tipped.size);
    if (needed.size > neededCount) void loadCues();
    if (changed) options.onSettled();
    changed = false;
    return false;
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
        turns.end(performance.now() - begin);
      }
    } finally {
      isRunning = false;
    }
  };

  const wake = () => {
    if (!isRunning) void run();
  };

  return {
    read(nodes) {
      queue.push(nodes);
      const most = document.hidden ? MOST_WAITING_HIDDEN : MOST_WAITING;
      if (queue.length > most + 2 * rootsWaiting) waitForRoots();
      wake();
    },
    drop(node) {
      const scanned = blockOf.get(node);
      if (!scanned) return;
      forget(scanned);
      wake(); // what has gone may have been the evidence for what is left
    },
    moved(node, from) {
      if (!reader || !holds(node, reader.text.position)) return;
      const { root, span } = reader;
      reader = null;
      const isRestKnown = isConnected(from) && isConnected(span.last) && !isBefore(span.last, from);
      queue.unshift(isRestKnown ? [from, span.last] : [root]);
    },
    refresh(elements) {
      for (const scanned of blocks) if (!elements || standsIn(scanned.block, elements)) due.add(scanned);
      wake();
    },
    refreshSome() {
      round ??= blocks.values();
      for (let count = 0; count < BLOCKS_A_LOOK && round; count++) {
        const { value: scanned } = round.next();
        if (scanned) due.add(scanned);
        else round = null;
      }
      wake();
    },
    *occurrences() {
      for (const scanned of blocks) yield* scanned.lit.values();
    },
  };
}

/** Whether a part of the block stands in one of the elements, or perhaps in a shadow root of one. */
function standsIn({ nodes }: TextBlock, elements: ReadonlySet<Node>): boolean {
  for (const element of elements) {
    for (const node of nodes) if (holds(element, node) || rootOf(node) !== rootOf(element)) return true;
  }
  return false;
}
