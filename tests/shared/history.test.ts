// The history: what is remembered, in which order, and how it is forgotten and put back.
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { rememberChosen, rememberLookUp, rememberOpened } from '../../entrypoints/background/remember.ts';
import { FORMS_KEY, headKey, textKey } from '../../entrypoints/shared/glossaries.ts';
import {
  addToHistory,
  clearHistory,
  countEntries,
  deleteEntries,
  isHistoryOn,
  lastEntryOf,
  readEntries,
  readEntryIds,
  readIdsBetween,
  readLatestEntries,
  readMetTerms,
  readSites,
  restoreEntries,
  switchHistory,
} from '../../entrypoints/shared/history.ts';
import { type HistoryEntry, watchMemory } from '../../entrypoints/shared/memory.ts';
import { endOfDay, toHistoryRows } from '../../entrypoints/sidepanel/history-rows.ts';
import { compileTerm } from '../../glossary/compile.ts';
import { layOutForms } from '../../glossary/form-table.ts';
import type { Term } from '../../glossary/model.ts';

const NOON = new Date(2026, 10, 24, 12).getTime();
const HOUR = 3_600_000;

const entry = (more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  at: NOON,
  key: 'g/loom',
  label: 'loom',
  sentence: 'A loom stood there.',
  title: 'A page',
  url: 'https://a.example/1',
  site: 'a.example',
  ...more,
});

const termOf = (id: string): Term => ({
  id,
  label: id,
  kind: 'term',
  level: 'general',
  evidence: 'none',
  senses: [{ id, definition: { en: 'Of weavers.' } }],
});

const readHistory = async () => readEntries(await readEntryIds());

beforeEach(async () => {
  fakeBrowser.reset();
  await clearHistory();
});

describe('the history', () => {
  it('has the latest first, also of one site alone', async () => {
    await addToHistory(entry({ at: NOON, url: 'https://a.example/1' }));
    await addToHistory(entry({ at: NOON + HOUR, url: 'https://b.example/', site: 'b.example' }));
    await addToHistory(entry({ at: NOON + 2 * HOUR, url: 'https://a.example/2' }));
    expect(await readEntryIds()).toEqual([NOON + 2 * HOUR, NOON + HOUR, NOON]);
    expect(await readEntryIds('a.example')).toEqual([NOON + 2 * HOUR, NOON]);
    expect(await readSites()).toEqual(['a.example', 'b.example']);
    expect((await readHistory()).map(({ url }) => url)).toEqual([
      'https://a.example/2',
      'https://b.example/',
      'https://a.example/1',
    ]);
  });

  it('tells of its latest entries, and how many there are, without reading all', async () => {
    for (const [hour, site] of ['a.example', 'b.example', 'a.example', 'a.example'].entries()) {
      await addToHistory(entry({ at: NOON + hour * HOUR, url: `https://${site}/${hour}`, site }));
    }
    expect((await readLatestEntries(2)).map(({ at }) => at)).toEqual([NOON + 3 * HOUR, NOON + 2 * HOUR]);
    expect((await readLatestEntries(2, 'b.example')).map(({ at }) => at)).toEqual([NOON + HOUR]);
    expect(await Promise.all([countEntries(), countEntries('a.example')])).toEqual([4, 3]);
  });

  it('tells of a time, of all sites or of one: from its first moment on, before its end', async () => {
    for (const hour of [0, 1, 2])
      await addToHistory(entry({ at: NOON + hour * HOUR, url: `https://a.example/${hour}` }));
    await addToHistory(entry({ at: NOON + 1, url: 'https://b.example/', site: 'b.example' }));
    expect(await readIdsBetween(NOON, NOON + 2 * HOUR)).toEqual([NOON, NOON + 1, NOON + HOUR]);
    expect(await readIdsBetween(NOON, NOON + 2 * HOUR, 'a.example')).toEqual([NOON + HOUR, NOON]);
  });

  it('has every entry once, however many they are', async () => {
    const many = Array.from({ length: 12_345 }, (_, index) =>
      entry({ at: NOON + index, url: `https://a.example/${index}` }),
    );
    await restoreEntries(many);
    expect(await readEntryIds()).toEqual(many.map(({ at }) => at).reverse());
  });

  it('keeps two entries of the same moment apart', async () => {
    await addToHistory(entry());
    await addToHistory(entry({ key: 'g/cloth', label: 'cloth' }));
    expect((await readHistory()).map(({ label }) => label)).toEqual(['cloth', 'loom']);
  });

  it('moves a term up that is opened again on the same page, and lists it anew the next time the page is read', async () => {
    await addToHistory(entry({ at: NOON }));
    await addToHistory(entry({ at: NOON + 60_000, sentence: 'Another loom.' }));
    expect((await readHistory()).map(({ sentence }) => sentence)).toEqual(['Another loom.']);
    await addToHistory(entry({ at: NOON + 2 * HOUR }));
    expect(await readEntryIds()).toHaveLength(2);
  });

  it('knows the terms met, and where one was met last', async () => {
    await addToHistory(entry({ at: NOON, url: 'https://a.example/1' }));
    await addToHistory(entry({ at: NOON + HOUR, url: 'https://a.example/2' }));
    expect([...(await readMetTerms())]).toEqual(['g/loom']);
    expect((await lastEntryOf('g/loom'))?.url).toBe('https://a.example/2');
    expect(await lastEntryOf('g/cloth')).toBeUndefined();
  });

  it('gives what it deletes, so that it can be put back as it was', async () => {
    await addToHistory(entry({ at: NOON, url: 'https://a.example/1' }));
    await addToHistory(entry({ at: NOON + HOUR, url: 'https://a.example/2' }));
    const before = await readHistory();
    const deleted = await deleteEntries([NOON, 1]);
    expect(await readEntryIds()).toEqual([NOON + HOUR]);
    await restoreEntries(deleted);
    expect(await readHistory()).toEqual(before);
    expect(await readEntries([NOON])).toEqual([before[1]]);
  });

  it('tells open pages of every change', async () => {
    const leaving = new AbortController();
    const told = new Promise<void>((resolve) => watchMemory(resolve, leaving.signal));
    await addToHistory(entry());
    await told;
    leaving.abort();
  });
});

