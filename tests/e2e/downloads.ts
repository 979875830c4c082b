// Takes the files that a page of the extension saves, in a folder of the test's own.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { evaluateInFirefoxItself } from './bidi.ts';
import type { TestBrowser } from './harness.ts';

/** Leads what is saved into a new folder, which is gone after the test. */
export async function takeDownloads({ name, browser }: TestBrowser): Promise<string> {
  const downloadPath = mkdtempSync(join(tmpdir(), 'termlight-export-'));
  onTestFinished(() => rmSync(downloadPath, { recursive: true }));
  if (name === 'Firefox') {
    const path = JSON.stringify(downloadPath);
    await evaluateInFirefoxItself(browser, `(${DOWNLOAD_INTO})(${path})`);
    return downloadPath;
  }
  const session = await browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath });
  return downloadPath;
}

const DOWNLOAD_INTO = `(path) => {
  Services.prefs.setIntPref('browser.download.folderList', 2);
  Services.prefs.setStringPref('browser.download.dir', path);
  return path;
}`;

/** The texts of the files that are there, and whole. */
export function readDownloads(folder: string): string[] {
  const files = readdirSync(folder).filter((file) => file.startsWith('termlight-'));
  return files.map((file) => readFileSync(join(folder, file), 'utf8'));
}
