// The kinds of what a reader keeps in the browser's store, and how each stands in the file that holds all of it.
import * as v from 'valibot';
import type { FaultName } from '../../glossary/faults.ts';
import { type Glossary, termKey } from '../../glossary/model.ts';
import { glossarySchema } from '../../glossary/validate.ts';
import { cuesKey, headKey, OWN_GLOSSARY_ID, textKey } from '../shared/glossaries.ts';
import { HIGHLIGHT_STYLES } from '../shared/highlight-look.ts';
import { HISTORY_OFF_KEY } from '../shared/history.ts';
import { noteKey } from '../shared/notes.ts';
import { layOutGlossary, toGlossaries } from '../shared/publish-glossaries.ts';
import {
  CARD_OPENINGS,
  DEFINITION_LANGUAGES,
  DENSITIES,
  EVERY_SITE,
  parseSettings,
  SETTINGS_KEY,
  type Settings,
} from '../shared/settings.ts';
import { parseSitePattern } from '../shared/site-patterns.ts';

/** What the store holds of one kind, by key. */
type Entries = Readonly<Record<string, unknown>>;

/** One kind. To have another in the file, give it an entry in `DATA_PARTS`. */
export interface DataPart {
  /** What is expected in the file. Fields that are not known are kept. */
  readonly schema: v.GenericSchema;
  /** Whether a key of the store belongs to it. */
  readonly owns: (key: string) => boolean;
  /** From the store to the file, and back: in the place of what the store has. */
  readonly take: (entries: Entries) => unknown;
  readonly layOut: (value: never, before: Entries) => Entries;
}

/** For valibot a list is an object, too. */
export function noList<S extends v.GenericSchema>(schema: S) {
  return v.pipe(
    v.unknown(),
    v.check((input) => !Array.isArray(input), 'faultObject' satisfies FaultName),
    schema,
  );
}

const SitePattern = v.pipe(
  v.string(),
  v.check(
    // Earlier versions listed an empty one: local files.
    (text) => text === EVERY_SITE || text === '' || parseSitePattern(text) === text,
    'faultSite' satisfies FaultName,
  ),
);
/** The key of a term. */
export const TermKeySchema = v.pipe(
  v.string(),
  v.check((text) => /^[^/]+\/[^/]+$/.test(text), 'faultTermKey' satisfies FaultName),
);
const TermKeys = v.array(TermKeySchema);
const MOST_HUE = 360; // degrees

const SettingsSchema = noList(
  v.looseObject({
    sitesOff: v.optional(v.array(SitePattern)),
    sitesOn: v.optional(v.array(SitePattern)),
    knownTerms: v.optional(TermKeys),
    otherMeanings: v.optional(noList(v.record(v.string(), TermKeys))),
    levels: v.optional(v.array(v.picklist(['everyday', 'general', 'specialist']))),
    density: v.optional(v.picklist(DENSITIES)),
    ceiling: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)))),
    fading: v.optional(v.boolean()),
    badge: v.optional(v.boolean()),
    cardOpening: v.optional(v.picklist(CARD_OPENINGS)),
    definitions: v.optional(v.picklist(DEFINITION_LANGUAGES)),
    highlight: v.optional(
      v.looseObject({
        style: v.picklist(HIGHLIGHT_STYLES),
        hue: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(MOST_HUE))),
      }),
    ),
  }),
);

const settings: DataPart = {
  schema: SettingsSchema,
  owns: (key) => key === SETTINGS_KEY,
  take(entries) {
    const { pausedUntil: _, ...lasting } = parseSettings(entries[SETTINGS_KEY]).settings;
    return lasting;
  },
  layOut({ pausedUntil: _, ...lasting }: Partial<Settings>, before) {
    const { pausedUntil } = parseSettings(before[SETTINGS_KEY]).settings;
    return { [SETTINGS_KEY]: { ...lasting, ...(pausedUntil !== null && { pausedUntil }) } }; // a pause goes on
  },
};

/** A kind with a key of its own for each term: in the file, an object from the keys of terms to the values. */
function byTerm(keyOf: (term: string) => string, schema: v.GenericSchema): DataPart {
  const prefix = keyOf('');
  return {
    schema: noList(v.record(TermKeySchema, schema)),
    owns: (key) => key.startsWith(prefix),
    take: (entries) => renameKeys(entries, (key) => key.slice(prefix.length)),
    layOut: (value) => renameKeys(value, keyOf),
  };
}

function renameKeys(entries: Entries, rename: (key: string) => string): Entries {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [rename(key), value]));
}

const historyOn: DataPart = {
  schema: v.boolean(),
  owns: (key) => key === HISTORY_OFF_KEY,
  take: (entries) => !entries[HISTORY_OFF_KEY],
  layOut: (isOn: boolean) => (isOn ? {} : { [HISTORY_OFF_KEY]: true }),
};

/** The glossary of the reader's own terms, as a glossary file has it; `null` where there is none, left out by earlier versions. */
const OwnGlossarySchema = v.looseObject({
  ...glossarySchema.entries,
  id: v.literal(OWN_GLOSSARY_ID),
  terms: v.pipe(
    glossarySchema.entries.terms,
    v.checkItems(
      ({ id }, index, terms) => terms.findIndex((term) => term.id === id) === index,
      'faultOwnId' satisfies FaultName,
    ),
  ),
});

const OWN_TERM_KEYS = [textKey, cuesKey].map((keyOf) => keyOf(termKey(OWN_GLOSSARY_ID, '')));

const ownGlossary: DataPart = {
  schema: v.optional(v.nullable(noList(OwnGlossarySchema))),
  owns: (key) => key === headKey(OWN_GLOSSARY_ID) || OWN_TERM_KEYS.some((start) => key.startsWith(start)),
  take: (entries) => toGlossaries(entries)[0] ?? null,
  layOut: (glossary: Glossary | null) => (glossary ? layOutGlossary(glossary) : {}),
};

/** All kinds in the browser's store, by their names in the file; `memory-rows.ts` has those in the database. */
export const DATA_PARTS = {
  settings,
  ownGlossary,
  notes: byTerm(noteKey, v.pipe(v.string(), v.nonEmpty())),
  historyOn,
} satisfies Record<string, DataPart>;
