// What browser tests need: a browser with the built extension, and the fixture pages on a server.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import { type BrowserOptions, launchChromium, launchFirefox, type TermlightBrowser } from '../../scripts/launch.ts';
import { type FileServer, serveFolder } from '../../scripts/serve.ts';

/** The browsers that every page test runs in. */
export const BROWSERS = ['Chromium', 'Firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** A browser with the extension, and a server of the fixture pages. */
export interface TestBrowser extends TermlightBrowser {
  readonly name: BrowserName;
  readonly server: FileServer;
  /** Where files are saved; it goes with the browser. */
  readonly downloads: string;
  openFixture(name: string): Promise<Page>;
}

const ROOT = new URL('../../', import.meta.url);
const PAGES_DIR = fileURLToPath(new URL('tests/fixtures/pages/', ROOT));

/** Where a browser's build is. */
export function extensionDirOf(name: BrowserName): string {
  return fileURLToPath(new URL(name === 'Firefox' ? '.output/firefox-mv3' : '.output/chrome-mv3', ROOT));
}

/** Starts a browser; close it in `afterAll`. */
export async function startBrowser(name: BrowserName, options: Partial<BrowserOptions> = {}): Promise<TestBrowser> {
  const launch = name === 'Firefox' ? launchFirefox : launchChromium;
  const server = await serveFolder(PAGES_DIR);
  const profile = name === 'Firefox' ? inject('usedFirefoxProfile') : undefined;
  const downloads = mkdtempSync(join(tmpdir(), 'termlight-saved-'));
  const termlight = await launch({ extensionDir: extensionDirOf(name), profile, downloads, ...options });
  return {
    ...termlight,
    name,
    server,
    downloads,
    openFixture: (fixture) => termlight.openPage(server.urlOf(fixture)),
    async close() {
      await termlight.close();
      await server.close();
      rmSync(downloads, { recursive: true });
    },
  };
}

/**
 * One browser for a block of tests. Before each of them the block opens its own tab in it and gives it back; it is closed
 * before the next.
 */
export function useNewTabs(
  name: BrowserName,
  openTab: (browser: TestBrowser) => Promise<Page>,
  options?: Partial<BrowserOptions>,
): void {
  let browser: TestBrowser | undefined;
  let page: Page | undefined;
  beforeAll(async () => {
    browser = await startBrowser(name, options);
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    await page?.close();
    if (browser) page = await openTab(browser);
  });
}
