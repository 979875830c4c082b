// Steps through the occurrences of a frame in reading order.

import type { TermKey } from '../../glossary/model.ts';
import { type Occurrence, rectsOf } from './occurrences.ts';

/** A place among the occurrences that is moved step by step. */
export interface Walk {
  readonly current: Occurrence | null;
  /** Where the walk stands; where it has not begun it does, without a step. `null` if there is no occurrence. */
  begin(): Occurrence | null;
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
  /** The occurrence is to be brought into view. */
  readonly onReached: (occurrence: Occurrence) => void;
  /** A step has led to an occurrence, at this place (from 1) among so many; to `null` where there is none. */
  readonly onStep: (occurrence: Occurrence | null, place: number, count: number) => void;
}

/** A walk that has not begun yet. */
export function createWalk({ occurrences, isLit, onCurrent, onReached, onStep }: WalkOptions): Walk {
  let current: Occurrence | null = null;

  const standAt = (occurrence: Occurrence) => {
    current = occurrence;
    onCurrent(occurrence);
  };
  const goTo = (occurrence: Occurrence | undefined) => {
    if (!occurrence) return;
    standAt(occurrence);
    onReached(occurrence);
  };
  const firstOf = (all: readonly Occurrence[]) => all.find(isOnScreen) ?? all[0];

  /** By its place: what is not lit is found anew each time. */
  const isCurrent = ({ range }: Occurrence) =>
    range.startContainer === current?.range.startContainer && range.startOffset === current.range.startOffset;

  return {
    get current() {
      return current;
    },
    begin() {
      const first = current ?? firstOf(occurrences());
      if (first) standAt(first);
      return current;
    },
    step(direction) {
      const all = occurrences();
      const at = all.findIndex(isCurrent);
      const next = at >= 0 ? all.at((at + direction) % all.length) : firstOf(all);
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
