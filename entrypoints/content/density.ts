// Decides which of the occurrences on a page are painted, by how much the reader wants lit.
import type { Brightness } from '../shared/familiarity.ts';
import type { Settings } from '../shared/settings.ts';
import { createFamiliarTerms } from './familiar-terms.ts';
import type { LitOccurrences } from './lit-occurrences.ts';
import type { Occurrence } from './occurrences.ts';
import { createPacedAction } from './paced-action.ts';
import { sortInSteps } from './reading-order.ts';
import { keepBelowCeiling } from './screenfuls.ts';
import { cutIntoSections } from './sections.ts';
import { doInSlices, type Steps } from './steps.ts';

const FOLLOWED = ['density', 'ceiling', 'fading'] as const;

/** The settings that it follows. */
export type DensitySettings = Pick<Settings, (typeof FOLLOWED)[number]>;

/** What the density of a document works on. */
export interface DensityOptions {
  readonly settings: DensitySettings;
  /** All occurrences of terms that the reader wants lit. */
  readonly occurrences: LitOccurrences;
  /** It has been decided anew which of them are painted. */
  readonly onDecided: () => void;
  readonly signal: AbortSignal;
}

/** The density of one document. A frame is a page of its own. */
export interface Density {
  brightnessOf(occurrence: Occurrence): Brightness;
  /** Whether the pointer alone opens its card: it is painted, or all is quiet. */
  isFound(occurrence: Occurrence): boolean;
  /** Paints what is quiet, for as long as the reader holds the key. */
  reveal(held: boolean): void;
  /** To be called when occurrences have come or gone; it is decided soon. */
  decideSoon(): void;
  /** Tells that what stands around occurrences has changed. */
  noteChange(): void;
  /** To be called about once a second: decides anew where a change or the layout asks for it. */
  lookAround(): void;
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
  const familiar = createFamiliarTerms(() => void decide(), signal);

  let decision = new AbortController();
  /** Decides in place of a decision that is under way. */
  const decide = async () => {
    decision.abort();
    if (signal.aborted || !familiar.follow(settings.fading)) return; // later
    decision = new AbortController();
    const take = (decided: typeof chosen) => {
      chosen = decided;
      onDecided();
    };
    if (isPlain(settings) || isRevealed) return take(null);
    const met = [...occurrences].filter(({ key }) => familiar.brightnessOf(key) !== 'unlit');
    await doInSlices(choose(met, settings, occurrences), take, decision.signal);
  };
  const brightnessOf = (occurrence: Occurrence): Brightness => {
    if (chosen === null) return 'lit';
    return chosen.has(occurrence) ? familiar.brightnessOf(occurrence.key) : 'unlit';
  };
  const decideInTurn = createPacedAction(decide, signal);
  const decideSoon = () => {
    if (!isPlain(settings)) decideInTurn();
  };
  signal.addEventListener('abort', () => decision.abort());
  let isOutdated = false;
  let layout = '';

  if (!isPlain(settings)) chosen = new Set();
  return {
    brightnessOf,
    isFound: (occurrence) => settings.density === 'quiet' || brightnessOf(occurrence) !== 'unlit',
    reveal(held) {
      const isRevealing = held && settings.density === 'quiet';
      if (isRevealed === isRevealing) return;
      isRevealed = isRevealing;
      void decide();
    },
    decideSoon,
    noteChange() {
      isOutdated = true;
    },
    lookAround() {
      const before = layout;
      layout = settings.ceiling === null ? '' : readLayout();
      if (isOutdated || layout !== before) decideSoon();
      isOutdated = false;
    },
    applySettings(changed) {
      const isChanged = FOLLOWED.some((name) => changed[name] !== settings[name]);
      settings = changed;
      isRevealed &&= settings.density === 'quiet';
      if (isChanged) void decide();
    },
  };
}

/** Whether all is painted. */
function isPlain({ density, ceiling, fading }: DensitySettings): boolean {
  return density === 'every' && ceiling === null && !fading;
}

/** Tells of most changes of where things stand. */
function readLayout(): string {
  const { clientWidth, scrollHeight } = document.documentElement;
  return [clientWidth, innerHeight, scrollHeight].join();
}

/** Those to be painted, of the lit ones that are met. */
function* choose(
  met: readonly Occurrence[],
  { density, ceiling }: DensitySettings,
  lit: LitOccurrences,
): Steps<Set<Occurrence>> {
  if (density === 'quiet') return new Set();
  const parts = density === 'section' ? yield* cutIntoSections(met) : [yield* sortInSteps(met)];
  const chosen = density === 'every' ? parts.flat() : parts.flatMap(firstOfEachTerm);
  return new Set(ceiling === null ? chosen : yield* keepBelowCeiling(chosen, ceiling, lit));
}

function firstOfEachTerm(occurrences: readonly Occurrence[]): Occurrence[] {
  const seen = new Set<string>();
  return occurrences.filter(({ key }) => !seen.has(key) && seen.add(key));
}
