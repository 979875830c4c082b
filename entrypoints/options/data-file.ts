// All that a reader keeps, as one file: taken from store and database, checked, and put back as a whole or not at all.
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type Fault, faultOf } from '../../glossary/faults.ts';
import { keepFamiliarity } from '../shared/familiarity-summary.ts';
import { FORMS_KEY, TOPICS_KEY } from '../shared/glossaries.ts';
import { layOutForPages, lockGlossaries, toGlossaries } from '../shared/publish-glossaries.ts';
import { readSettings } from '../shared/settings.ts';
import { DATA_PARTS, type DataPart, noList } from './data-parts.ts';
import {
  checkRows,
  type MemoryRows,
  nextTask,
  replaceRows,
  STORE_NAMES,
  type StoreName,
  slicesOf,
  takeRows,
} from './memory-rows.ts';

const FORMAT = 'termlight-data';
const VERSION = 1;

type PartName = keyof typeof DATA_PARTS;
const PARTS = Object.entries(DATA_PARTS) as [PartName, DataPart][];

const DataSchema = noList(
  v.looseObject({
    format: v.literal(FORMAT),
    version: v.literal(VERSION),
    ...schemasOf(PARTS.map(([name, { schema }]) => [name, schema])),
    ...schemasOf(STORE_NAMES.map((name) => [name, v.array(v.unknown())])),
  }),
);

function schemasOf(entries: [string, v.GenericSchema][]): Record<string, v.GenericSchema> {
  return Object.fromEntries(entries);
}

/** What a reader keeps, by the names of its kinds. */
export type Data = Readonly<Partial<Record<PartName, unknown> & MemoryRows>>;

/** What a text holds: all data, or everything that is wrong with it. */
export type DataReading =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Takes all data, as it stands in a file. */
export async function takeData(): Promise<Data> {
  const parts = await takeParts(PARTS.map(([name]) => name));
  return { format: FORMAT, version: VERSION, ...parts, ...(await takeRows()) } as Data;
}

/** Takes what the browser's store has of some kinds. */
export async function takeParts(names: readonly PartName[]): Promise<Data> {
  const stored = Object.entries(await browser.storage.local.get(null));
  const taken = names.map((name) => {
    const { owns, take } = DATA_PARTS[name];
    return [name, take(Object.fromEntries(stored.filter(([key]) => owns(key))))];
  });
  return Object.fromEntries(taken) as Data;
}

/** Data as the contents of a file; each row of the database on a line. */
export async function writeData(data: Data): Promise<Blob> {
  const texts: string[] = [];
  for (const [name, value] of Object.entries(data)) {
    texts.push(texts.length ? ',\n' : '{\n', JSON.stringify(name), ': ');
    if (Array.isArray(value)) texts.push(...(await writeRows(value)));
    else texts.push(JSON.stringify(value, null, 2));
  }
  return new Blob([...texts, '\n}\n'], { type: 'application/json' });
}

async function writeRows(rows: readonly unknown[]): Promise<string[]> {
  const texts = ['['];
  for (const slice of slicesOf(rows)) {
    texts.push(texts.length > 1 ? ',\n' : '\n', slice.map((row) => JSON.stringify(row)).join(',\n'));
    await nextTask();
  }
  return [...texts, ']'];
}

/** Checks the text of a file. */
export async function readData(text: string): Promise<DataReading> {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    return { ok: false, faults: [noJson(error as Error)] };
  }
  const parsed = v.safeParse(DataSchema, input);
  const faults = (parsed.issues ?? []).map((issue) => faultOf(issue));
  const stores: Partial<Record<StoreName, never[]>> = {};
  for (const name of STORE_NAMES) {
    const rows = (input as Partial<Record<StoreName, unknown>> | null)?.[name];
    if (!Array.isArray(rows)) continue; // which is among the errors already
    const checked = await checkRows(name, rows);
    faults.push(...checked.faults);
    stores[name] = checked.rows as never[];
  }
  return faults.length ? { ok: false, faults } : { ok: true, data: { ...(parsed.output as Data), ...stores } };
}

/** Where the browser tells the place, by line and column. */
function noJson({ message }: Error): Fault {
  const [, ...values] = /line (\d+) column (\d+)/.exec(message) ?? [];
  return { place: '', message: values.length ? 'faultNoJsonAt' : 'faultNoJson', values };
}

/**
 * Puts data in the place of what there is of the same kinds. Rejects, with nothing changed, if the browser cannot write:
 * the store is written first, and put back where the database, which has a transaction, refuses.
 */
export async function putData(data: Data): Promise<void> {
  const parts = PARTS.filter(([name]) => data[name] !== undefined);
  const isOurs = (key: string) => PAGE_KEYS.includes(key) || parts.some(([, { owns }]) => owns(key));
  const replaceAll = async () => {
    const stored = Object.entries(await browser.storage.local.get(null));
    const before = Object.fromEntries(stored.filter(([key]) => isOurs(key)));
    const others = Object.fromEntries(stored.filter(([key]) => !isOurs(key)));
    const entries: Record<string, unknown> = Object.assign(
      {},
      ...parts.map(([name, { layOut }]) => layOut(data[name] as never, before)),
    );
    const next = { ...entries, ...layOutForPages(toGlossaries({ ...others, ...entries })) };
    try {
      await replaceEntries(before, next);
      await replaceRows(data);
    } catch (error) {
      await replaceEntries(next, before).catch(() => undefined); // what is thrown tells why
      throw error;
    }
  };
  await navigator.locks.request('termlight-settings', () => lockGlossaries(replaceAll));
  await keepFamiliarity((await readSettings()).settings.fading, true);
}

/** What pages read of all glossaries; it follows from these. */
const PAGE_KEYS: readonly string[] = [FORMS_KEY, TOPICS_KEY];

/** Writes entries, then removes those of the earlier ones that are not among them. */
async function replaceEntries(earlier: Record<string, unknown>, entries: Record<string, unknown>): Promise<void> {
  await browser.storage.local.set(entries);
  await browser.storage.local.remove(Object.keys(earlier).filter((key) => !Object.hasOwn(entries, key)));
}
