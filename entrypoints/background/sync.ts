// Mirrors settings between this browser's own store, which pages read, and the one that the reader's browsers share.
import { browser } from 'wxt/browser';
import { changeSettings, readSettings, type Settings, watchSettings } from '../shared/settings.ts';
import { readSync, SYNC_PROBLEM_KEY, type SyncProblem, watchSync } from '../shared/sync.ts';
import { isSame, type Reconciled, reconcile, type SharedItems } from './synced-fields.ts';

/** The key of the last change of each field. It is kept while sync is off, too: later it tells which change was first. */
const FIELDS_KEY = 'sync-fields';

/** Between two times: browsers allow 120 writes a minute and 1,800 an hour, and there are two each time. */
const LEAST_PAUSE_MS = 5000;

/** Changes that follow one another, as those of a slider, go together. */
const SETTLING_MS = 500;

/** Mirrors after every change on either side, and now. */
export function keepSynced(): void {
  let isWaiting = false;
  let last = 0; // a worker that has been stopped begins anew, which is more than a pause
  const mirror = () => {
    isWaiting = false;
    last = Date.now();
    void mirrorSettings().catch(() => undefined); // the next change tries again
  };
  const soon = () => {
    if (!isWaiting) setTimeout(mirror, Math.max(SETTLING_MS, last + LEAST_PAUSE_MS - Date.now()));
    isWaiting = true;
  };
  watchSettings(soon);
  watchSync(soon);
  browser.storage.onChanged.addListener((_: unknown, area: string) => {
    if (area === 'sync') soon();
  });
  soon();
}

/** Takes over what other browsers have changed, and gives them what was changed here. Loses nothing where that fails. */
export async function mirrorSettings(): Promise<void> {
  await navigator.locks.request('termlight-sync', async () => {
    const [{ settings, problem }, { isOn }] = await Promise.all([readSettings(), readSync()]);
    if (problem) return; // what stands in for settings that cannot be read is no change
    const shared = isOn ? await readShared() : {};
    if (!shared) return setProblem('missing');
    const items = await takeOver(settings, shared);
    if (isOn) await setProblem(await share(items));
  });
}

/** Brings the settings and the kept fields up to date. Resolves to what others do not know yet. */
async function takeOver(settings: Settings, shared: unknown): Promise<SharedItems> {
  const kept: unknown = (await browser.storage.local.get(FIELDS_KEY))[FIELDS_KEY] ?? {};
  let result: Reconciled = reconcile(kept, settings, shared, Date.now());
  if (Object.keys(result.patch).length) {
    // Once more with what is stored by now: the reader's own change of this moment is the later one.
    await changeSettings((current) => {
      result = reconcile(kept, current, shared, Date.now());
      return result.patch;
    });
  }
  if (!isSame(kept, result.fields)) await browser.storage.local.set({ [FIELDS_KEY]: result.fields });
  return result.items;
}

async function readShared(): Promise<unknown> {
  try {
    return await browser.storage.sync.get(null);
  } catch {
    return null;
  }
}

/** The few settings first: known terms may be too many. What does not fit stays in this browser. */
async function share(items: SharedItems): Promise<SyncProblem | null> {
  const entries = Object.entries(items);
  const known = entries.filter(([name]) => name.startsWith('known'));
  for (const part of [entries.filter((entry) => !known.includes(entry)), known]) {
    if (!part.length) continue;
    try {
      await browser.storage.sync.set(Object.fromEntries(part));
    } catch (error) {
      return /quota|max_/i.test(String(error)) ? 'full' : 'missing';
    }
  }
  return null;
}

/** Written only where it is another: every write is told to all pages of the extension. */
async function setProblem(problem: SyncProblem | null): Promise<void> {
  if ((await readSync()).problem === problem) return;
  if (problem) await browser.storage.local.set({ [SYNC_PROBLEM_KEY]: problem });
  else await browser.storage.local.remove(SYNC_PROBLEM_KEY);
}
