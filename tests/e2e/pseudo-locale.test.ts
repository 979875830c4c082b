// With every message marked and longer by 40 %: no text escapes translation, and nothing is cut off.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtinGlossary } from '../../scripts/builtin-glossary.ts';
import { callInPage } from '../../scripts/in-page.ts';
import { waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { openPopup } from '../../scripts/pictures.ts';
import { clickInCard, pointAt, readCard } from './card.ts';
import { callInCard } from './closed-root.ts';
import { findCutOff } from './cut-off.ts';
import { extensionDirOf, startBrowser, type TestBrowser } from './harness.ts';
import { findUntranslated, makePseudoExtension, toPseudo } from './pseudo-locale.ts';

const GLOSSARY_TEXTS = JSON.stringify(builtinGlossary());
const NARROW = 320; // px

/** A page of the extension: what is there once it is ready, how wide it usually is, what is done there (a text loaded as a file), and what comes of it. */
interface PageState {
  readonly path: string;
  readonly ready: string;
  readonly width?: number;
  readonly typed?: string;
  readonly file?: string;
  readonly clicks?: readonly string[];
  readonly outcome?: string;
}

const HISTORY = 'sidepanel.html?view=history';
const OWN = 'sidepanel.html?term=my-terms%2Fown.example';
/** Wrong in many ways. */
const BROKEN_FILE = JSON.stringify({
  format: 'termlight-data',
  version: 0,
  settings: { sitesOff: ['two words', 1], levels: ['rare'], badge: 'yes', highlight: { style: 'both', hue: 400 } },
  ownGlossary: {
    format: 'termlight-glossary',
    version: 1,
    id: 'my-terms',
    title: {},
    terms: [{ id: 'a b', label: '' }],
  },
  notes: [],
  history: [{}, 3],
  saved: {},
});
const STATES: readonly PageState[] = [
  { path: 'popup.html', ready: '.popup-footer', width: 380 },
  { path: 'popup.html', ready: '.popup-footer', width: 380, typed: 'cloud' },
  { path: 'popup.html', ready: '.popup-footer', width: 380, typed: 'zzzzzz' },
  {
    path: 'popup.html',
    ready: '.pause',
    width: 380,
    clicks: ['.pause button'],
    outcome: 'p[role="status"] button',
  },
  { path: 'sidepanel.html', ready: 'h1' },
  { path: 'sidepanel.html?term=hu-xiaoming-2017%2Fsaas&note=', ready: 'textarea' },
  { path: 'sidepanel.html?term=nothing', ready: 'h1' },
  { path: 'sidepanel.html?find=cloudy', ready: 'li' },
  { path: 'sidepanel.html?find=zzzzzz', ready: 'h1' },
  { path: 'sidepanel.html?add=zzzzzz', ready: 'textarea' },
  {
    path: 'sidepanel.html?add=zzzzzz',
    ready: 'textarea',
    clicks: ['[type="submit"]'],
    outcome: '[aria-invalid="true"]',
  },
  { path: OWN, ready: '.save-button + button' },
  { path: OWN, ready: '.save-button + button', clicks: ['.save-button + button'], outcome: 'textarea' },
  {
    path: OWN,
    ready: '.save-button + button',
    clicks: ['.save-button + button', '[type="submit"]'],
    outcome: '.undo-bar button',
  },
  {
    path: OWN,
    ready: '.save-button + button',
    clicks: ['.save-button + button + button'],
    outcome: '.undo-bar button',
  },
  { path: 'sidepanel.html?view=quotations', ready: 'blockquote' },
  { path: 'sidepanel.html?view=saved', ready: '.tools button' },
  {
    path: 'sidepanel.html?view=saved',
    ready: '.tools button',
    clicks: ['.tools button', '.review-next'],
    outcome: '.review-answers',
  },
  { path: HISTORY, ready: '.virtual-list li' },
  {
    path: HISTORY,
    ready: '.virtual-list li',
    clicks: ['.tools button'],
    outcome: '[role="group"], .tools .button + .button',
  },
  {
    path: HISTORY,
    ready: '.virtual-list li',
    clicks: ['.virtual-list li:nth-child(2) button'],
    outcome: '.undo-bar button',
  },
  { path: 'options.html', ready: '[type="range"]', width: 900 },
  { path: 'options.html', ready: '[type="range"]', width: 900, typed: 'zzzzzz' },
  {
    path: 'options.html',
    ready: '[type="range"]',
    width: 900,
    clicks: ['.buttons button:last-child'],
    outcome: '.outcome button',
  },
  { path: 'options.html', ready: '[type="range"]', width: 900, file: BROKEN_FILE, outcome: '.outcome li:nth-child(8)' },
  { path: 'options.html', ready: '[type="range"]', width: 900, file: '{', outcome: '.outcome li' },
  { path: 'welcome.html', ready: 'dl', width: 900 },
];

let browser: TestBrowser;
let filled: Page; // whence the store is filled
const { dir, remove } = makePseudoExtension(extensionDirOf('Chromium'));
beforeAll(async () => {
  browser = await startBrowser('Chromium', { extensionDir: dir, lang: 'en-US' });
  filled = await browser.openPage(`${browser.extensionOrigin}sidepanel.html?view=saved`);
  await filled.waitForSelector('.empty');
});
afterAll(async () => {
  await browser?.close();
  remove();
});

/** Whether a text comes from glossaries, from the browser (keys, dates by `Intl`), or from the reader and pages (`fill`). */
function isData(text: string): boolean {
  const isQuoted = text.split(/[.,] /).every((part) => GLOSSARY_TEXTS.includes(JSON.stringify(part).slice(1, -1)));
  const isFormatted = /^\d+:\d\d\s[AP]M$|^\w+day, \w+ \d+, \d{4}$|^\d+ ?(?:ms|min|hr|days?)$/.test(text);
  return isQuoted || isFormatted || /^\S+\.example\/?$|^Alt\+/.test(text);
}
const untranslated = (texts: readonly string[] | null) => (texts ?? ['no card']).filter((text) => !isData(text));

describe.each(STATES)('$path $outcome', ({ path, ready, width = 420, typed, file, clicks = [], outcome }) => {
  let page: Page;
  beforeAll(async () => {
    await callInPage(filled, fill);
    page = await browser.openBlankPage();
    await page.setViewport({ width, height: 640 });
    await page.goto(browser.extensionOrigin + path);
    await page.waitForSelector(ready);
    if (typed) await page.type('[type="search"], [role="combobox"]', typed);
    if (file) await loadFile(page, file);
    for (const selector of clicks) await (await page.waitForSelector(selector))?.click();
    if (outcome) await page.waitForSelector(outcome);
  });
  afterAll(() => page?.close());

  it('has no text that escapes translation', async () => {
    expect(untranslated(await callInPage(page, findUntranslated))).toEqual([]);
  });

  it('cuts no text off, at its usual width and as narrow as it may be', async () => {
    for (const each of [width, NARROW]) {
      await page.setViewport({ width: each, height: 640 });
      expect(await callInPage(page, findCutOff)).toEqual([]);
    }
  });
});

it.each([800, NARROW])('the card has no text that escapes translation or is cut off at %i px', async (width) => {
  const page = await browser.openFixture('keyboard.html');
  await page.setViewport({ width, height: 640 });
  await callInPage(filled, fill);
  await waitUntilTextLit(page, 'PaaS');
  await pointAt(page, 'PaaS');
  await expect.poll(() => readCard(browser, page), { timeout: 10_000 }).not.toBeNull();
  await callInCard('Chromium', page, (root) => root.querySelector<HTMLElement>('[aria-expanded="false"]')?.click());
  await expect.poll(async () => (await readCard(browser, page))?.buttons.length).toBeGreaterThan(8);
  const expectNothing = async () => {
    expect(untranslated(await callInCard('Chromium', page, findUntranslated))).toEqual([]);
    expect(await callInCard('Chromium', page, findCutOff)).toEqual([]);
  };
  await expectNothing();
  await clickInCard(browser, page, toPseudo('I know this term'));
  await expect.poll(async () => (await readCard(browser, page))?.buttons).toContain(toPseudo('Undo'));
  await expectNothing();
  await page.close();
});

it('the popup over a page has none either', async () => {
  await callInPage(filled, fill);
  const page = await browser.openFixture('keyboard.html');
  await waitUntilTextLit(page, 'PaaS');
  await page.bringToFront();
  const popup = await openPopup(browser, 'cloud');
  await popup.waitForSelector('.popup-facts');
  expect(untranslated(await callInPage(popup, findUntranslated))).toEqual([]);
  expect(await callInPage(popup, findCutOff)).toEqual([]);
  await page.close();
});

/** Gives a text to the field for files. */
async function loadFile(page: Page, text: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'termlight-file-'));
  const path = join(folder, 'file.json');
  writeFileSync(path, text);
  await ((await page.$('[type="file"]')) as ElementHandle<HTMLInputElement>).uploadFile(path);
  await page.waitForSelector('.outcome li');
  rmSync(folder, { recursive: true });
}

