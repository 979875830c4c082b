// Shows Termlight at work on the demo article or on a page of the user's; headless, as a table and four pictures.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { buildExtension } from './build.ts';
import { CommandError, PROJECT_DIR, readArguments, requireUserFile, runCommand, userPath } from './command-line.ts';
import { hasDisplay, launchChromium, type TermlightBrowser } from './launch.ts';
import { litTexts, waitUntilLit } from './lit-texts.ts';
import { formatPageTerms, readPageTerms } from './page-report.ts';
import { openCard, openPanelFromCard, openPopup, takeDrawn } from './pictures.ts';
import { serveFolder } from './serve.ts';

const USAGE = 'npm start -- [--headless] [PAGE.html|URL]';
const ARTICLE = join(PROJECT_DIR, 'docs/demo/index.html');
const PICTURES_DIR = join(PROJECT_DIR, '.output/demo');
const LOAD_TIME_MS = 30_000;
/** The term whose card is shown, if the page has it; otherwise the first that is lit. */
const SHOWN_TERM = 'SaaS';

interface DemoPage {
  readonly url: string;
  readonly online: boolean;
  close(): Promise<void>;
}

await runCommand(async (args) => {
  const { values, positionals } = readArguments(args, USAGE, { headless: { type: 'boolean' } });
  if (positionals.length > 1) throw new CommandError(`expected one page, found ${positionals.length}; usage: ${USAGE}`);
  const demoPage = await findPage(positionals[0]);
  try {
    const extension = buildExtension('chrome');
    if (values.headless || !hasDisplay()) await showHeadless(extension, demoPage);
    else await showInWindow(extension, demoPage);
  } catch (error) {
    throw error instanceof CommandError ? error : new CommandError(`The demo failed: ${firstLine(error)}`, 1);
  } finally {
    await demoPage.close();
  }
  return 0;
});

/** The page to show: the demo article, a file (served, with its folder, from this machine) or an address. */
async function findPage(given: string | undefined): Promise<DemoPage> {
  if (given && /^https?:\/\//i.test(given)) {
    if (!URL.canParse(given)) throw new CommandError(`${given}: expected a web address`);
    return { url: given, online: !isThisMachine(given), close: async () => {} };
  }
  if (given) requireUserFile(given);
  const file = given ? userPath(given) : ARTICLE;
  const server = await serveFolder(dirname(file));
  return { url: server.urlOf(basename(file)), online: false, close: server.close };
}

function isThisMachine(url: string): boolean {
  return ['127.0.0.1', 'localhost'].includes(new URL(url).hostname);
}

/** Opens a window, which may follow links anywhere, and stays until it is closed. */
async function showInWindow(extensionDir: string, { url }: DemoPage): Promise<void> {
  const termlight = await launchChromium({ extensionDir, headless: false, online: true });
  process.once('SIGINT', () => void termlight.close());
  const closed = termlight.untilClosed();
  try {
    const [page] = await termlight.browser.pages();
    await loadPage(page ?? (await termlight.openBlankPage()), url);
    console.log('Rest the pointer on an underlined word. Close the browser to end.');
    await closed;
  } finally {
    await termlight.close();
  }
}

/** Prints what is lit and writes the pictures: all of them or, where something fails, none. */
async function showHeadless(extensionDir: string, { url, online }: DemoPage): Promise<void> {
  const termlight = await launchChromium({ extensionDir, online, scale: 2 });
  const folder = mkdtempSync(join(tmpdir(), 'termlight-demo-'));
  try {
    const page = await termlight.openBlankPage();
    await loadPage(page, url);
    const isLit = await waitUntilLit(page).then(
      () => true,
      () => false,
    );
    const terms = await readPageTerms(termlight, page);
    const pictures = await takePictures(termlight, page, folder, isLit);
    rmSync(PICTURES_DIR, { recursive: true, force: true });
    mkdirSync(PICTURES_DIR, { recursive: true });
    cpSync(folder, PICTURES_DIR, { recursive: true });
    console.log(`${formatPageTerms(terms)}\n\nPictures in .output/demo: ${pictures.join(', ')}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await termlight.close();
  }
}

async function loadPage(page: Page, url: string): Promise<void> {
  try {
    await page.goto(url, { waitUntil: 'domcontentloaded', timeout: LOAD_TIME_MS });
  } catch (error) {
    throw new CommandError(`${url}: cannot be loaded (${firstLine(error).replace(` at ${url}`, '')})`, 1);
  }
}

/** Takes each picture that the page allows and gives their file names; a page with nothing lit has no card. */
async function takePictures(
  termlight: TermlightBrowser,
  page: Page,
  folder: string,
  isLit: boolean,
): Promise<string[]> {
  const taken: string[] = [];
  const take = async (target: Page, name: string) => {
    // What lies beyond would be reached by resizing the page, which closes a card.
    writeFileSync(join(folder, name), await takeDrawn(target, { captureBeyondViewport: false }));
    taken.push(name);
  };
  await take(page, 'page.png');
  if (isLit) {
    const texts = await litTexts(page);
    const card = await openCard(page, texts.find((text) => text === SHOWN_TERM) ?? texts[0] ?? '');
    await take(page, 'card.png');
    await take(await openPanelFromCard(termlight, card), 'side-panel.png');
  }
  await page.bringToFront();
  await take(await openPopup(termlight, SHOWN_TERM.toLowerCase()), 'popup.png');
  return taken;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
