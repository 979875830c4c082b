// Live reload: builds on every change, in a Chromium of its own with the demo article.
import { join } from 'node:path';
import { createServer } from 'wxt';
import { extensionDir } from './build.ts';
import { PROJECT_DIR, readArguments, runCommand } from './command-line.ts';
import { hasDisplay, launchChromium } from './launch.ts';
import { serveFolder } from './serve.ts';

await runCommand(async (args) => {
  readArguments(args, 'npm run dev', {});
  const server = await createServer({ root: PROJECT_DIR, mode: 'development', webExt: { disabled: true } });
  await server.start();
  if (hasDisplay()) {
    await showArticle();
  } else {
    console.error('There is no display to open a browser on: load .output/chrome-mv3-dev by hand. Ctrl+C ends.');
    await new Promise((resolve) => process.once('SIGINT', resolve));
  }
  process.exit(0); // not server.stop(), after which wxt fails on a change that is still queued
});

/** Opens the demo article in a window and waits until the browser is closed. */
async function showArticle(): Promise<void> {
  const article = await serveFolder(join(PROJECT_DIR, 'docs/demo'));
  const extension = `${extensionDir('chrome')}-dev`;
  const termlight = await launchChromium({ extensionDir: extension, headless: false, online: true });
  process.once('SIGINT', () => void termlight.close());
  const closed = termlight.untilClosed();
  const [page] = await termlight.browser.pages();
  await page?.goto(article.urlOf('index.html'));
  await closed;
  await termlight.close();
  await article.close();
}
