// Keeps the blocks in which terms were found, and decides what is lit in them as the page's evidence comes and goes.
import { type Match, scanText } from '../../glossary/matcher.ts';
import type { TermKey } from '../../glossary/model.ts';
import type { SenseChoice } from '../../glossary/senses.ts';
import type { CueId, TermIndex } from '../../glossary/term-index.ts';
import { eachTextIn } from './drawn-text.ts';
import { createQuestions, type FoundBlock, standsIn, toOccurrence } from './found-block.ts';
import { createHangingBlocks } from './hanging-blocks.ts';
import type { Occurrence } from './occurrences.ts';
import { createPageCues } from './page-cues.ts';
import { blockAround, nearText, SIDES, type Span, type TextBlock, textBesideBlock } from './page-text.ts';
import type { ReadabilityCheck } from './readability.ts';
import { findAgain, findUnmoved } from './unmoved.ts';

/** How many blocks are decided about again in one look around: a few milliseconds' work, most of it the browser's on styles. */
const BLOCKS_A_LOOK = 50;

/** What has changed is read at once for so long, and in longer blocks not at all, to keep lit what stands as it did. */
const KEEPING_MS = 2;
const LONGEST_KEPT = 20_000; // UTF-16
const MOST_NODES_KEPT = 500;

/** What deciding needs from its surroundings. */
export interface DecisionOptions {
  readonly index: TermIndex;
  /** Whether the reader wants this term lit. Asked again on `refresh`. */
  readonly isWanted: (match: Match) => boolean;
  readonly onLit: (occurrence: Occurrence) => void;
  readonly onUnlit: (occurrence: Occurrence) => void;
  /** Called with texts whose block has gone, since another one has some of its texts. */
  readonly onLeft: (texts: readonly Text[]) => void;
  /** After a pass in which something was lit or unlit, or found. */
  readonly onSettled: () => void;
  /**
   * Resolves with an index that has the cues of these terms: they stand on the page, and cannot be decided about
   * without. Where it rejects, none of them is lit.
   */
  readonly indexWithCuesOf: (terms: ReadonlySet<TermKey>) => Promise<TermIndex>;
  readonly signal: AbortSignal;
}

/** The blocks of one document that hold terms. */
export interface FoundBlocks {
  /**
   * Looks for terms in a block, and lights those that need no evidence. What was known of its nodes is forgotten; what is
   * lit there and stands as it did stays lit until it is decided about.
   */
  add(block: TextBlock, check: ReadabilityCheck): void;
  /** All texts of the blocks, and those beside them that they hang on. */
  texts(): Iterable<Text>;
  /** Gives up the block that a text node is part of. Returns whether anything is to be decided after that. */
  drop(node: Text, hasLeft: boolean): boolean;
  /**
   * Unlights what was lit in the blocks given up since the last time, unless it stands as it did. Returns whether anything
   * has gone dark.
   */
  settle(): boolean;
  /** Tells that a span has been read (again): what stands beside it may hang on it. */
  touch(span: Span): void;
  /** Decides about all that waits for evidence, until the deadline. Returns whether anything is left. */
  decide(check: ReadabilityCheck, deadline: number): boolean;
  /** Has all blocks decided about again, or those in some elements. */
  refresh(elements?: ReadonlySet<Node>): void;
  /** Has blocks decided about again: those in these elements that hold little, and some more, others each time. */
  refreshSome(first: Iterable<Element>): void;
  /**
   * What is not lit and stands here in our sense, of the matches that are asked for: shown, or as the check has it.
   * Costs something only when it is called. A term whose cues are not here yet is left out; they are fetched, and
   * `onSettled` is called when they have come.
   */
  findUnlit(isAsked: (match: Match) => boolean, check: ReadabilityCheck): Occurrence[];
}

