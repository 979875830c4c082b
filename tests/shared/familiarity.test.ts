// How familiar a term is: by the days on which its card was opened, and less as time goes by; kept only while terms fade.
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { brightnessOf, FAMILIARITY_KEY, familiarityAt, readFamiliarity } from '../../entrypoints/shared/familiarity.ts';
import { keepFamiliarity } from '../../entrypoints/shared/familiarity-summary.ts';
import {
  addToHistory,
  clearHistory,
  deleteEntries,
  readEntryIds,
  restoreEntries,
} from '../../entrypoints/shared/history.ts';

const KEY = 'g/loom';
const DAY = 24 * 3_600_000;
const NOON = new Date().setHours(12, 0, 0, 0);

const days = (count: number, perDay = 1) =>
  Array.from({ length: count * perDay }, (_, number) => NOON + Math.floor(number / perDay) * DAY + (number % perDay));
const brightnessAfter = (openings: readonly number[], laterMs = 0) =>
  brightnessOf({ [KEY]: familiarityAt(openings) }, KEY, (openings.at(-1) ?? 0) + laterMs);

describe('a term', () => {
  it('has not faded when its card was never opened, or once', () => {
    expect(brightnessOf({}, KEY, NOON)).toBe('lit');
    expect(brightnessAfter(days(1))).toBe('lit');
  });

  it('fades by the days on which its card was opened, in two steps', () => {
    expect(brightnessAfter(days(3))).toBe('faint');
    expect(brightnessAfter(days(5))).toBe('unlit');
  });

  it('fades less by a card that is opened again on the same day', () => {
    expect(brightnessAfter(days(1, 4))).toBe('lit');
    expect(brightnessAfter(days(1, 6))).toBe('faint');
  });

  it('comes back when it has long been unseen, by the same steps', () => {
    expect(brightnessAfter(days(5), 15 * DAY)).toBe('faint');
    expect(brightnessAfter(days(5), 60 * DAY)).toBe('lit');
  });
});

describe('the summary', () => {
  const open = (at: number, key = KEY) =>
    addToHistory({ at, key, label: key, sentence: '', title: '', url: 'https://a.example/', site: 'a.example' });

  beforeEach(async () => {
    fakeBrowser.reset();
    vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => work() } }); // Node has none
    await clearHistory();
  });

  it('is made of the history when terms are to fade, and goes when they are not', async () => {
    await open(NOON - DAY);
    await open(NOON);
    expect(await readFamiliarity()).toEqual({});
    await keepFamiliarity(true);
    expect(await readFamiliarity()).toEqual({ [KEY]: familiarityAt([NOON - DAY, NOON]) });
    await keepFamiliarity(false);
    expect(FAMILIARITY_KEY in (await fakeBrowser.storage.local.get(null))).toBe(false);
  });

  it('follows cards that are opened, and entries that are deleted and put back', async () => {
    await keepFamiliarity(true);
    await open(NOON - DAY);
    await open(NOON - DAY, 'g/warp');
    await open(NOON);
    const whole = { [KEY]: familiarityAt([NOON - DAY, NOON]), 'g/warp': familiarityAt([NOON - DAY + 1]) };
    expect(await readFamiliarity()).toEqual(whole);
    const deleted = await deleteEntries([NOON]);
    expect(await readFamiliarity()).toEqual({ ...whole, [KEY]: familiarityAt([NOON - DAY]) });
    await restoreEntries(deleted);
    expect(await readFamiliarity()).toEqual(whole);
    await deleteEntries((await readEntryIds()).filter((id) => id !== NOON - DAY + 1));
    expect(Object.keys(await readFamiliarity())).toEqual(['g/warp']);
    await clearHistory();
    expect(await readFamiliarity()).toEqual({});
  });
});