it('the made-up language keeps substitutions, and is longer by two fifths', () => {
  expect(toPseudo('Remove $1 from $2')).toMatch(/^⟦R.* \$1 .* \$2.*⟧$/);
  for (const text of ['Save', 'Reset all options', 'Delete $1 for good?']) {
    expect(toPseudo(text).length).toBeGreaterThanOrEqual(Math.floor(text.length * 1.4));
  }
});

// Runs in a page of the extension: everything that has a list has an entry.
async function fill(): Promise<void> {
  interface FormTable {
    readonly terms: readonly { readonly key: string }[];
  }
  interface Local {
    get(key: string): Promise<{ readonly 'form-table': FormTable }>;
    set(items: object): Promise<void>;
  }
  const { storage } = (globalThis as unknown as { chrome: { storage: { local: Local } } }).chrome;
  const { 'form-table': forms } = await storage.local.get('form-table');
  const own = { key: 'my-terms/own.example', label: 'own.example' };
  const term = { key: 'hu-xiaoming-2017/saas', label: 'SaaS' };
  await storage.local.set({
    settings: {
      sitesOff: ['off.example'],
      sitesOn: ['on.off.example'],
      knownTerms: ['hu-xiaoming-2017/iaas'],
      otherMeanings: { 'other.example': ['hu-xiaoming-2017/bat'] },
      highlight: { style: 'both', hue: 90 },
    },
    'note:hu-xiaoming-2017/saas': 'http://note.example',
    'glossary:my-terms': {
      format: 'termlight-glossary',
      version: 1,
      id: 'my-terms',
      title: { en: 'title.example' },
      termIds: ['own.example'],
    },
    'term:my-terms/own.example': {
      id: 'own.example',
      label: 'own.example',
      senses: [{ id: 'own', definition: { en: 'definition.example' } }],
    },
    'form-table': { ...forms, terms: [...forms.terms.filter(({ key }) => key !== own.key), own] },
    'sync-on': true,
    'sync-problem': 'full',
  });
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('termlight-memory');
    request.onsuccess = () => resolve(request.result);
  });
  const transaction = database.transaction(['history', 'saved'], 'readwrite');
  const page = { title: 'title.example', url: 'https://site.example/', site: 'site.example' };
  const met = { ...term, at: Date.now(), sentence: 'sentence.example', ...page };
  transaction.objectStore('history').clear();
  transaction.objectStore('history').add(met);
  transaction.objectStore('saved').put({ ...term, at: 1, met });
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}
