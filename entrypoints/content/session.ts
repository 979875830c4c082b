// One stretch of reading on a page, from switching on to switching off: scan, highlights, cards, conversation.
import { type FormTable, formsByTerm } from '../../glossary/form-table.ts';
import type { Match } from '../../glossary/matcher.ts';
import type { TermKey } from '../../glossary/model.ts';
import { findNamed } from '../../glossary/named-terms.ts';
import { createTermIndex } from '../../glossary/term-index.ts';
import { readCues } from '../shared/glossaries.ts';
import type { WalkAction } from '../shared/messages.ts';
import type { PageTerm, PageTermsKind } from '../shared/page-terms.ts';
import type { Settings } from '../shared/settings.ts';
import { createAfterFrame } from './after-frame.ts';
import { createCardLoader } from './card-loader.ts';
import { createDensity } from './density.ts';
import type { HeldKey, HeldKeyListeners } from './held-key.ts';
import { createHighlighter } from './highlighter.ts';
import { createLitOccurrences, type LitOccurrences } from './lit-occurrences.ts';
import { type ListedOccurrence, type Occurrence, rectsOf } from './occurrences.ts';
import { createScreenLook, createScreenReading } from './on-screen.ts';
import { type PageChanges, watchPage } from './page-changes.ts';
import { createPageScan } from './page-scan.ts';
import { toPageTerms } from './page-terms.ts';
import { inReadingOrder } from './reading-order.ts';
import { createTermFinder } from './term-at.ts';
import { createWalk } from './walk.ts';

/** What the reader has selected: on one line, and where; in a field nowhere. */
export interface Selected {
  readonly text: string;
  readonly range: StaticRange | null;
}

/** A session on a document. */
export interface Session {
  readonly lit: LitOccurrences;
  /**
   * The terms of the page as one of the extension's pages asks for them: lit, in reading order; with them what is not lit:
   * folded away in closed details, known to the reader, of another meaning here, or of a level left out; or lit, to be
   * counted.
   */
  terms(kind: PageTermsKind): PageTerm[];
  /** Hears of the key that finds what is not lit. */
  readonly onKey: HeldKeyListeners;
  /** Brings the next occurrence of a term into view, also what is folded away. */
  revealNext(key: TermKey): void;
  /** Moves to the next or previous term, or opens the card of the current one, or else of the first on screen. */
  walk(action: WalkAction): Promise<void>;
  /**
   * Opens the card of the one term that a selected text names, whatever the page means by it. `false` if there is no
   * such term, or no place on the page to show its card at.
   */
  explain(selected: Selected): boolean;
  /** Takes over changed settings; the page follows at once. */
  applySettings(settings: Settings): void;
  /** To be called about once a second: finds what no change of the page tells of. */
  lookAround(): void;
}

/** What a session works with. */
export interface SessionOptions {
  readonly forms: FormTable;
  readonly settings: Settings;
  /** The page's site; empty where it has none. */
  readonly site: string;
  readonly heldKey: HeldKey;
  /** The lit occurrences have changed. */
  readonly onChange: () => void;
  /** Tells how long each slice of work took, in milliseconds. */
  readonly onWorked: (ms: number) => void;
  readonly signal: AbortSignal;
}

