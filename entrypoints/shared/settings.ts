// The reader's settings: their defaults, and how they are read, watched and changed without losing anything.
import { browser } from 'wxt/browser';
import type { Level, TermKey } from '../../glossary/model.ts';
import { DEFAULT_LOOK, HIGHLIGHT_STYLES, type HighlightLook } from './highlight-look.ts';

/** What opens a card: the pointer's rest on a word, shorter or longer; with the Shift key held; or a click. */
export const CARD_OPENINGS = ['quick', 'normal', 'calm', 'key', 'click'] as const;
export type CardOpeningSetting = (typeof CARD_OPENINGS)[number];

/** The language that terms are explained in: the browser's (`auto`), English or Chinese. */
export const DEFINITION_LANGUAGES = ['auto', 'en', 'zh'] as const;
export type DefinitionLanguage = (typeof DEFINITION_LANGUAGES)[number];

/** Which occurrences of a term are lit: all, the first of each section or of the page, or none until the reader asks. */
export const DENSITIES = ['every', 'section', 'page', 'quiet'] as const;
export type DensitySetting = (typeof DENSITIES)[number];

/**
 * What a reader can set. Sites are host names as in `location.hostname`, and stand for what is below them, too;
 * `*.example.com` is what is below alone, `*` every site. What is named more exactly counts.
 */
export interface Settings {
  /** Sites on which nothing is lit; with `*` among them, terms are lit only on sites that are switched on. */
  readonly sitesOff: readonly string[];
  /** Sites on which terms are lit although they are below one that is switched off. */
  readonly sitesOn: readonly string[];
  /** Nothing is lit anywhere until then: milliseconds since 1970, or the browser's next start; `null`: no pause. */
  readonly pausedUntil: number | 'restart' | null;
  /** Terms the reader knows and does not want lit. */
  readonly knownTerms: readonly TermKey[];
  /** Site to the terms that mean something else there. */
  readonly otherMeanings: Readonly<Record<string, readonly TermKey[]>>;
  /** Of the terms that are lit. */
  readonly levels: readonly Level[];
  readonly density: DensitySetting;
  /** How many occurrences are lit on one screenful at most; `null`: as many as there are. */
  readonly ceiling: number | null;
  /** Whether terms fade as they become familiar. */
  readonly fading: boolean;
  /** Whether the toolbar button tells how many terms are lit. */
  readonly badge: boolean;
  readonly cardOpening: CardOpeningSetting;
  readonly highlight: HighlightLook;
  readonly definitions: DefinitionLanguage;
}

export const DEFAULT_SETTINGS: Settings = {
  sitesOff: [],
  sitesOn: [],
  pausedUntil: null,
  knownTerms: [],
  otherMeanings: {},
  levels: ['general', 'specialist'],
  density: 'every',
  ceiling: null,
  fading: false,
  badge: true,
  cardOpening: 'normal',
  highlight: DEFAULT_LOOK,
  definitions: 'auto',
};

/** The key of all settings in the browser's local storage. */
export const SETTINGS_KEY = 'settings';
const BROKEN_KEY = 'settings:unreadable';

/** Settings, and whether all that was stored could be read; for what could not, the defaults stand in. */
export interface SettingsReading {
  readonly settings: Settings;
  readonly problem: 'unreadable' | null;
}

/** What can be read of each field, checked by hand: every page would load a library for it. */
const IS_SOUND: { readonly [F in keyof Settings]: (value: Settings[F]) => boolean } = {
  sitesOff: isTextList,
  sitesOn: isTextList,
  pausedUntil: (until) => until === null || until === 'restart' || Number.isFinite(until),
  knownTerms: isTextList,
  otherMeanings: (sites) => isRecord(sites) && Object.values(sites).every(isTextList),
  levels: isTextList,
  density: (density) => DENSITIES.includes(density),
  ceiling: (ceiling) => ceiling === null || ceiling > 0,
  fading: (isOn) => typeof isOn === 'boolean',
  badge: (isOn) => typeof isOn === 'boolean',
  cardOpening: (opening) => CARD_OPENINGS.includes(opening),
  highlight: (look) => HIGHLIGHT_STYLES.includes(look?.style) && (look.hue === null || Number.isFinite(look.hue)),
  definitions: (language) => DEFINITION_LANGUAGES.includes(language),
};

