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
    await server.stop();
    return 0;
  }
  console.error('There is no display to open a browser on: load .output/chrome-mv3-dev by hand. Ctrl+C ends.');
  await new Promise((resolve) => process.once('SIGINT', resolve));
  await server.stop();
  return 0;
});

/** Opens the demo article in a window and waits until the browser is closed. */
async function showArticle(): Promise<void> {
  const article = await serveFolder(join(PROJECT_DIR, 'docs/demo'));
  const termlight = await launchChromium({ extensionDir: `${extensionDir('chrome')}-dev`, headless: false });
  const closed = new Promise((resolve) => termlight.browser.once('disconnected', resolve));
  process.once('SIGINT', () => void termlight.browser.close());
  await termlight.openPage(article.urlOf('index.html'));
  await closed;
  await termlight.close();
  await article.close();
}