/** Starts a session; it ends, and leaves nothing on the page, when the signal aborts. */
export function startSession({
  forms,
  site,
  heldKey,
  onChange,
  onWorked,
  signal,
  ...options
}: SessionOptions): Session {
  let { settings } = options;
  const isKnown = ({ term }: Match) => settings.knownTerms.includes(term.key);
  const isRefused = (key: TermKey) => settings.otherMeanings[site]?.includes(key) === true;
  const isMeant = ({ term }: Match) => settings.levels.includes(term.level) && !isRefused(term.key);
  const isWanted = (match: Match) => isMeant(match) && !isKnown(match);
  const index = createTermIndex(forms);

  const lit = createLitOccurrences();
  const inOrder = (): Occurrence[] => inReadingOrder(lit);
  const density = createDensity({ settings, occurrences: lit, onDecided: () => highlighter.repaint(), signal });
  const highlighter = createHighlighter((occurrence) => density.brightnessOf(occurrence), signal);
  const walk = createWalk({
    occurrences: inOrder,
    isLit: (occurrence) => lit.has(occurrence),
    onCurrent: (occurrence) => highlighter.setCurrent(occurrence),
    onReached: (occurrence) => void cards.load().then((opener) => opener?.reveal(occurrence)),
    onStep: (...step) => void cards.load().then((opener) => opener?.announceStep(...step)),
  });

  const elementsOnScreen = createScreenLook();
  const scan = createPageScan({
    forms,
    index,
    isWanted,
    signal,
    onLit(occurrence, isAtOnce) {
      lit.add(occurrence);
      highlighter.add(occurrence, isAtOnce);
      void cards.load();
    },
    onUnlit(occurrence) {
      lit.remove(occurrence);
      highlighter.remove(occurrence);
    },
    onLong: createScreenReading(elementsOnScreen, (elements) => scan.readNow(elements), signal),
    onShadowRoot: (root) => roots.add(root),
    onWorked,
    indexWithCuesOf: async (terms) => createTermIndex(forms, { glossaries: await readCues(terms), terms }),
    onSettled() {
      walk.forgetUnlit();
      density.decideSoon();
      onChange();
    },
  });
  let hasChanged = true; // since the last look around
  const noteChange = () => {
    hasChanged = true;
    density.noteChange();
  };
  const changes: PageChanges = {
    ...scan,
    settle(lists) {
      scan.settle(lists);
      if (lists.length) noteChange();
    },
    refresh(within) {
      scan.refresh(within);
      noteChange();
    },
  };
  const roots = watchPage(changes, signal);
  const unlitAt = createTermFinder(index, isRefused);
  const cards = createCardLoader({
    site,
    labelOf: (key) => forms.terms.find((term) => term.key === key)?.label,
    cardOpening: () => settings.cardOpening,
    definitions: () => settings.definitions,
    near: () => highlighter.near(),
    isUnlit: (occurrence) => !lit.has(occurrence) || !density.isFound(occurrence),
    unlitAt,
    onOver: (occurrence) => highlighter.setCurrent(occurrence ?? walk.current),
    lastMove: () => heldKey.pointer,
    signal,
  });
  const open = (occurrence: Occurrence) => void cards.load().then((opener) => opener?.open(occurrence));

  const openAt = (pointer: PointerEvent) => void cards.load().then((opener) => opener?.openAt(pointer));
  const onKey: HeldKeyListeners = {
    onHeld(pointer) {
      density.reveal(true);
      if (pointer && (cards.isAsked || unlitAt(pointer))) openAt(pointer);
    },
    // Cards hear of the pointer by themselves. Where nothing is lit, none are there before a term is pointed at.
    onMove(pointer) {
      if (!cards.isAsked && unlitAt(pointer)) openAt(pointer);
    },
    onReleased: () => density.reveal(false),
  };

  const findFolded = () => scan.findUnlit(isWanted, 'folded');
  const listed = (): ListedOccurrence[] => {
    const folded = new Set(findFolded());
    const known = new Set(scan.findUnlit((match) => isMeant(match) && isKnown(match), 'shown'));
    const others = scan.findUnlit((match) => !isMeant(match), 'shown');
    const stateOf = (occurrence: Occurrence): ListedOccurrence['state'] => {
      if (lit.has(occurrence)) return 'lit';
      if (folded.has(occurrence)) return 'folded';
      if (known.has(occurrence)) return 'known';
      return isRefused(occurrence.key) ? 'refused' : 'level';
    };
    return inReadingOrder([...lit, ...folded, ...known, ...others]).map((occurrence) => ({
      ...occurrence,
      state: stateOf(occurrence),
    }));
  };

  const look = () => {
    hasChanged = false;
    const onScreen = elementsOnScreen();
    scan.refreshSome(onScreen); // first: what is found next is read later, and nothing is decided again before it has been
    roots.lookForLateShadowRoots(onScreen);
    highlighter.lookAround();
    density.lookAround();
  };
  const lookAfterFrame = createAfterFrame(look, signal);

  highlighter.setLook(settings.highlight);
  roots.add(document);

  return {
    lit,
    terms: (kind) => toPageTerms(kind === 'lit' ? inOrder() : kind === 'listed' ? listed() : lit),
    onKey,
    revealNext: (key) => walk.stepTo(key, inReadingOrder([...lit, ...findFolded()])),
    async walk(action) {
      await scan.firstRead; // the key may be what the session was started for
      if (action !== 'open') return walk.step(action === 'next' ? 1 : -1);
      const current = walk.begin();
      if (current) open(current);
      else walk.step(1);
    },
    explain({ text, range }) {
      const formsOf = formsByTerm(forms);
      const [term, another] = findNamed(forms.terms, ({ key }) => formsOf.get(key) ?? [], text);
      if (!term || another || !range) return false;
      const occurrence = { key: term.key, label: term.label, text, range, because: [], confidence: 1 };
      if (!rectsOf(occurrence).length) return false;
      open(occurrence);
      return true;
    },
    applySettings(changed) {
      settings = changed;
      cards.repaint();
      highlighter.setLook(settings.highlight);
      density.applySettings(settings);
      scan.refresh();
    },
    lookAround: () => (hasChanged ? lookAfterFrame() : look()),
  };
}
