// Decides what settings become where browsers share them: field by field, of two changes the later one counts.
import { parseTermKey, type TermKey } from '../../glossary/model.ts';
import { OWN_GLOSSARY_ID } from '../shared/glossaries.ts';
import { DEFAULT_LOOK, type HighlightLook } from '../shared/highlight-look.ts';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from '../shared/settings.ts';

/** Settings with the two choices of the look side by side: each is a field of its own. */
type FlatSettings = Omit<Settings, 'highlight'> & {
  readonly 'highlight.style': HighlightLook['style'];
  readonly 'highlight.hue': HighlightLook['hue'];
};

/**
 * What is shared as it is, which the options and PRIVACY.md name. Sites, other meanings and the pause never are: they
 * tell where a reader has been.
 */
export const SHARED = [
  'cardOpening',
  'highlight.style',
  'highlight.hue',
  'levels',
  'density',
  'ceiling',
  'fading',
  'badge',
  'definitions',
] as const satisfies (keyof FlatSettings)[];

/** Each known term is a field of its own, so that two browsers that learn different ones have both. */
const KNOWN = 'known:';

/** Terms of the reader's own never leave the browser, nor do their keys, which tell what they are called. */
const isOwn = (term: TermKey) => parseTermKey(term).glossaryId === OWN_GLOSSARY_ID;

/** Items that the known terms are spread over: browsers take 8,192 bytes an item, some 140 terms. */
const KNOWN_ITEMS = 16;

/** A value, and when it was chosen, in milliseconds since 1970. */
export type Change = readonly [value: unknown, at: number];

/** The last change of each field. A field that was never changed is not there. */
export type Fields = Readonly<Record<string, Change>>;

/** What browsers share: the changes of one field, or of some of the known terms, in each item. */
export type SharedItems = Readonly<Record<string, Fields>>;

/** What is to be done for all browsers to have the same. */
export interface Reconciled {
  /** To be kept until the next time. */
  readonly fields: Fields;
  /** What others have chosen since. */
  readonly patch: Partial<Settings>;
  /** What others do not know yet: items to be written over those that there are. */
  readonly items: SharedItems;
}

/** Compares what was kept the last time with the settings, for what the reader has changed, and with what is shared. */
export function reconcile(kept: unknown, settings: Settings, shared: unknown, now: number): Reconciled {
  const others = fieldsIn(shared);
  const fields = later(noteChanges(fieldsIn({ kept }), settings, now), soundOnes(others));
  return { fields, patch: patchFrom(fields, settings), items: itemsWithNews(others, later(others, fields)) };
}

/** The fields with what the reader has changed since they were kept. */
function noteChanges(kept: Fields, settings: Settings, now: number): Fields {
  const noted: Record<string, Change> = { ...kept };
  const note = (field: string, value: unknown, initial: unknown) => {
    const [before, at] = kept[field] ?? [initial, 0];
    if (!isSame(before, value)) noted[field] = [value, Math.max(now, at + 1)]; // clocks are set back, too
  };
  const [values, initial] = [flatten(settings), flatten(DEFAULT_SETTINGS)];
  for (const field of SHARED) note(field, values[field], initial[field]);
  const known = new Set(settings.knownTerms.filter((term) => !isOwn(term)).map((term) => KNOWN + term));
  const earlier = Object.keys(kept).filter((field) => field.startsWith(KNOWN));
  for (const field of new Set([...known, ...earlier])) note(field, known.has(field), false);
  return noted;
}

/** Of each field the later change; of two at the same moment all browsers choose the same. */
function later(some: Fields, others: Fields): Fields {
  const wins = ([value, at]: Change, [otherValue, otherAt]: Change) =>
    at > otherAt || (at === otherAt && canonical(value) > canonical(otherValue));
  const news = Object.entries(others).filter(([field, change]) => {
    const known = some[field];
    return !known || wins(change, known);
  });
  return { ...some, ...Object.fromEntries(news) };
}

/** What differs in the settings from the fields. */
function patchFrom(fields: Fields, settings: Settings): Partial<Settings> {
  const values = flatten(settings);
  const changed = SHARED.filter((field) => fields[field] && !isSame(fields[field][0], values[field]));
  const flatPatch = Object.fromEntries(changed.map((field) => [field, fields[field]?.[0]]));
  const patch = unflatten(flatPatch, settings.highlight);
  const isKnown = (term: TermKey) => isOwn(term) || fields[KNOWN + term]?.[0] === true;
  const known = Object.keys(fields).filter((field) => field.startsWith(KNOWN));
  const missing = known.map((field) => field.slice(KNOWN.length)).filter((term) => isKnown(term));
  const knownTerms = [...new Set([...settings.knownTerms.filter(isKnown), ...missing])];
  if (knownTerms.length !== settings.knownTerms.length || !settings.knownTerms.every(isKnown)) {
    Object.assign(patch, { knownTerms });
  }
  return patch;
}

function flatten({ highlight, ...others }: Settings): FlatSettings {
  return { ...others, 'highlight.style': highlight.style, 'highlight.hue': highlight.hue };
}

/** What is missing of a look stays as it is. */
function unflatten(patch: Partial<FlatSettings>, look: HighlightLook): Partial<Settings> {
  const { 'highlight.style': style = look.style, 'highlight.hue': hue = look.hue, ...others } = patch;
  const highlight = { ...look, style, hue };
  return isSame(highlight, look) ? others : { ...others, highlight };
}

/** Those that this version can use; what a later one has chosen stays with the others. */
function soundOnes(fields: Fields): Fields {
  const isSound = ([field, [value]]: [string, Change]) =>
    field.startsWith(KNOWN)
      ? typeof value === 'boolean' && !isOwn(field.slice(KNOWN.length))
      : (SHARED as readonly string[]).includes(field) &&
        parseSettings(unflatten({ [field]: value }, DEFAULT_LOOK)).problem === null;
  return Object.fromEntries(Object.entries(fields).filter(isSound));
}

function itemsWithNews(before: Fields, after: Fields): SharedItems {
  const items: Record<string, Record<string, Change>> = {};
  for (const [field, change] of Object.entries(after)) {
    const item = itemOf(field);
    items[item] = { ...items[item], [field]: change };
  }
  const hasNews = ([, fields]: [string, Fields]) =>
    Object.entries(fields).some(([field, change]) => !isSame(change, before[field]));
  return Object.fromEntries(Object.entries(items).filter(hasNews));
}

function itemOf(field: string): string {
  if (!field.startsWith(KNOWN)) return field;
  let hash = 0;
  for (const character of field) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 65_521; // a prime: spreads evenly
  return KNOWN + (hash % KNOWN_ITEMS);
}

/** All sound changes among what is stored as items, which anything may have written. */
function fieldsIn(shared: unknown): Fields {
  const items = Object.values((shared ?? {}) as Record<string, unknown>);
  const entries = items.flatMap((item) => Object.entries((item ?? {}) as Record<string, unknown>));
  return Object.fromEntries(
    entries.filter((entry): entry is [string, Change] => {
      const [, change] = entry;
      return Array.isArray(change) && change.length === 2 && Number.isFinite(change[1]);
    }),
  );
}

/** Whether two values are the same as JSON. */
export function isSame(some: unknown, other: unknown): boolean {
  return canonical(some) === canonical(other);
}

/** As JSON, with the keys of objects in order: browsers' stores sort them. */
function canonical(value: unknown): string {
  const sorted = (_: string, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort())
      : part;
  return JSON.stringify(value, sorted) ?? '';
}
