// Takes the files that a page of the extension saves, in a folder of the test's own.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { TestBrowser } from './harness.ts';

/** Leads what Chromium saves into a new folder, which is gone after the test. */
export async function takeDownloads({ browser }: TestBrowser): Promise<string> {
  const downloadPath = mkdtempSync(join(tmpdir(), 'termlight-export-'));
  onTestFinished(() => rmSync(downloadPath, { recursive: true }));
  const session = await browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath });
  return downloadPath;
}

/** The texts of the files that are there, and whole. */
export function readDownloads(folder: string): string[] {
  const files = readdirSync(folder).filter((file) => file.startsWith('termlight-'));
  return files.map((file) => readFileSync(join(folder, file), 'utf8'));
}
