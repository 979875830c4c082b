// The file that holds all of a reader's data: there and back, all or nothing, with errors that name the place.
import 'fake-indexeddb/auto';
import { createEmptyCard } from 'ts-fsrs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { putData, readData, takeData, writeData } from '../../entrypoints/options/data-file.ts';
import { FAMILIARITY_KEY } from '../../entrypoints/shared/familiarity.ts';
import { keepFamiliarity } from '../../entrypoints/shared/familiarity-summary.ts';
import { FORMS_KEY, OWN_GLOSSARY_ID, readForms } from '../../entrypoints/shared/glossaries.ts';
import {
  clearHistory,
  readEntries,
  readEntryIds,
  restoreEntries,
  switchHistory,
} from '../../entrypoints/shared/history.ts';
import type { HistoryEntry, SavedTerm } from '../../entrypoints/shared/memory.ts';
import { noteKey, readNote, writeNote } from '../../entrypoints/shared/notes.ts';
import { layOutForPages, layOutGlossary } from '../../entrypoints/shared/publish-glossaries.ts';
import { putSavedTerm, readSavedTerms, removeSavedTerm } from '../../entrypoints/shared/saved.ts';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  readSettings,
  SETTINGS_KEY,
  type Settings,
} from '../../entrypoints/shared/settings.ts';
import type { Glossary } from '../../glossary/model.ts';
import { faultLines } from '../fault-lines.ts';

const MANY = 2500; // entries; more than one slice
const TERM = 'glossary/saas';
const HEAD = { format: 'termlight-glossary', version: 1, title: { en: 'A glossary' } } as const;
const SENSE = { id: 'saas', definition: { en: 'Rented software.' } };
const GLOSSARY: Glossary = { ...HEAD, id: 'glossary', terms: [{ id: 'saas', label: 'SaaS', senses: [SENSE] }] };
const OWN: Glossary = { ...HEAD, id: OWN_GLOSSARY_ID, terms: [{ id: 'hippo', label: 'hippo', senses: [SENSE] }] };
/** A store with the glossaries, and with what pages read of them. */
const stored = (...glossaries: Glossary[]) => ({
  ...Object.assign({}, ...glossaries.map(layOutGlossary)),
  ...layOutForPages(glossaries),
});

beforeEach(async () => {
  fakeBrowser.reset();
  await clearHistory();
  for (const { key } of await readSavedTerms()) await removeSavedTerm(key);
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => work() } }); // Node has none
  await fakeBrowser.storage.local.set(stored(GLOSSARY));
});

const read = (value: unknown) => readData(JSON.stringify(value));
const errorsOf = async (value: unknown) => {
  const reading = await read(value);
  return reading.ok ? [] : faultLines(reading.faults);
};
const ENTRY: HistoryEntry = {
  at: 1,
  key: TERM,
  label: 'SaaS',
  sentence: 'SaaS is met here.',
  title: 'A page',
  url: 'https://example.com/',
  site: 'example.com',
};
const CARD = createEmptyCard(new Date(5));
const SAVED: SavedTerm = { key: TERM, label: 'SaaS', at: 3 };
const FILE = { format: 'termlight-data', version: 1, settings: {}, notes: {}, historyOn: true, history: [], saved: [] };

async function fill(): Promise<void> {
  await fakeBrowser.storage.local.set(stored(OWN, GLOSSARY));
  await changeSettings(() => ({
    sitesOff: ['*', '*.example.com'],
    sitesOn: ['docs.example.com'],
    knownTerms: [TERM],
    otherMeanings: { '': [TERM], 'example.com': [TERM] },
    levels: ['specialist'],
    density: 'section',
    ceiling: 10,
    fading: true,
    badge: false,
    cardOpening: 'click',
    highlight: { style: 'both', hue: 120 },
  }));
  await writeNote(TERM, 'mine');
  await switchHistory(false);
  await restoreEntries(Array.from({ length: MANY }, (_, index) => ({ ...ENTRY, at: index + 1 })));
  await putSavedTerm(SAVED);
  await putSavedTerm({ ...SAVED, key: 'glossary/paas', met: ENTRY, card: { ...CARD, last_review: new Date(7) } });
  await keepFamiliarity(true, true);
}

/** All rows of the database. */
const readRows = async () => ({
  entries: await readEntries(await readEntryIds()),
  saved: await readSavedTerms(),
});

