// The reader's settings: their defaults, and how they are read, watched and changed without losing anything.
import { browser } from 'wxt/browser';
import type { TermKey } from '../../glossary/model.ts';
import { DEFAULT_LOOK, HIGHLIGHT_STYLES, type HighlightLook } from './highlight-look.ts';

/** What opens a card: the pointer's rest on a word, shorter or longer; with the Shift key held; or a click. */
export const CARD_OPENINGS = ['quick', 'normal', 'calm', 'key', 'click'] as const;
export type CardOpeningSetting = (typeof CARD_OPENINGS)[number];

/** What a reader can set. Sites are host names as in `location.hostname`. */
export interface Settings {
  /** Sites on which nothing is lit. */
  readonly sitesOff: readonly string[];
  /** Terms the reader knows and does not want lit. */
  readonly knownTerms: readonly TermKey[];
  /** Site to the terms that mean something else there. */
  readonly otherMeanings: Readonly<Record<string, readonly TermKey[]>>;
  readonly cardOpening: CardOpeningSetting;
  readonly highlight: HighlightLook;
}

export const DEFAULT_SETTINGS: Settings = {
  sitesOff: [],
  knownTerms: [],
  otherMeanings: {},
  cardOpening: 'normal',
  highlight: DEFAULT_LOOK,
};

const STORAGE_KEY = 'settings';
const BROKEN_KEY = 'settings:unreadable';

/** Settings, and whether what was stored could be read; if not, the defaults stand in. */
export interface SettingsReading {
  readonly settings: Settings;
  readonly problem: 'unreadable' | null;
}

/** Checked by hand: every page would load a library for it. Fields of a later version are kept. */
function parseSettings(stored: unknown): SettingsReading {
  const settings = isRecord(stored) ? { ...DEFAULT_SETTINGS, ...stored } : DEFAULT_SETTINGS;
  const { sitesOff, knownTerms, otherMeanings, cardOpening, highlight } = settings;
  const isSound =
    (stored === undefined || isRecord(stored)) &&
    isTextList(sitesOff) &&
    isTextList(knownTerms) &&
    isRecord(otherMeanings) &&
    Object.values(otherMeanings).every(isTextList) &&
    CARD_OPENINGS.includes(cardOpening) &&
    HIGHLIGHT_STYLES.includes(highlight?.style) &&
    (highlight.hue === null || Number.isFinite(highlight.hue));
  return isSound ? { settings, problem: null } : { settings: DEFAULT_SETTINGS, problem: 'unreadable' };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** The settings as stored. A broken store gives the defaults and says so; it never throws. */
export async function readSettings(): Promise<SettingsReading> {
  try {
    const stored = await browser.storage.local.get(STORAGE_KEY);
    return parseSettings(stored[STORAGE_KEY]);
  } catch {
    return { settings: DEFAULT_SETTINGS, problem: 'unreadable' };
  }
}

/**
 * Changes settings; what cannot be read is put aside under its own key before it is written over.
 * Rejects if the browser cannot write (storage full or broken); what was there then stays.
 */
export async function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<void> {
  await navigator.locks.request('termlight-settings', async () => {
    const stored = (await browser.storage.local.get(STORAGE_KEY))[STORAGE_KEY];
    const { settings, problem } = parseSettings(stored);
    const next = { ...settings, ...change(settings) };
    await browser.storage.local.set({ [STORAGE_KEY]: next, ...(problem && { [BROKEN_KEY]: stored }) });
  });
}

/** Calls back with the new settings after every change, until the signal aborts. */
export function watchSettings(onChange: (reading: SettingsReading) => void, signal?: AbortSignal): void {
  const listen = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[STORAGE_KEY]) onChange(parseSettings(changes[STORAGE_KEY].newValue));
  };
  browser.storage.onChanged.addListener(listen);
  signal?.addEventListener('abort', () => browser.storage?.onChanged?.removeListener(listen));
}

/** Whether terms are lit on a site. An empty host (a page of no site) is on. */
export function isSiteOn(settings: Settings, host: string): boolean {
  return !settings.sitesOff.includes(host);
}

/** The settings with a site switched on or off. */
export function withSite(settings: Settings, host: string, on: boolean): Partial<Settings> {
  const others = settings.sitesOff.filter((site) => site !== host);
  return { sitesOff: on ? others : [...others, host] };
}

/** The settings with a term known, or no longer so. */
export function withKnownTerm(settings: Settings, term: TermKey, known: boolean): Partial<Settings> {
  const others = settings.knownTerms.filter((other) => other !== term);
  return { knownTerms: known ? [...others, term] : others };
}

/** The settings with a term meaning something else on a site, or no longer so. */
export function withOtherMeaning(
  settings: Settings,
  site: string,
  term: TermKey,
  rejected: boolean,
): Partial<Settings> {
  const others = (settings.otherMeanings[site] ?? []).filter((other) => other !== term);
  const terms = rejected ? [...others, term] : others;
  const { [site]: _, ...otherSites } = settings.otherMeanings;
  return { otherMeanings: terms.length ? { ...otherSites, [site]: terms } : otherSites };
}
