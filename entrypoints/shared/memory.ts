// The database of what a reader has met and saved; it is in the browser and nowhere else.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Card } from 'ts-fsrs';
import type { TermKey } from '../../glossary/model.ts';

/** A term that was opened, by its card or a look-up, and where. */
export interface HistoryEntry {
  /** Milliseconds since 1970; no two entries have the same. */
  readonly at: number;
  readonly key: TermKey;
  readonly label: string;
  /** The sentence it was met in, white space collapsed; empty where it was looked up without one. */
  readonly sentence: string;
  /** The page's title. Empty, like its address, where there is none. */
  readonly title: string;
  readonly url: string;
  /** The page's host name; empty where it has none. */
  readonly site: string;
}

/** A term that a reader has saved, with where it was met and how far its learning has come. */
export interface SavedTerm {
  readonly key: TermKey;
  readonly label: string;
  /** When it was saved, in milliseconds since 1970. */
  readonly at: number;
  /** Where it was last met before. */
  readonly met?: HistoryEntry;
  /** Not there before the first review. */
  readonly card?: Card;
}

interface MemorySchema extends DBSchema {
  saved: { key: TermKey; value: SavedTerm };
  history: { key: number; value: HistoryEntry; indexes: { site: string; key: TermKey } };
}

export type Memory = IDBPDatabase<MemorySchema>;

const NAME = 'termlight-memory';

/** Opens the database for one piece of work, and closes it after: a database held open holds up a newer version. */
export async function withMemory<R>(work: (memory: Memory) => Promise<R>): Promise<R> {
  const memory = await openDB<MemorySchema>(NAME, 1, {
    upgrade(database) {
      const history = database.createObjectStore('history', { keyPath: 'at' });
      history.createIndex('site', 'site');
      history.createIndex('key', 'key');
      database.createObjectStore('saved', { keyPath: 'key' });
    },
  });
  try {
    return await work(memory);
  } finally {
    memory.close();
  }
}

/** Tells all open pages of the extension that something in the database has changed. */
export function announceMemoryChange(): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage('changed');
  channel.close();
}

/** Calls back after every change, by this page or another context, until the signal aborts. */
export function watchMemory(onChange: () => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = () => onChange();
  signal.addEventListener('abort', () => channel.close());
}