describe('all data', () => {
  it('is the same after a way through a file, in a browser that has other data', async () => {
    await fill();
    const before = await fakeBrowser.storage.local.get(null);
    const rowsBefore = await readRows();
    const text = await (await writeData(await takeData())).text();
    await fakeBrowser.storage.local.clear();
    await fakeBrowser.storage.local.set({ ...stored(GLOSSARY), [noteKey('glossary/paas')]: 'another' });
    await changeSettings(() => ({ sitesOff: ['other.org'] }));
    await clearHistory();
    await restoreEntries([{ ...ENTRY, at: 0 }]);
    await removeSavedTerm(TERM);
    await putSavedTerm({ ...SAVED, key: 'glossary/iaas' });
    const reading = await readData(text);
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    await putData(reading.data);
    const { pausedUntil: _, ...settings } = before[SETTINGS_KEY] as Settings;
    expect(await fakeBrowser.storage.local.get(null)).toEqual({ ...before, [SETTINGS_KEY]: settings });
    expect((await readSettings()).settings).toEqual({ ...settings, pausedUntil: null });
    expect(await readRows()).toEqual(rowsBefore);
  });

  it('of a reader who has changed nothing is the defaults', async () => {
    await putData(await takeData());
    expect(await readSettings()).toEqual({ settings: DEFAULT_SETTINGS, problem: null });
  });

  it('holds no pause, which belongs to the day and the browser, and ends none', async () => {
    await changeSettings(() => ({ pausedUntil: 'restart' }));
    const data = await takeData();
    expect(JSON.stringify(data)).not.toContain('restart');
    for (const next of [data, { settings: {} }, { settings: { badge: false, pausedUntil: null } }]) {
      await putData(next);
      expect((await readSettings()).settings.pausedUntil).toBe('restart');
    }
  });

  it('has terms fade by the history that it holds, not by the one before', async () => {
    const at = Date.now();
    await changeSettings(() => ({ fading: true }));
    await restoreEntries([{ ...ENTRY, at, key: 'glossary/before' }]);
    await keepFamiliarity(true);
    const familiarTerms = async () =>
      Object.keys((await fakeBrowser.storage.local.get(FAMILIARITY_KEY))[FAMILIARITY_KEY] ?? {});
    expect(await familiarTerms()).toEqual(['glossary/before']);
    const history = [{ ...ENTRY, at }];
    await putData({ ...FILE, settings: { fading: true }, history } as never);
    expect(await familiarTerms()).toEqual([ENTRY.key]);
    await putData({ ...FILE, settings: {}, history } as never);
    expect(await familiarTerms()).toEqual([]);
  });

  it('stays as it is where the browser cannot write', async () => {
    await fill();
    const before = await fakeBrowser.storage.local.get(null);
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
    await expect(putData(FILE as never)).rejects.toThrow('full');
    expect(await fakeBrowser.storage.local.get(null)).toEqual(before);
  });

  it('stays as it is, store and database, where the database refuses a row', async () => {
    await fill();
    const before = { stored: await fakeBrowser.storage.local.get(null), ...(await readRows()) };
    const history = [...Array.from({ length: MANY }, (_, at) => ({ ...ENTRY, at })), { ...ENTRY, at: {} }];
    await expect(putData({ ...FILE, notes: { 'glossary/iaas': 'new' }, history } as never)).rejects.toThrow();
    expect({ stored: await fakeBrowser.storage.local.get(null), ...(await readRows()) }).toEqual(before);
  });

  it('takes the place of own terms, which pages are searched for at once; the built-in glossary stays', async () => {
    await fill();
    const other = { ...OWN, terms: [{ id: 'rhino', label: 'rhino', senses: [SENSE] }] };
    const before = await takeData();
    await putData({ ownGlossary: other });
    const {
      settings: _,
      'history-off': __,
      [noteKey(TERM)]: ___,
      [FAMILIARITY_KEY]: ____,
      ...entries
    } = await fakeBrowser.storage.local.get(null);
    expect(entries).toEqual(stored(other, GLOSSARY));
    await putData({ ownGlossary: null });
    expect((await takeData()).ownGlossary).toBeNull();
    expect(await readForms()).toEqual(stored(GLOSSARY)[FORMS_KEY]);
    await putData(before);
    expect((await takeData()).ownGlossary).toEqual(OWN);
  });

  it('of an earlier version, without own terms, leaves them alone', async () => {
    await fill();
    await putData(FILE as never);
    expect((await takeData()).ownGlossary).toEqual(OWN);
  });

  it('is replaced kind by kind: what is not named stays', async () => {
    await fill();
    const before = await readRows();
    await putData({ settings: {} });
    expect((await readSettings()).settings).toEqual(DEFAULT_SETTINGS);
    expect(await readNote(TERM)).toBe('mine');
    expect(await readRows()).toEqual(before);
  });
});

