// All that a reader keeps, as one file: taken from the store, checked, and put back as a whole or not at all.
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { describeIssue } from '../../glossary/issues.ts';
import { DATA_PARTS, type DataPart, noList } from './data-parts.ts';

const FORMAT = 'termlight-data';
const VERSION = 1;

const PARTS: readonly (readonly [string, DataPart])[] = Object.entries(DATA_PARTS);

const DataSchema = noList(
  v.looseObject({
    format: v.literal(FORMAT),
    version: v.literal(VERSION),
    ...(Object.fromEntries(PARTS.map(([name, { schema }]) => [name, schema])) as {
      [N in keyof typeof DATA_PARTS]: v.GenericSchema;
    }),
  }),
);

/** The contents of a file. */
export type DataFile = v.InferOutput<typeof DataSchema>;

/** What a text holds: all data, or every error with its place. */
export type DataReading =
  | { readonly ok: true; readonly data: DataFile }
  | { readonly ok: false; readonly errors: readonly string[] };

/** Takes all data from the store. */
export async function takeData(): Promise<DataFile> {
  const stored = Object.entries(await browser.storage.local.get(null));
  const parts = PARTS.map(([name, { owns, take }]) => [
    name,
    take(Object.fromEntries(stored.filter(([key]) => owns(key)))),
  ]);
  return { format: FORMAT, version: VERSION, ...Object.fromEntries(parts) } as DataFile;
}

/** Checks the text of a file. */
export function readData(text: string): DataReading {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    return { ok: false, errors: [`file: expected JSON, found something else (${(error as Error).message})`] };
  }
  const parsed = v.safeParse(DataSchema, input);
  if (!parsed.success) return { ok: false, errors: parsed.issues.map((issue) => describeIssue(issue, 'file')) };
  return { ok: true, data: parsed.output };
}

/** Puts data in the place of what is stored, in one write. Rejects, with nothing changed, if the browser cannot write. */
export async function putData(data: DataFile): Promise<void> {
  const entries = Object.assign({}, ...PARTS.map(([name, { layOut }]) => layOut(data[name] as never)));
  const isGone = (key: string) => !Object.hasOwn(entries, key) && PARTS.some(([, { owns }]) => owns(key));
  await navigator.locks.request('termlight-settings', async () => {
    const gone = Object.keys(await browser.storage.local.get(null)).filter(isGone);
    await browser.storage.local.set(entries);
    await browser.storage.local.remove(gone);
  });
}
