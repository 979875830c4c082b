// Reads the files that a page of the extension has saved.
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

/** The names and texts of the files that are there by now; one that is being written may be empty, or have another name. */
export function readDownloads({ downloads }: Pick<TestBrowser, 'downloads'>): { name: string; text: string }[] {
  return readdirSync(downloads).map((name) => ({ name, text: readFileSync(join(downloads, name), 'utf8') }));
}
