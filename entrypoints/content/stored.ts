// What a page needs of the store, in one read and by one listener: every page pays for them.
import { browser } from 'wxt/browser';
import type { FormTable } from '../../glossary/form-table.ts';
import { FORMS_KEY } from '../shared/glossaries.ts';
import { DEFAULT_SETTINGS, parseSettings, SETTINGS_KEY, type Settings } from '../shared/settings.ts';

/** What is stored for pages. */
export interface Stored {
  readonly settings: Settings;
  /** What to search the page for; `null` while no glossary is stored. */
  readonly forms: FormTable | null;
}

/** Reads the store. A broken one gives the defaults and no forms; it never throws. */
export async function readStored(): Promise<Stored> {
  try {
    const stored = await browser.storage.local.get([SETTINGS_KEY, FORMS_KEY]);
    const forms = (stored[FORMS_KEY] as FormTable | undefined) ?? null;
    return { settings: parseSettings(stored[SETTINGS_KEY]).settings, forms };
  } catch {
    return { settings: DEFAULT_SETTINGS, forms: null };
  }
}

/** Calls back with what has changed, until the signal aborts. Forms that are taken out of the store are told of by nobody. */
export function watchStored(onChange: (changed: Partial<Stored>) => void, signal: AbortSignal): void {
  const listen = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area !== 'local') return;
    const settings = changes[SETTINGS_KEY];
    const forms = changes[FORMS_KEY]?.newValue as FormTable | undefined;
    if (settings || forms) {
      onChange({ ...(settings && { settings: parseSettings(settings.newValue).settings }), ...(forms && { forms }) });
    }
  };
  browser.storage.onChanged.addListener(listen);
  signal.addEventListener('abort', () => browser.storage?.onChanged?.removeListener(listen));
}
