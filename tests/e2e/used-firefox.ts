// Starts Firefox once before all browser tests, so that each of them begins with a copy of a profile that has been used:
// a new one costs a third more of a start.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { TestProject } from 'vitest/node';
import { firefoxPrefs } from '../../scripts/browser-flags.ts';
import { findFirefox } from '../../scripts/browsers.mjs';
import { extensionDirOf } from './harness.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a profile that no Firefox has open. */
    usedFirefoxProfile: string;
  }
}

const CLOSED_PORT = 9; // as its proxy: no request leaves

/** Vitest calls it before the first file, and what it gives after the last one. */
export default async function useFirefoxOnce({ provide }: TestProject): Promise<() => Promise<void>> {
  const profile = await mkdtemp(join(tmpdir(), 'termlight-used-profile-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    userDataDir: profile,
    executablePath: findFirefox() ?? undefined,
    extraPrefsFirefox: firefoxPrefs({ extensionDir: extensionDirOf('Firefox') }, CLOSED_PORT),
  });
  await browser.close(); // which saves what it has compiled
  await rm(join(profile, 'lock'), { force: true }); // a link to nowhere
  provide('usedFirefoxProfile', profile);
  return () => rm(profile, { recursive: true, force: true, maxRetries: 10 });
}
