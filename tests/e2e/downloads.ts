// Reads the files that a page of the extension has saved.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestBrowser } from './harness.ts';

/** The names and texts of the files that are there by now; one that is being written may be empty, or have another name. */
export function readDownloads({ downloads }: TestBrowser): { name: string; text: string }[] {
  return readdirSync(downloads).map((name) => ({ name, text: readFileSync(join(downloads, name), 'utf8') }));
}
