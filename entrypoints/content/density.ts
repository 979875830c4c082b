// Decides which of the occurrences on a page are painted, by how much the reader wants lit.
import type { Settings } from '../shared/settings.ts';
import { chooseBelowCeiling, type Extent } from './ceiling.ts';
import { elementOf } from './dom.ts';
import { type Occurrence, toLiveRange } from './occurrences.ts';
import { createPacedAction } from './paced-action.ts';
import { inReadingOrder } from './reading-order.ts';
import { inSections } from './sections.ts';

/** The settings that it follows. */
export type DensitySettings = Pick<Settings, 'density' | 'ceiling'>;

/** What the density of a document works on. */
export interface DensityOptions {
  readonly settings: DensitySettings;
  /** All occurrences of terms that the reader wants lit. */
  readonly occurrences: Iterable<Occurrence>;
  /** It has been decided anew which of them are painted. */
  readonly onDecided: () => void;
  readonly signal: AbortSignal;
}

/** The density of one document. A frame is a page of its own. */
export interface Density {
  isPainted(occurrence: Occurrence): boolean;
  /** Whether the pointer alone opens its card: it is painted, or all is quiet. */
  isFound(occurrence: Occurrence): boolean;
  /** Paints what is quiet, for as long as the reader holds the key. */
  reveal(held: boolean): void;
  /** To be called when occurrences have come or gone, or what stands around them may have changed; it is decided soon. */
  decideSoon(): void;
  applySettings(settings: DensitySettings): void;
}

/**
 * Paints every occurrence, at no cost, where the reader has asked for nothing else. Otherwise one that is new is not
 * painted before it is decided about, with all others: what is painted is what a page loaded anew would show.
 */
export function createDensity({ occurrences, onDecided, signal, ...options }: DensityOptions): Density {
  let { settings } = options;
  /** Those that are painted; `null`: all. */
  let chosen: ReadonlySet<Occurrence> | null = null;
  let isRevealed = false; // in quiet

  const decide = () => {
    chosen = isPlain(settings) || isRevealed ? null : choose([...occurrences], settings);
    onDecided();
  };
  const isPainted = (occurrence: Occurrence) => chosen === null || chosen.has(occurrence);
  const decideInTurn = createPacedAction(decide, signal);
  const decideSoon = () => {
    if (!isPlain(settings)) decideInTurn();
  };

  if (!isPlain(settings)) chosen = new Set();
  return {
    isPainted,
    isFound: (occurrence) => settings.density === 'quiet' || isPainted(occurrence),
    reveal(held) {
      const isChanged = isRevealed !== (held && settings.density === 'quiet');
      if (!isChanged) return;
      isRevealed = held;
      decide();
    },
    decideSoon,
    applySettings(changed) {
      const isChanged = changed.density !== settings.density || changed.ceiling !== settings.ceiling;
      settings = changed;
      isRevealed &&= settings.density === 'quiet';
      if (isChanged) decide();
    },
  };
}

/** Whether all is painted. */
function isPlain({ density, ceiling }: DensitySettings): boolean {
  return density === 'every' && ceiling === null;
}

function choose(occurrences: readonly Occurrence[], { density, ceiling }: DensitySettings): Set<Occurrence> {
  if (density === 'quiet') return new Set();
  const parts = density === 'section' ? inSections(occurrences) : [inReadingOrder(occurrences)];
  const chosen = density === 'every' ? parts.flat() : parts.flatMap(firstOfEachTerm);
  return new Set(ceiling === null ? chosen : keepBelow(chosen, ceiling));
}

/** Of occurrences in reading order those that a ceiling leaves on each screenful. */
function keepBelow(occurrences: readonly Occurrence[], ceiling: number): Occurrence[] {
  const extents = readExtents(occurrences);
  const seen = occurrences.filter((occurrence) => extents.has(occurrence));
  const places = seen.map((occurrence) => extents.get(occurrence) as Extent);
  const isTop = window === window.top;
  const screenHeight = isTop ? innerHeight : Math.min(innerHeight, screen.height); // some frames are as high as their text
  const chosen = chooseBelowCeiling(places, ceiling, screenHeight);
  return seen.filter((_, number) => chosen.has(number));
}

/** Where occurrences would stand if nothing were scrolled; those that have no box are left out. */
function readExtents(occurrences: readonly Occurrence[]): Map<Occurrence, Extent> {
  const scrolled = new Map<Element | null, number>([[null, 0]]);
  /** How far an element's text is scrolled up, by itself and all around it. */
  const scrolledBy = (element: Element | null): number => {
    const known = scrolled.get(element);
    if (known !== undefined || !element) return known ?? 0;
    const height = element.scrollTop + scrolledBy(elementOf(element));
    scrolled.set(element, height);
    return height;
  };
  const extents = new Map<Occurrence, Extent>();
  for (const occurrence of occurrences) {
    const { top, bottom, height } = toLiveRange(occurrence.range).getBoundingClientRect();
    const above = scrolledBy(elementOf(occurrence.range.startContainer));
    if (height) extents.set(occurrence, { top: top + above, bottom: bottom + above });
  }
  return extents;
}

function firstOfEachTerm(occurrences: readonly Occurrence[]): Occurrence[] {
  const seen = new Set<string>();
  return occurrences.filter(({ key }) => !seen.has(key) && seen.add(key));
}