describe('a card that opens', () => {
  const tab = { url: 'https://news.example/story', title: 'A story', incognito: false };
  const opened = { term: 'g/loom', text: 'Before it. A loom\n  stood there. After it.', at: 13 };

  beforeEach(() =>
    fakeBrowser.storage.local.set({
      [headKey('g')]: { id: 'g', termIds: ['loom'] },
      [textKey('g/loom')]: { id: 'loom', label: 'loom', senses: [] },
    }),
  );

  it('is remembered with its sentence and its page', async () => {
    await rememberOpened(opened, { tab });
    expect(await readHistory()).toEqual([
      {
        at: expect.any(Number),
        key: 'g/loom',
        label: 'loom',
        sentence: 'A loom stood there.',
        title: 'A story',
        url: 'https://news.example/story',
        site: 'news.example',
      },
    ]);
  });

  it.each([
    ['in a private window', { ...tab, incognito: true }],
    ['in no tab', undefined],
    ['in a tab whose address is not told', { title: 'A story' }],
  ])('is not remembered %s', async (_, where) => {
    await rememberOpened(opened, where ? { tab: where } : {});
    expect(await readHistory()).toEqual([]);
  });

  it('is not remembered while the history is off', async () => {
    expect(await isHistoryOn()).toBe(true);
    await switchHistory(false);
    await rememberOpened(opened, { tab });
    expect([await isHistoryOn(), await readHistory()]).toEqual([false, []]);
    await switchHistory(true);
    await rememberOpened(opened, { tab });
    expect(await readHistory()).toHaveLength(1);
  });

  it('of a term that no glossary has is not remembered', async () => {
    await rememberOpened({ ...opened, term: 'g/gone' }, { tab });
    expect(await readHistory()).toEqual([]);
  });
});

describe('a term that is looked up', () => {
  const tab = { id: 1, url: 'https://news.example/story', title: 'A story', incognito: false };
  const sentences = async () => (await readHistory()).map(({ label, sentence, url }) => [label, sentence, url]);
  beforeEach(async () => {
    const compiled = ['loom', 'shuttle'].map((id) => compileTerm(`g/${id}`, termOf(id)));
    await fakeBrowser.storage.local.set({
      [FORMS_KEY]: layOutForms(compiled),
      [headKey('g')]: { id: 'g', termIds: ['loom', 'shuttle'] },
      [textKey('g/loom')]: termOf('loom'),
      [textKey('g/shuttle')]: termOf('shuttle'),
    });
    Object.defineProperty(fakeBrowser, 'scripting', {
      configurable: true,
      value: { executeScript: async () => [{ result: { text: 'Threads. The looms stood. Dust.', at: 13 } }] },
    });
  });

  it('is remembered with the sentence that it is selected in, its page, or nothing but itself', async () => {
    await rememberLookUp('LOOM', tab, 0);
    await rememberLookUp('g/shuttle', tab);
    await rememberLookUp('shuttle', { id: 2 });
    expect(await sentences()).toEqual([
      ['shuttle', '', ''],
      ['shuttle', '', tab.url],
      ['loom', 'The looms stood.', tab.url],
    ]);
  });

  it('keeps the sentence in which it was met shortly before', async () => {
    vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue(tab as never);
    await rememberLookUp('loom', tab, 0);
    await rememberChosen({ term: 'g/loom', tabId: 1 });
    expect(await sentences()).toEqual([['loom', 'The looms stood.', tab.url]]);
  });

  it('is not remembered where the text names none alone, in private windows, and while the history is off', async () => {
    await rememberLookUp('loom and shuttle', tab, 0);
    await rememberLookUp('loom', { ...tab, incognito: true }, 0);
    await rememberLookUp('loom', undefined, 0);
    await switchHistory(false);
    await rememberLookUp('loom', tab, 0);
    expect(await readHistory()).toEqual([]);
  });
});

describe('toHistoryRows', () => {
  it('puts each day above what was met on it', () => {
    const evening = new Date(2026, 10, 23, 23, 59).getTime();
    const midnight = new Date(2026, 10, 24).getTime();
    expect(toHistoryRows([NOON, midnight, evening])).toEqual([
      { kind: 'day', start: midnight },
      { kind: 'entry', id: NOON },
      { kind: 'entry', id: midnight },
      { kind: 'day', start: new Date(2026, 10, 23).getTime() },
      { kind: 'entry', id: evening },
    ]);
  });

  it('ends a day at the next midnight, also where an hour is added to it', () => {
    expect(endOfDay(new Date(2026, 9, 25).getTime())).toBe(new Date(2026, 9, 26).getTime());
  });
});
