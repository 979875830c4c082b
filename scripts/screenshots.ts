// Takes the pictures of the README and the stores from the real extension: light and dark, English and Chinese.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page, ScreenshotClip } from 'puppeteer-core';
import { buildExtension } from './build.ts';
import { PROJECT_DIR, readArguments, runCommand } from './command-line.ts';
import { GROUNDS, type Ground, layOn } from './grounds.ts';
import { launchChromium, type TermlightBrowser } from './launch.ts';
import { waitUntilTextLit } from './lit-texts.ts';
import { fitHeight, openCard, openPanelFromCard, openPopup, openSheet, showThisPage, takeDrawn } from './pictures.ts';
import { type FileServer, serveFolder } from './serve.ts';
import { uiText } from './ui-text.ts';

const FOLDER = join(PROJECT_DIR, 'docs/screenshots');
const STORE_SIZE = { width: 1280, height: 800 }; // px: what the Chrome store takes
const CARD_CROP = { width: 880, height: 560, left: 220, top: 120 }; // px, around the card's upper left corner
const OPTIONS_WIDTH = 760;
const PHONE_SIZE = { width: 320, height: 640 };
const SHOWN_TERM = 'SaaS';

/** One look at the extension; `suffix` is the end of its pictures' names. */
interface Look {
  readonly suffix: string;
  readonly lang: 'en-US' | 'zh-CN';
  readonly dark: boolean;
}

const LOOKS: readonly Look[] = [
  { suffix: 'light', lang: 'en-US', dark: false },
  { suffix: 'dark', lang: 'en-US', dark: true },
  { suffix: 'zh-light', lang: 'zh-CN', dark: false },
  { suffix: 'zh-dark', lang: 'zh-CN', dark: true },
];

/** Takes a picture of a page, or of a part of it, under a name. */
type Take = (page: Page, name: string, clip?: ScreenshotClip) => Promise<void>;

await runCommand(async (args) => {
  readArguments(args, 'npm run screenshots', {});
  const extensionDir = buildExtension('chrome');
  const server = await serveFolder(join(PROJECT_DIR, 'docs/demo'));
  const folder = mkdtempSync(join(tmpdir(), 'termlight-screenshots-'));
  try {
    await mkdir(join(folder, 'grounds'));
    for (const look of LOOKS) await takeLook(extensionDir, server, look, folder);
    await takeForStores(extensionDir, server, folder);
    await mkdir(FOLDER, { recursive: true });
    await cp(folder, FOLDER, { recursive: true });
    console.log(`Wrote to docs/screenshots: ${readdirSync(folder).sort().join(', ')}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await server.close();
  }
  return 0;
});

async function takeLook(extensionDir: string, server: FileServer, look: Look, folder: string): Promise<void> {
  const termlight = await launchChromium({ extensionDir, ...look, scale: 2, viewport: STORE_SIZE });
  const take: Take = (page, name, clip) => takePicture(page, join(folder, `${name}-${look.suffix}.png`), clip);
  try {
    const page = await openArticle(termlight, server);
    if (look.lang === 'en-US') await take(page, 'page'); // the page itself is the same in every language
    const card = await openCard(page, SHOWN_TERM);
    await take(page, 'card', await cropAround(card));
    await take(await openOnPhone(termlight, server), 'sheet');
    await page.bringToFront();
    const panel = await openPanelFromCard(
      termlight,
      card,
      uiText(look.lang === 'zh-CN' ? 'zh_CN' : 'en', 'cardAllQuotes'),
    );
    await take(panel, 'side-panel');
    await showThisPage(panel);
    await take(panel, 'this-page');
    await page.bringToFront();
    await take(await openPopup(termlight, 'cloud'), 'popup');
    await take(await openOptions(termlight), 'options');
    for (const ground of Object.keys(GROUNDS) as Ground[]) await takeOn(ground, termlight, server, take);
  } finally {
    await termlight.close();
  }
}

/** Card and sheet at the narrowest width over a page of another colour. */
async function takeOn(ground: Ground, termlight: TermlightBrowser, server: FileServer, take: Take): Promise<void> {
  for (const [kind, open] of [
    ['card', openCard],
    ['sheet', openSheet],
  ] as const) {
    const page = await openArticle(termlight, server);
    await layOn(page, ground);
    await page.setViewport({ ...PHONE_SIZE, deviceScaleFactor: 1 });
    await open(page, SHOWN_TERM);
    await take(page, `grounds/${kind}-${ground}`);
    await page.close();
  }
}

/** Writes a picture of a page, or of a part of it, once it is drawn. */
async function takePicture(page: Page, path: string, clip?: ScreenshotClip): Promise<void> {
  await writeFile(path, await takeDrawn(page, { ...(clip && { clip }), captureBeyondViewport: false }));
}

/** The same page and card at the size, and the one pixel a point, that the stores ask for. */
async function takeForStores(extensionDir: string, server: FileServer, folder: string): Promise<void> {
  for (const { suffix, lang } of [
    { suffix: '', lang: 'en-US' },
    { suffix: '-zh', lang: 'zh-CN' },
  ]) {
    const termlight = await launchChromium({ extensionDir, lang, viewport: STORE_SIZE });
    try {
      const page = await openArticle(termlight, server);
      await openCard(page, SHOWN_TERM);
      await takePicture(page, join(folder, `store${suffix}.png`));
    } finally {
      await termlight.close();
    }
  }
}

async function openArticle(termlight: TermlightBrowser, server: FileServer): Promise<Page> {
  const page = await termlight.openPage(server.urlOf('index.html'));
  await waitUntilTextLit(page, SHOWN_TERM);
  return page;
}

/** The article on the narrowest screen, with the sheet that a tap opens. */
async function openOnPhone(termlight: TermlightBrowser, server: FileServer): Promise<Page> {
  const page = await openArticle(termlight, server);
  await termlight.dress(page, PHONE_SIZE);
  await openSheet(page, SHOWN_TERM);
  return page;
}

async function openOptions(termlight: TermlightBrowser): Promise<Page> {
  const options = await termlight.openPage(`${termlight.extensionOrigin}options.html`);
  await options.waitForSelector('h1');
  await fitHeight(termlight, options, OPTIONS_WIDTH);
  return options;
}

/** The part of the page that shows the card and the text around it. */
async function cropAround(card: ElementHandle): Promise<ScreenshotClip> {
  const box = await card.boundingBox();
  const { width, height, left, top } = CARD_CROP;
  return {
    x: Math.min(Math.max(0, (box?.x ?? 0) - left), STORE_SIZE.width - width),
    y: Math.min(Math.max(0, (box?.y ?? 0) - top), STORE_SIZE.height - height),
    width,
    height,
  };
}
