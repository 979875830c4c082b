// The file that holds all of a reader's data: there and back, all or nothing, with errors that name the place.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { putData, readData, takeData } from '../../entrypoints/options/data-file.ts';
import { noteKey, writeNote } from '../../entrypoints/shared/notes.ts';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  readSettings,
  SETTINGS_KEY,
  type Settings,
} from '../../entrypoints/shared/settings.ts';

const TERM = 'glossary/saas';
const GLOSSARY = { [`term:${TERM}`]: { id: 'saas' }, 'form-table': {} };

beforeEach(async () => {
  fakeBrowser.reset();
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => work() } }); // Node has none
  await fakeBrowser.storage.local.set(GLOSSARY);
});

const read = (value: unknown) => readData(JSON.stringify(value));
const errorsOf = (value: unknown) => {
  const reading = read(value);
  return reading.ok ? [] : reading.errors;
};
const FILE = { format: 'termlight-data', version: 1, settings: {}, notes: {} };

async function fill(): Promise<void> {
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
}

describe('all data', () => {
  it('is the same after a way through a file, in a browser that has other data', async () => {
    await fill();
    const before = await fakeBrowser.storage.local.get(null);
    const text = JSON.stringify(await takeData());
    await fakeBrowser.storage.local.clear();
    await fakeBrowser.storage.local.set({ ...GLOSSARY, [noteKey('glossary/paas')]: 'another' });
    await changeSettings(() => ({ sitesOff: ['other.org'] }));
    const reading = readData(text);
    if (!reading.ok) throw new Error(reading.errors.join('\n'));
    await putData(reading.data);
    const { pausedUntil: _, ...settings } = before[SETTINGS_KEY] as Settings;
    expect(await fakeBrowser.storage.local.get(null)).toEqual({ ...before, [SETTINGS_KEY]: settings });
    expect((await readSettings()).settings).toEqual({ ...settings, pausedUntil: null });
  });

  it('of a reader who has changed nothing is the defaults', async () => {
    await putData(await takeData());
    expect(await readSettings()).toEqual({ settings: DEFAULT_SETTINGS, problem: null });
  });

  it('holds no pause, which belongs to the day and the browser', async () => {
    await changeSettings(() => ({ pausedUntil: 'restart' }));
    expect(JSON.stringify(await takeData())).not.toContain('restart');
  });

  it('stays as it is where the browser cannot write', async () => {
    await fill();
    const before = await fakeBrowser.storage.local.get(null);
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
    await expect(putData(FILE as never)).rejects.toThrow('full');
    expect(await fakeBrowser.storage.local.get(null)).toEqual(before);
  });
});

describe('a file', () => {
  it('may hold less, and fields of later versions, which are kept', () => {
    expect(read({ ...FILE, settings: { later: 1 }, more: 2 })).toMatchObject({
      ok: true,
      data: { settings: { later: 1 }, more: 2 },
    });
  });

  it.each([
    [{ ...FILE, format: 'other' }, 'format: expected "termlight-data", found "other"'],
    [{ ...FILE, version: 2 }, 'version: expected 1, found 2'],
    [{ ...FILE, notes: undefined }, 'notes: missing'],
    [{ ...FILE, notes: { [TERM]: 3 } }, `notes.${TERM}: expected string, found 3`],
    [{ ...FILE, notes: { saas: 'x' } }, /^notes\.saas: expected .*key of a term.*, found "saas"$/],
    [
      { ...FILE, settings: { sitesOff: ['a', 'two words'] } },
      /^settings\.sitesOff\[1\]: expected a site.*, found "two words"$/,
    ],
    [{ ...FILE, settings: { cardOpening: 'never' } }, /^settings\.cardOpening: expected .*"quick".*, found "never"$/],
    [
      { ...FILE, settings: { highlight: { style: 'tint', hue: 400 } } },
      /^settings\.highlight\.hue: expected <=360, found 400$/,
    ],
    [{ ...FILE, settings: { levels: ['rare'] } }, /^settings\.levels\[0\]: expected .*"general".*, found "rare"$/],
    [[], /^file: expected .*found Array$/],
  ])('is refused with the place and what was expected: %j', (value, error) => {
    expect(errorsOf(value)).toEqual([typeof error === 'string' ? error : expect.stringMatching(error)]);
  });

  it('is refused with all its errors', () => {
    expect(errorsOf({ ...FILE, version: 2, settings: { badge: 1 }, notes: [] })).toHaveLength(3);
  });

  it('that is no JSON is refused', () => {
    expect(readData('{ "format": ')).toMatchObject({ ok: false, errors: [expect.stringContaining('expected JSON')] });
  });
});
