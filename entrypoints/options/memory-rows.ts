// What the database holds of a reader's, as rows for the file of all data; in slices, so that the page stays alive.
import * as v from 'valibot';
import { type Fault, type FaultName, faultOf } from '../../glossary/faults.ts';
import { announceMemoryChange, type HistoryEntry, type SavedTerm, withMemory } from '../shared/memory.ts';
import { noList, TermKeySchema } from './data-parts.ts';

const SLICE = 1000; // rows; checking or writing so many takes some milliseconds

/** Empty where there is no page. */
const PageAddress = v.pipe(
  v.string(),
  v.check(
    (url) => !url || (URL.canParse(url) && new URL(url).protocol !== 'javascript:'),
    'faultPageAddress' satisfies FaultName,
  ),
);

const HistoryEntrySchema = noList(
  v.looseObject({
    at: v.number(),
    key: TermKeySchema,
    label: v.string(),
    sentence: v.string(),
    title: v.string(),
    url: PageAddress,
    site: v.string(),
  }),
);

/** A date, which JSON has no kind of its own for; what comes from the database is one. */
const Moment = v.pipe(
  v.string(),
  v.check((text) => Number.isFinite(Date.parse(text)), 'faultDate' satisfies FaultName),
  v.transform((text) => new Date(text)),
);

const SavedTermSchema = noList(
  v.looseObject({
    key: TermKeySchema,
    label: v.string(),
    at: v.number(),
    met: v.optional(HistoryEntrySchema),
    card: v.optional(
      v.looseObject({
        due: Moment,
        last_review: v.optional(Moment),
        stability: v.number(),
        difficulty: v.number(),
        scheduled_days: v.number(),
        learning_steps: v.number(),
        reps: v.number(),
        lapses: v.number(),
        state: v.picklist([0, 1, 2, 3]),
      }),
    ),
  }),
);

/** All rows of the database, by the names of its stores, which are their names in the file, too. */
export interface MemoryRows {
  readonly history: readonly HistoryEntry[];
  readonly saved: readonly SavedTerm[];
}

/** What is expected of a row, and which of its fields no two rows have in common. */
const STORES = {
  history: { schema: HistoryEntrySchema, keyPath: 'at' },
  saved: { schema: SavedTermSchema, keyPath: 'key' },
} as const;

export type StoreName = keyof typeof STORES;
export const STORE_NAMES = Object.keys(STORES) as StoreName[];

/** All rows as they are at one moment. */
export async function takeRows(): Promise<MemoryRows> {
  return withMemory(async (memory) => {
    const transaction = memory.transaction(STORE_NAMES);
    const taken: Record<StoreName, unknown[]> = { history: [], saved: [] };
    for (const name of STORE_NAMES) {
      const store = transaction.objectStore(name);
      let slice: { [key: string]: unknown }[] = [];
      do {
        const last = slice.at(-1)?.[STORES[name].keyPath];
        const rest = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
        slice = (await store.getAll(rest, SLICE)) as unknown as typeof slice;
        taken[name].push(...slice);
      } while (slice.length === SLICE);
    }
    return taken as unknown as MemoryRows;
  });
}

/** Puts rows in the place of those that the named stores have. Rejects, with nothing changed, where the browser cannot write. */
export async function replaceRows(rows: Partial<MemoryRows>): Promise<void> {
  const names = STORE_NAMES.filter((name) => rows[name]);
  if (!names.length) return;
  await withMemory(async (memory) => {
    const transaction = memory.transaction(names, 'readwrite');
    try {
      for (const name of names) {
        const store = transaction.objectStore(name);
        await store.clear();
        for (const slice of slicesOf<HistoryEntry | SavedTerm>(rows[name] ?? []))
          await Promise.all(slice.map(async (row) => store.put(row)));
      }
    } catch (error) {
      transaction.done.catch(() => undefined); // rejects with what is thrown here
      transaction.abort();
      throw error;
    }
    await transaction.done;
  });
  announceMemoryChange();
}

/** The rows of a store as they come from a file, or what is wrong with each, with its place. */
export async function checkRows(
  name: StoreName,
  rows: readonly unknown[],
): Promise<{ rows: unknown[]; faults: Fault[] }> {
  const { schema, keyPath } = STORES[name];
  const checked: unknown[] = [];
  const faults: Fault[] = [];
  const places = new Map<unknown, number>();
  for (const slice of slicesOf(rows)) {
    for (const row of slice) {
      const index = checked.length;
      const parsed = v.safeParse(schema, row);
      checked.push(parsed.output);
      faults.push(...(parsed.issues ?? []).map((issue) => faultOf(issue, [name, index])));
      if (!parsed.success) continue;
      const key = (parsed.output as { [field: string]: unknown })[keyPath];
      const other = places.get(key);
      if (other !== undefined)
        faults.push({ place: `${name}[${index}].${keyPath}`, message: 'faultRepeated', values: [`${name}[${other}]`] });
      places.set(key, index);
    }
    await nextTask();
  }
  return { rows: checked, faults };
}

/** A list in parts that are short enough for one stretch of work. */
export function slicesOf<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / SLICE);
  return Array.from({ length: count }, (_, index) => items.slice(index * SLICE, (index + 1) * SLICE));
}

/** Lets the page paint and hear its reader. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
