// Settings are never lost: not where the store is full, not where what it holds cannot be read.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  readSettings,
  SETTINGS_KEY,
  type Settings,
} from '../../entrypoints/shared/settings.ts';

/** No field has its default. */
const CHOSEN: Settings = {
  sitesOff: ['off.example'],
  sitesOn: ['on.off.example'],
  pausedUntil: 'restart',
  knownTerms: ['g/known'],
  otherMeanings: { 'other.example': ['g/other'] },
  levels: ['specialist'],
  density: 'page',
  ceiling: 10,
  fading: true,
  badge: false,
  cardOpening: 'click',
  highlight: { style: 'both', hue: 90 },
  definitions: 'zh',
};
const FIELDS = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];

const store = (settings: unknown) => fakeBrowser.storage.local.set({ [SETTINGS_KEY]: settings });
const stored = () => fakeBrowser.storage.local.get(null);

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => work() } }); // Node has none
});

it('every field is told apart from its default here', () => {
  for (const field of FIELDS) expect(CHOSEN[field]).not.toEqual(DEFAULT_SETTINGS[field]);
});

describe.each(FIELDS)('%s', (field) => {
  it('stays as it was where the store is full', async () => {
    await store(DEFAULT_SETTINGS);
    await changeSettings(() => ({ [field]: CHOSEN[field] }));
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full'));
    await expect(changeSettings(() => ({ [field]: DEFAULT_SETTINGS[field] }))).rejects.toThrow('full');
    expect(await readSettings()).toEqual({
      settings: { ...DEFAULT_SETTINGS, [field]: CHOSEN[field] },
      problem: null,
    });
  });

  it.each([null, 7, 'nonsense', [[]], { style: 3 }])('that is %j takes no other field with it', async (value) => {
    if (['pausedUntil', 'ceiling'].includes(field) && (value === null || value === 7)) return; // which it may be
    const broken = { ...CHOSEN, [field]: value };
    await store(broken);
    expect(await readSettings()).toEqual({
      settings: { ...CHOSEN, [field]: DEFAULT_SETTINGS[field] },
      problem: 'unreadable',
    });
    const next = field === 'badge' ? 'levels' : 'badge';
    await changeSettings(() => ({ [next]: DEFAULT_SETTINGS[next] }));
    expect(await stored()).toEqual({
      [SETTINGS_KEY]: { ...CHOSEN, [field]: DEFAULT_SETTINGS[field], [next]: DEFAULT_SETTINGS[next] },
      'settings:unreadable': [broken],
    });
  });
});

it('that cannot be read twice are put aside twice', async () => {
  for (const broken of ['first', 'second']) {
    await store(broken);
    await changeSettings(() => ({ badge: false }));
  }
  expect(await stored()).toMatchObject({ 'settings:unreadable': ['first', 'second'] });
});

it('a store that cannot be read gives the defaults, and is not written over', async () => {
  await store(CHOSEN);
  const failing = vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('broken'));
  expect(await readSettings()).toEqual({ settings: DEFAULT_SETTINGS, problem: 'unreadable' });
  await expect(changeSettings(() => ({ badge: true }))).rejects.toThrow('broken');
  failing.mockRestore();
  expect((await readSettings()).settings).toEqual(CHOSEN);
});

it('pages of no site, which earlier versions listed, are listed no more', async () => {
  await store({ ...CHOSEN, sitesOff: ['', 'off.example'], sitesOn: [''] });
  expect(await readSettings()).toEqual({ settings: { ...CHOSEN, sitesOn: [] }, problem: null });
});

it('fields of a later version stay', async () => {
  await store({ ...CHOSEN, later: 1 });
  await changeSettings(() => ({ badge: true }));
  expect(await stored()).toMatchObject({ [SETTINGS_KEY]: { later: 1, badge: true } });
});
