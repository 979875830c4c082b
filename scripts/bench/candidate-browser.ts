// A Chromium with one of the compared extensions, all started alike.
import puppeteer, { type Browser } from 'puppeteer-core';
import { chromiumArgs } from '../browser-flags.ts';
import { findChromium } from '../browsers.mjs';
import { waitUntilInstalled } from '../extension-worker.ts';
import { closeFirstPage } from '../first-run.ts';
import type { Candidate, CandidateName } from './candidates.ts';

/** The slowest candidate holds a large page's thread for minutes, during which the browser does not answer. */
const LONGEST_ANSWER_MS = 1_200_000;

/** A browser that runs one candidate. */
export interface CandidateBrowser {
  readonly name: CandidateName;
  readonly browser: Browser;
  /** `chrome-extension://ID/`, with the slash. */
  readonly extensionOrigin: string;
}

/** Starts a browser with a candidate, ready for its first page. */
export async function launchCandidate({ name, extensionDir }: Candidate): Promise<CandidateBrowser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Chromium was not found.');
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    enableExtensions: true,
    protocolTimeout: LONGEST_ANSWER_MS,
    args: chromiumArgs({ extensionDir }, undefined),
  });
  const id = await browser.installExtension(extensionDir);
  if (name === 'termlight') {
    await waitUntilInstalled(browser);
    await closeFirstPage(browser, extensionDir);
  }
  return { name, browser, extensionOrigin: `chrome-extension://${id}/` };
}
