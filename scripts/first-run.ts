// The page that the extension opens at its first run (Chromium: Firefox opens none for an extension of a session).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';

const FILE = 'welcome.html';

/** Closes it as soon as it is there: it would stand in front of what is opened meanwhile. */
export async function closeFirstPage(browser: Browser, extensionDir: string): Promise<void> {
  if (!existsSync(join(extensionDir, FILE))) return;
  const target = await browser.waitForTarget((candidate) => candidate.url().endsWith(`/${FILE}`));
  await (await target.page())?.close();
}
