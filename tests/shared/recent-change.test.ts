// What a reader can take back from the popup: all of the last ten minutes that still holds.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  addRecentChange,
  isInForce,
  type RecentChange,
  readRecentChanges,
  withoutChange,
} from '../../entrypoints/shared/recent-change.ts';
import {
  DEFAULT_SETTINGS,
  type Settings,
  withKnownTerm,
  withOtherMeaning,
  withSite,
} from '../../entrypoints/shared/settings.ts';

const MINUTE_MS = 60_000;
const KNOWN: RecentChange = { kind: 'known', term: 'g/a' };
const OTHER: RecentChange = { kind: 'otherMeaning', term: 'g/a', site: 'a.example' };
const OFF: RecentChange = { kind: 'siteOff', site: 'a.example' };

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => work() } }); // Node has none
});
afterEach(() => vi.useRealTimers());

it('each change is offered for ten minutes, the latest first', async () => {
  await addRecentChange(KNOWN);
  vi.advanceTimersByTime(9 * MINUTE_MS);
  await addRecentChange(OTHER);
  await addRecentChange(OFF);
  vi.advanceTimersByTime(MINUTE_MS - 1);
  expect(await readRecentChanges()).toEqual([OFF, OTHER, KNOWN]);
  vi.advanceTimersByTime(1);
  expect(await readRecentChanges()).toEqual([OFF, OTHER]);
  vi.advanceTimersByTime(9 * MINUTE_MS);
  expect(await readRecentChanges()).toEqual([]);
});

it('the same change is offered once, for ten minutes from the last time', async () => {
  await addRecentChange(KNOWN);
  vi.advanceTimersByTime(9 * MINUTE_MS);
  await addRecentChange(OTHER);
  await addRecentChange({ ...KNOWN });
  vi.advanceTimersByTime(9 * MINUTE_MS);
  expect(await readRecentChanges()).toEqual([KNOWN, OTHER]);
});

it.each([
  [KNOWN, withKnownTerm(DEFAULT_SETTINGS, 'g/a', true)],
  [OTHER, withOtherMeaning(DEFAULT_SETTINGS, 'a.example', 'g/a', true)],
  [OFF, withSite(DEFAULT_SETTINGS, 'a.example', false)],
] satisfies [RecentChange, Partial<Settings>][])('%j is in force until it is taken back', (change, made) => {
  const changed = { ...DEFAULT_SETTINGS, ...made };
  expect(isInForce(change, changed)).toBe(true);
  const back = { ...changed, ...withoutChange(changed, change) };
  expect(back).toEqual(DEFAULT_SETTINGS);
  expect(isInForce(change, back)).toBe(false);
});
