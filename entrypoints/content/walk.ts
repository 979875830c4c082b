// Steps through the occurrences of a frame in reading order, and brings each into view.

import type { TermKey } from '../../glossary/model.ts';
import { elementOf } from './dom.ts';
import { foldOf } from './folded.ts';
import { type Occurrence, rectsOf } from './occurrences.ts';
import { scrollBehavior } from './scroll-behavior.ts';

/** A place among the occurrences that is moved step by step. */
export interface Walk {
  readonly current: Occurrence | null;
  /** Moves on by one, around the end; the first step goes to the first occurrence on screen. */
  step(direction: 1 | -1): void;
  /** Moves to the next occurrence of one term, of these; to the summary of one that is folded away. */
  stepTo(key: TermKey, all: readonly Occurrence[]): void;
  /** Stands at no occurrence if the current one is no longer lit. */
  forgetUnlit(): void;
}

/** What a walk needs of the page. */
export interface WalkOptions {
  /** The lit occurrences in reading order. */
  readonly occurrences: () => readonly Occurrence[];
  readonly isLit: (occurrence: Occurrence) => boolean;
  readonly onCurrent: (occurrence: Occurrence | null) => void;
  /** A step has led to an occurrence, at this place (from 1) among so many; to `null` where there is none. */
  readonly onStep: (occurrence: Occurrence | null, place: number, count: number) => void;
}

/** A walk that has not begun yet. */
export function createWalk({ occurrences, isLit, onCurrent, onStep }: WalkOptions): Walk {
  let current: Occurrence | null = null;

  const goTo = (occurrence: Occurrence | undefined) => {
    if (!occurrence) return;
    current = occurrence;
    bringIntoView(occurrence);
    onCurrent(occurrence);
  };

  /** By its place: what is not lit is found anew each time. */
  const isCurrent = ({ range }: Occurrence) =>
    range.startContainer === current?.range.startContainer && range.startOffset === current.range.startOffset;

  return {
    get current() {
      return current;
    },
    step(direction) {
      const all = occurrences();
      const at = all.findIndex(isCurrent);
      const next = at >= 0 ? all.at((at + direction) % all.length) : (all.find(isOnScreen) ?? all[0]);
      goTo(next);
      onStep(next ?? null, next ? all.indexOf(next) + 1 : 0, all.length);
    },
    stepTo(key, all) {
      const at = all.findIndex(isCurrent);
      const following = [...all.slice(at + 1), ...all.slice(0, at + 1)];
      goTo(following.find((occurrence) => occurrence.key === key));
    },
    forgetUnlit() {
      if (!current || isLit(current)) return;
      current = null;
      onCurrent(null);
    },
  };
}

function isOnScreen(occurrence: Occurrence): boolean {
  return rectsOf(occurrence).some((rect) => rect.bottom > 0 && rect.top < innerHeight);
}

// The prototype's own: a form's controls can stand in for its methods.
const { getBoundingClientRect, scrollIntoView } = Element.prototype;

function bringIntoView(occurrence: Occurrence): void {
  const parent = elementOf(occurrence.range.startContainer);
  const element = (parent && foldOf(parent)) ?? parent;
  const behavior = scrollBehavior();
  if (element && getBoundingClientRect.call(element).height <= innerHeight) {
    scrollIntoView.call(element, { block: 'center', behavior });
    return;
  }
  // A long element, such as the body of a plain text: go to the line itself.
  const [line] = rectsOf(occurrence);
  if (line) scrollBy({ top: line.top - innerHeight / 2, behavior });
}