describe('a file', () => {
  it('may hold less, and fields of later versions, which are kept', async () => {
    expect(await read({ ...FILE, settings: { later: 1 }, more: 2 })).toMatchObject({
      ok: true,
      data: { settings: { later: 1 }, more: 2 },
    });
  });

  it('may list an empty site, as earlier versions did', async () => {
    expect(await read({ ...FILE, settings: { sitesOff: ['', 'a.example'] } })).toMatchObject({ ok: true });
  });

  it.each([
    [{ ...FILE, format: 'other' }, 'format: expected "termlight-data", found "other"'],
    [{ ...FILE, version: 2 }, 'version: expected 1, found 2'],
    [{ ...FILE, notes: undefined }, 'notes: missing'],
    [{ ...FILE, notes: { [TERM]: 3 } }, `notes.${TERM}: expected a text, found 3`],
    [{ ...FILE, notes: { saas: 'x' } }, /^notes\.saas: expected .*key of a term.*, found "saas"$/],
    [
      { ...FILE, settings: { sitesOff: ['a', 'two words'] } },
      /^settings\.sitesOff\[1\]: expected a site.*, found "two words"$/,
    ],
    [{ ...FILE, settings: { cardOpening: 'never' } }, /^settings\.cardOpening: expected .*"quick".*, found "never"$/],
    [
      { ...FILE, settings: { highlight: { style: 'tint', hue: 400 } } },
      /^settings\.highlight\.hue: expected 360 or less, found 400$/,
    ],
    [{ ...FILE, settings: { levels: ['rare'] } }, /^settings\.levels\[0\]: expected .*"general".*, found "rare"$/],
    [{ ...FILE, history: undefined }, 'history: missing'],
    [{ ...FILE, ownGlossary: { ...OWN, id: 'other' } }, 'ownGlossary.id: expected "my-terms", found "other"'],
    [
      { ...FILE, ownGlossary: { ...OWN, terms: [{ id: 'hippo', label: 'hippo' }] } },
      'ownGlossary.terms[0].senses: missing',
    ],
    [
      { ...FILE, ownGlossary: { ...OWN, terms: [...OWN.terms, ...OWN.terms] } },
      'ownGlossary.terms[1]: expected a term with an id of its own',
    ],
    [{ ...FILE, historyOn: 'yes' }, 'historyOn: expected true or false, found "yes"'],
    [{ ...FILE, history: [ENTRY, { ...ENTRY, at: 2, title: 7 }] }, 'history[1].title: expected a text, found 7'],
    [{ ...FILE, history: [ENTRY, ENTRY] }, 'history[1].at: the same as that of history[0]'],
    [
      { ...FILE, history: [{ ...ENTRY, url: 'javascript:alert(1)' }] },
      'history[0].url: expected the address of a page, found "javascript:alert(1)"',
    ],
    [
      { ...FILE, saved: [{ ...SAVED, card: { ...CARD, due: 'soon' } }] },
      'saved[0].card.due: expected a date, found "soon"',
    ],
    [{ ...FILE, saved: [SAVED, SAVED] }, 'saved[1].key: the same as that of saved[0]'],
    [[], 'expected an object, found […]'],
  ])('is refused with the place and what was expected: %j', async (value, error) => {
    expect(await errorsOf(value)).toEqual([typeof error === 'string' ? error : expect.stringMatching(error)]);
  });

  it('is refused with all its errors', async () => {
    const rows = { history: [1, { ...ENTRY, at: '' }], saved: [{ ...SAVED, label: undefined }] };
    expect(await errorsOf({ ...FILE, version: 2, settings: { badge: 1 }, notes: [], ...rows })).toHaveLength(6);
  });

  it('that is no JSON is refused', async () => {
    const reading = await readData('');
    expect(reading.ok ? [] : faultLines(reading.faults)).toEqual(['This is no JSON.']);
  });
});
