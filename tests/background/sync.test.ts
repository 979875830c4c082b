// Sync in one browser: off until it is switched on, and nothing is lost where the browser's store or its sync refuses.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { putTerm } from '../../entrypoints/background/own-terms.ts';
import { mirrorSettings } from '../../entrypoints/background/sync.ts';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  readSettings,
  SETTINGS_KEY,
  type Settings,
} from '../../entrypoints/shared/settings.ts';
import { readSync, switchSync } from '../../entrypoints/shared/sync.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => work() } }); // Node has none
});

const shared = () => fakeBrowser.storage.sync.get(null);
const change = (patch: Partial<Settings>) => changeSettings(() => patch);
const settings = async () => (await readSettings()).settings;

it('hands nothing over until it is switched on, and nothing of what was done before is late then', async () => {
  const set = vi.spyOn(fakeBrowser.storage.sync, 'set');
  const get = vi.spyOn(fakeBrowser.storage.sync, 'get');
  await change({ badge: false, sitesOff: ['a.example'] });
  await mirrorSettings();
  expect([set.mock.calls, get.mock.calls]).toEqual([[], []]);
  await switchSync(true);
  await mirrorSettings();
  expect(Object.keys(await shared())).toEqual(['badge']);
});

it('hands over nothing of the reader’s own terms', async () => {
  await switchSync(true);
  await change({ knownTerms: ['my-terms/secret'], badge: false });
  await putTerm({ draft: { label: 'secret', spellings: '', definition: 'Mine.' }, language: 'en' });
  await mirrorSettings();
  expect(Object.keys(await shared())).toEqual(['badge']);
});

it('takes over what others chose, and keeps what is its own', async () => {
  await change({ sitesOff: ['a.example'], cardOpening: 'key' });
  await switchSync(true);
  await fakeBrowser.storage.sync.set({
    cardOpening: { cardOpening: ['click', Date.now() + 1000] },
    'highlight.style': { 'highlight.style': ['both', 1] },
    'highlight.hue': { 'highlight.hue': [90, 1] },
  });
  await mirrorSettings();
  expect(await settings()).toEqual({
    ...DEFAULT_SETTINGS,
    sitesOff: ['a.example'],
    cardOpening: 'click',
    highlight: { style: 'both', hue: 90 },
  });
});

it('leaves alone what others share while it is off, and what it was when it is switched off and on again', async () => {
  await switchSync(true);
  await change({ cardOpening: 'key' });
  await mirrorSettings();
  await switchSync(false);
  await fakeBrowser.storage.sync.set({ badge: { badge: [false, Date.now()] } });
  await change({ cardOpening: 'calm' });
  await mirrorSettings();
  expect(await settings()).toMatchObject({ cardOpening: 'calm', badge: true });
  expect(JSON.stringify(await shared())).toContain('"key"');
  await switchSync(true);
  await mirrorSettings();
  expect(await settings()).toMatchObject({ cardOpening: 'calm', badge: false });
  expect(JSON.stringify(await shared())).toContain('"calm"');
});

it('writes nothing when nothing has changed', async () => {
  await switchSync(true);
  await change({ badge: false });
  await mirrorSettings();
  const set = vi.spyOn(fakeBrowser.storage.sync, 'set');
  const setLocal = vi.spyOn(fakeBrowser.storage.local, 'set');
  await mirrorSettings();
  expect([set.mock.calls, setLocal.mock.calls]).toEqual([[], []]);
});

describe('tells what is wrong, and loses nothing,', () => {
  it('where sync is full: settings still go, and known terms go when there is room', async () => {
    await switchSync(true);
    await change({ badge: false, knownTerms: ['g/a'] });
    const set = fakeBrowser.storage.sync.set.bind(fakeBrowser.storage.sync);
    const full = vi.spyOn(fakeBrowser.storage.sync, 'set').mockImplementation(async (items) => {
      if (JSON.stringify(items).includes('known')) throw new Error('QUOTA_BYTES quota exceeded');
      await set(items);
    });
    await mirrorSettings();
    expect(await readSync()).toEqual({ isOn: true, problem: 'full' });
    expect(Object.keys(await shared())).toEqual(['badge']);
    expect(await settings()).toMatchObject({ badge: false, knownTerms: ['g/a'] });
    full.mockRestore();
    await mirrorSettings();
    expect(await readSync()).toEqual({ isOn: true, problem: null });
    expect(JSON.stringify(await shared())).toContain('known:g/a');
  });

  it('where there is no sync', async () => {
    await switchSync(true);
    await change({ badge: false });
    vi.spyOn(fakeBrowser.storage.sync, 'get').mockRejectedValue(new Error('not there'));
    await mirrorSettings();
    expect(await readSync()).toEqual({ isOn: true, problem: 'missing' });
    expect((await settings()).badge).toBe(false);
  });

  it('where this browser cannot write: what others chose is taken over the next time', async () => {
    await switchSync(true);
    await fakeBrowser.storage.sync.set({ badge: { badge: [false, 1] } });
    const full = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full'));
    await expect(mirrorSettings()).rejects.toThrow('full');
    full.mockRestore();
    await mirrorSettings();
    expect((await settings()).badge).toBe(false);
    expect(JSON.stringify(await shared())).toContain('false');
  });

  it.each(['broken', [1], { badge: 3, cardOpening: ['calm', 'noon'] }])(
    'where what it kept cannot be read: %j',
    async (kept) => {
      await switchSync(true);
      await change({ badge: false });
      await fakeBrowser.storage.local.set({ 'sync-fields': kept });
      await mirrorSettings();
      expect((await settings()).badge).toBe(false);
      expect(Object.keys(await shared())).toEqual(['badge']);
    },
  );

  it('where settings cannot be read: what stands in for them is not shared', async () => {
    await switchSync(true);
    await change({ badge: false });
    await mirrorSettings();
    await fakeBrowser.storage.local.set({ [SETTINGS_KEY]: 'broken' });
    await mirrorSettings();
    expect(JSON.stringify(await shared())).toContain('false');
  });
});
