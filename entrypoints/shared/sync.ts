// Whether settings are shared with the reader's other browsers, by the browser's own sync; off until it is switched on.
import { browser } from 'wxt/browser';

/** The key of the switch, and of what goes wrong while it is on. */
export const SYNC_ON_KEY = 'sync-on';
export const SYNC_PROBLEM_KEY = 'sync-problem';

/** `full`: the browser takes no more, or not so often; `missing`: it has no sync, or it does not answer. */
export type SyncProblem = 'full' | 'missing';

/** How sync stands. */
export interface SyncState {
  readonly isOn: boolean;
  readonly problem: SyncProblem | null;
}

/** As it is stored in this browser; a switch is not itself shared. */
export async function readSync(): Promise<SyncState> {
  const stored = await browser.storage.local.get([SYNC_ON_KEY, SYNC_PROBLEM_KEY]);
  return {
    isOn: stored[SYNC_ON_KEY] === true,
    problem: (stored[SYNC_PROBLEM_KEY] as SyncProblem | undefined) ?? null,
  };
}

/** Switches sync on or off in this browser. Rejects if the browser cannot write. */
export async function switchSync(on: boolean): Promise<void> {
  if (on) await browser.storage.local.set({ [SYNC_ON_KEY]: true });
  else await browser.storage.local.remove([SYNC_ON_KEY, SYNC_PROBLEM_KEY]);
}

/** Calls back when it stands otherwise, until the signal aborts. */
export function watchSync(onChange: () => void, signal?: AbortSignal): void {
  const listen = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && (SYNC_ON_KEY in changes || SYNC_PROBLEM_KEY in changes)) onChange();
  };
  browser.storage.onChanged.addListener(listen);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listen));
}
