// A pause: until a time or the browser's next start, whatever happens to the background in between.
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { endPauseAtStart, endPauseInTime, pause } from '../../entrypoints/background/pause.ts';
import { readSettings } from '../../entrypoints/shared/settings.ts';

const HOUR_MS = 60 * 60_000;
const pausedUntil = async () => (await readSettings()).settings.pausedUntil;
const alarmTimes = async () => (await fakeBrowser.alarms.getAll()).map(({ scheduledTime }) => scheduledTime);

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => work() } }); // Node has none
});

it('has an alarm at its end', async () => {
  const end = Date.now() + HOUR_MS;
  await pause(end);
  expect(await pausedUntil()).toBe(end);
  expect(await alarmTimes()).toEqual([end]);
});

it('is over once its time has come', async () => {
  await pause(Date.now() - 1);
  await endPauseInTime();
  expect(await pausedUntil()).toBeNull();
  expect(await alarmTimes()).toEqual([]);
});

it('gets an alarm anew where the browser has lost it', async () => {
  const end = Date.now() + HOUR_MS;
  await pause(end);
  await fakeBrowser.alarms.clearAll();
  await endPauseInTime();
  expect(await pausedUntil()).toBe(end);
  expect(await alarmTimes()).toEqual([end]);
});

it('until the browser’s next start outlasts the background, not the browser', async () => {
  await pause('restart');
  await endPauseInTime();
  expect(await pausedUntil()).toBe('restart');
  await endPauseAtStart();
  expect(await pausedUntil()).toBeNull();
});

it('of an hour outlasts a start of the browser', async () => {
  const end = Date.now() + HOUR_MS;
  await pause(end);
  await endPauseAtStart();
  expect(await pausedUntil()).toBe(end);
});

it('ends at once where the reader ends it', async () => {
  await pause(Date.now() + HOUR_MS);
  await pause(null);
  expect(await pausedUntil()).toBeNull();
  expect(await alarmTimes()).toEqual([]);
});