/** Settings from what is stored: a field that cannot be read gets its default, the others stay, also those of a later version. */
export function parseSettings(stored: unknown): SettingsReading {
  const settings = { ...DEFAULT_SETTINGS, ...(isRecord(stored) ? stored : {}) };
  const keepSound = <F extends keyof Settings>(field: F): boolean => {
    const isSound = IS_SOUND[field](settings[field]);
    if (!isSound) settings[field] = DEFAULT_SETTINGS[field];
    return isSound;
  };
  const broken = (Object.keys(IS_SOUND) as (keyof Settings)[]).filter((field) => !keepSound(field));
  // Earlier versions listed an empty site: local files, which are of none.
  settings.sitesOff = without(settings.sitesOff, '');
  settings.sitesOn = without(settings.sitesOn, '');
  const isBroken = broken.length > 0 || !(stored === undefined || isRecord(stored));
  return { settings, problem: isBroken ? 'unreadable' : null };
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
    const stored = await browser.storage.local.get(SETTINGS_KEY);
    return parseSettings(stored[SETTINGS_KEY]);
  } catch {
    return { settings: DEFAULT_SETTINGS, problem: 'unreadable' };
  }
}

/**
 * Changes settings; what cannot be read is put aside under its own key, with what was before, and then written over.
 * Rejects if the browser cannot write (storage full or broken); what was there then stays.
 */
export async function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<void> {
  await navigator.locks.request('termlight-settings', async () => {
    const { [SETTINGS_KEY]: stored, [BROKEN_KEY]: earlier } = await browser.storage.local.get([
      SETTINGS_KEY,
      BROKEN_KEY,
    ]);
    const { settings, problem } = parseSettings(stored);
    const next = { ...settings, ...change(settings) };
    const putAside = problem && { [BROKEN_KEY]: [...(Array.isArray(earlier) ? earlier : []), stored] };
    await browser.storage.local.set({ [SETTINGS_KEY]: next, ...putAside });
  });
}

/** Calls back with the new settings after every change, until the signal aborts. */
export function watchSettings(onChange: (reading: SettingsReading) => void, signal?: AbortSignal): void {
  const listen = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[SETTINGS_KEY]) onChange(parseSettings(changes[SETTINGS_KEY].newValue));
  };
  browser.storage.onChanged.addListener(listen);
  signal?.addEventListener('abort', () => browser.storage?.onChanged?.removeListener(listen));
}

type SiteLists = Pick<Settings, 'sitesOff' | 'sitesOn'>;

/** Every site: switched off, it leaves only those that are switched on. */
export const EVERY_SITE = '*';

/** Whether terms are lit on a site now. */
export function isLitOn(settings: Settings, host: string): boolean {
  return settings.pausedUntil === null && isSiteOn(settings, host);
}

/** Whether a site is switched on, by the pattern that names it most exactly. An empty host is a page of no site. */
export function isSiteOn({ sitesOff, sitesOn }: SiteLists, host: string): boolean {
  let pattern = host;
  while (!sitesOff.includes(pattern)) {
    if (pattern === EVERY_SITE || sitesOn.includes(pattern)) return true;
    pattern = pattern.startsWith('*.') ? pattern.slice(2) : pattern.replace(/^[^.]*/, EVERY_SITE);
  }
  return false;
}

/** The settings with a site switched on or off, by no more words than it takes. */
export function withSite({ sitesOff, sitesOn }: SiteLists, pattern: string, on: boolean): Partial<Settings> {
  const others = withoutSite({ sitesOff, sitesOn }, pattern);
  if (isSiteOn(others, pattern) === on) return others;
  return on
    ? { ...others, sitesOn: [...others.sitesOn, pattern] }
    : { ...others, sitesOff: [...others.sitesOff, pattern] };
}

/** The lists without a site. */
export function withoutSite({ sitesOff, sitesOn }: SiteLists, pattern: string): SiteLists {
  return { sitesOff: without(sitesOff, pattern), sitesOn: without(sitesOn, pattern) };
}

function without<T>(items: readonly T[], item: T): T[] {
  return items.filter((other) => other !== item);
}

/** The settings with a term known, or no longer so. */
export function withKnownTerm(settings: Settings, term: TermKey, known: boolean): Partial<Settings> {
  const others = without(settings.knownTerms, term);
  return { knownTerms: known ? [...others, term] : others };
}

/** The settings with a term meaning something else on a site, or no longer so. */
export function withOtherMeaning(
  settings: Settings,
  site: string,
  term: TermKey,
  rejected: boolean,
): Partial<Settings> {
  const others = without(settings.otherMeanings[site] ?? [], term);
  const terms = rejected ? [...others, term] : others;
  const { [site]: _, ...otherSites } = settings.otherMeanings;
  return { otherMeanings: terms.length ? { ...otherSites, [site]: terms } : otherSites };
}
