// Ends a pause when its time has come, or the browser starts anew.
import { browser } from 'wxt/browser';
import { changeSettings, readSettings } from '../shared/settings.ts';

const ALARM = 'end-of-pause';

/** Pauses everywhere for some time, or until the browser starts anew; `null` ends a pause. */
export async function pause(until: number | 'restart' | null): Promise<void> {
  await changeSettings(() => ({ pausedUntil: until }));
  await browser.alarms.clear(ALARM);
  if (typeof until === 'number') await browser.alarms.create(ALARM, { when: until });
}

/** Ends a pause whose time has come. To be called whenever the background starts: browsers may lose an alarm. */
export async function endPauseInTime(): Promise<void> {
  const { pausedUntil } = (await readSettings()).settings;
  if (typeof pausedUntil === 'number') await pause(pausedUntil > Date.now() ? pausedUntil : null);
}

/** The browser has started: ends a pause that was to last until then. */
export async function endPauseAtStart(): Promise<void> {
  const { pausedUntil } = (await readSettings()).settings;
  if (pausedUntil === 'restart') await pause(null);
}