/** Starts without any. `wake` is called when `decide` has something to do again. */
export function createFoundBlocks(options: DecisionOptions, wake: () => void): FoundBlocks {
  let { index } = options;
  const blockOf = new WeakMap<Text, FoundBlock>();
  const blocks = new Set<FoundBlock>();
  const hanging = createHangingBlocks<FoundBlock>(); // on texts beside them that may speak for them
  let pageCues = createPageCues();
  const unread = new Set<FoundBlock>(); // to be searched for cues
  const due = new Set<FoundBlock>(); // to be decided about (again)
  const stale = new Set<FoundBlock>(); // given up, and to be settled
  const gone = new Set<Node>(); // their texts that have left their places
  const needed = new Set<TermKey>(); // terms whose cues have been asked for, or are to be
  let neededCount = 0; // how many have been asked for
  let round: Iterator<FoundBlock, undefined> | null = null;
  let changed = false; // since `onSettled`: what is lit, or what else was found

  const light = (found: FoundBlock, number: number, choice: SenseChoice) => {
    if (found.lit.has(number)) return;
    const occurrence = toOccurrence(found.block, found.matches[number] as Match, choice);
    found.lit.set(number, occurrence);
    changed = true;
    options.onLit(occurrence);
  };
  const unlight = (found: FoundBlock, number: number) => {
    const occurrence = found.lit.get(number);
    if (!occurrence) return;
    found.lit.delete(number);
    changed = true;
    options.onUnlit(occurrence);
  };

  const count = (found: FoundBlock, counted: boolean) => {
    if (found.counted === counted) return;
    found.counted = counted;
    pageCues.count(found.cues, counted ? 'add' : 'remove');
  };

  /** Nothing is decided about it any more; what is lit in it stays so until it is read again. */
  const retire = (found: FoundBlock) => {
    for (const set of [blocks, unread, due]) set.delete(found);
    hanging.forget(found);
    changed = true;
    count(found, false);
  };

  const forget = (found: FoundBlock) => {
    retire(found);
    for (const node of found.block.nodes) if (blockOf.get(node) === found) blockOf.delete(node);
    for (const number of found.lit.keys()) unlight(found, number);
  };

  /** Those of what is lit in a block that has changed that may stay lit. */
  const unmovedIn = ({ block, lit }: FoundBlock): ReadonlySet<Occurrence> => {
    const isShort = block.text.length <= LONGEST_KEPT && block.nodes.length <= MOST_NODES_KEPT;
    const inPlace = ({ range }: Occurrence) => !gone.has(range.startContainer) && !gone.has(range.endContainer);
    return findUnmoved(isShort ? [...lit.values()].filter(inPlace) : [], index);
  };

  /** The block that a text is part of, unless it has been given up. */
  const blockAt = (text: Text): FoundBlock | null => {
    const found = blockOf.get(text);
    return found && blocks.has(found) ? found : null;
  };

  /** What the blocks before and after say; when they change, the block in between is due. */
  const cuesBeside = (found: FoundBlock, check: ReadabilityCheck): ReadonlySet<CueId> => {
    const cues = new Set<CueId>();
    for (const side of SIDES) {
      const text = textBesideBlock(found.block, side);
      const known = text && blockAt(text);
      const block = known?.block ?? (text && blockAround(text));
      if (!block) continue;
      hanging.add(found, block.nodes);
      if (!check.isReadable(block, 0, 1)) continue;
      const inBlock = known && !unread.has(known) ? known.cues : scanText(block.text, index).cues;
      for (const cue of inBlock) cues.add(cue);
    }
    return cues;
  };

  /** Those that a text may have spoken for are due. Returns whether there are any. */
  const dueBeside = (text: Text): boolean => {
    const beside = hanging.takeFrom(text);
    for (const found of beside) due.add(found);
    return beside.length > 0;
  };

  const questionsOf = (found: FoundBlock, check: ReadabilityCheck) => {
    let beside: ReadonlySet<CueId> | undefined;
    const neighbours = () => (beside ??= cuesBeside(found, check));
    return createQuestions(found, { index, page: pageCues.evidence, neighbours });
  };

  /**
   * Decides about the matches of a block: of one that is new, about those that need no evidence; where its cues have been
   * read, about none of them anew. In both cases the rest is due.
   */
  const decideBlock = (found: FoundBlock, check: ReadabilityCheck, moment: 'new' | 'cues read' | 'due') => {
    const { block, matches } = found;
    if (found.cues.size) count(found, check.isReadable(block, 0, 1));
    const questionOf = questionsOf(found, check);
    for (const [number, match] of matches.entries()) {
      const question = questionOf(number);
      if (question.lacksCues) {
        if (options.isWanted(match)) needed.add(match.term.key);
        unlight(found, number);
        continue;
      }
      found.needsEvidence ||= question.isOpen;
      if (question.isOpen && moment !== 'due') {
        due.add(found);
        continue;
      }
      if (moment === 'cues read') continue;
      const choice = question.decide();
      const isLit = choice.lit && options.isWanted(match) && check.isReadable(block, match.start, match.end);
      if (isLit) light(found, number, choice);
      else unlight(found, number);
    }
  };

  /** Fetches cues of terms that have been found. */
  const loadCues = async () => {
    const terms = new Set(needed);
    neededCount = terms.size;
    const indexWithCues = await options.indexWithCuesOf(terms).catch(() => null);
    const isOutdated = terms.size < neededCount;
    if (!indexWithCues || isOutdated || options.signal.aborted) return;
    index = indexWithCues;
    changed = true;
    pageCues = createPageCues();
    for (const found of blocks) {
      found.counted = false;
      unread.add(found);
    }
    wake();
  };

  /** The forms of the index are the same, and so are the places of the matches. */
  const readCues = (found: FoundBlock, check: ReadabilityCheck) => {
    count(found, false);
    const { matches, cues } = scanText(found.block.text, index);
    found.matches = matches;
    found.cues = toSet(cues);
    decideBlock(found, check, 'cues read');
  };

  /** What stands beside a span, or hangs on what does, is due. */
  const touch = ({ first, last }: Span) => {
    for (const text of [nearText(first, 'previousNode'), nearText(last, 'nextNode')]) {
      if (!text) continue;
      const own = blockAt(text);
      if (own?.needsEvidence) due.add(own);
      dueBeside(text);
    }
  };

  const dueAt = (text: Text) => {
    const found = blockAt(text);
    if (found) due.add(found);
  };

  /**
   * Forgets an earlier block; what is lit in it and stands as it did goes over to its successor. A run that has been parted
   * is read again in all of its parts.
   */
  const handOver = (earlier: FoundBlock, block: TextBlock, matches: readonly Match[], lit: Map<number, Occurrence>) => {
    const again = findAgain(earlier.lit.values(), block, matches);
    const kept = new Set(again.values());
    for (const [number, occurrence] of earlier.lit) if (kept.has(occurrence)) earlier.lit.delete(number);
    forget(earlier);
    for (const [number, occurrence] of again) lit.set(number, occurrence);
    const here = new Set(block.nodes);
    const left = earlier.block.nodes.filter((node) => !here.has(node));
    if (left.length) options.onLeft(left);
  };

  /** What stands in a node, or is drawn there, is due: found on a way through the node, or through all blocks if that is shorter. */
  const dueIn = (node: Node) => {
    const isWalked = node !== document && eachTextIn(node, blocks.size, dueAt);
    if (!isWalked) for (const found of blocks) if (standsIn(found.block, node)) due.add(found);
  };

  /** Takes from a set until it is empty or the deadline has come. Returns whether anything is left. */
  const work = (set: Set<FoundBlock>, deadline: number, action: (found: FoundBlock) => void): boolean => {
    for (const found of set) {
      set.delete(found);
      action(found);
      if (performance.now() > deadline) return true;
    }
    return false;
  };

  return {
    add(block, check) {
      const { matches, cues } = scanText(block.text, index);
      const lit = new Map<number, Occurrence>();
      for (const node of block.nodes) {
        const earlier = blockOf.get(node);
        if (earlier) handOver(earlier, block, matches, lit);
      }
      if (!matches.length) return;
      const found = { block, matches, cues: toSet(cues), counted: false, needsEvidence: false, lit };
      blocks.add(found);
      changed = true;
      for (const node of block.nodes) blockOf.set(node, found);
      decideBlock(found, check, 'new');
    },
    *texts() {
      for (const found of blocks) {
        yield* found.block.nodes;
        yield* hanging.textsOf(found);
      }
    },
    drop(node, hasLeft) {
      const found = blockOf.get(node);
      if (found) stale.add(found);
      if (found && hasLeft) gone.add(node);
      return dueBeside(node) || found !== undefined;
    },
    settle() {
      const deadline = performance.now() + KEEPING_MS;
      let hasDarkened = false;
      for (const found of stale) {
        const kept = performance.now() < deadline ? unmovedIn(found) : NOTHING;
        hasDarkened ||= kept.size < found.lit.size;
        for (const [number, occurrence] of found.lit) if (!kept.has(occurrence)) unlight(found, number);
        if (kept.size) retire(found);
        else forget(found);
      }
      for (const node of gone) blockOf.delete(node as Text);
      stale.clear();
      gone.clear();
      return hasDarkened;
    },
    touch,
    decide(check, deadline) {
      if (work(unread, deadline, (found) => readCues(found, check))) return true;
      if (due.size || pageCues.hasTitle) pageCues.countTitle(index);
      do {
        // When the page's evidence has tipped, all that hang on it are due.
        if (pageCues.hasTipped) for (const found of blocks) if (found.needsEvidence) due.add(found);
        pageCues.settle();
        if (work(due, deadline, (found) => decideBlock(found, check, 'due'))) return true;
      } while (pageCues.hasTipped);
      if (changed) options.onSettled();
      changed = false;
      if (needed.size > neededCount) void loadCues(); // also for what has just been asked for
      return false;
    },
    refresh(elements) {
      for (const element of elements ?? [document]) {
        dueIn(element);
        if (element !== document) touch({ first: element, last: element });
      }
    },
    refreshSome(first) {
      for (const element of first) eachTextIn(element, BLOCKS_A_LOOK, dueAt);
      round ??= [...blocks].values(); // as they are now: a page that makes blocks all the time would never end it
      for (let looked = 0; looked < BLOCKS_A_LOOK && round; looked++) {
        const { value: found } = round.next();
        if (found && blocks.has(found)) due.add(found);
        if (!found) round = null;
      }
    },
    findUnlit(isAsked, check) {
      const unlit = [...blocks].flatMap((found) => {
        const { block, matches, lit } = found;
        const questionOf = questionsOf(found, check);
        return matches.flatMap((match, number) => {
          if (lit.has(number) || !isAsked(match) || !check.isReadable(block, match.start, match.end)) return [];
          const question = questionOf(number);
          if (question.lacksCues) {
            needed.add(match.term.key);
            return [];
          }
          const choice = question.decide();
          return choice.lit ? [toOccurrence(block, match, choice)] : [];
        });
      });
      if (needed.size > neededCount) wake();
      return unlit;
    },
  };
}

const NOTHING: ReadonlySet<Occurrence> = new Set();
const NO_CUES: ReadonlySet<CueId> = new Set();

function toSet(cues: readonly CueId[]): ReadonlySet<CueId> {
  return cues.length ? new Set(cues) : NO_CUES;
}
