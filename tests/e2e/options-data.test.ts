// All of a reader's data in the options: found by a search, saved, reset, loaded, and put back, with pages that follow.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { litTexts, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { readDownloads, takeDownloads } from './downloads.ts';
import { evaluateInFirefoxPage, openFirefoxPage, readFirefoxPage } from './extension-pages.ts';
import { startBrowser, type TestBrowser, useNewTabs } from './harness.ts';

const WAIT = { timeout: 15_000 };
const PAGE = 'keyboard.html';
const LIT = ['SaaS', 'PaaS', 'IaaS'];
const OPTIONS = 'options.html';
/** The data of a reader who has one term, and has changed nothing. */
const OWN_FILE = {
  format: 'termlight-data',
  version: 1,
  ...{ settings: {}, notes: {}, historyOn: true, history: [], saved: [] },
  ownGlossary: {
    ...{ format: 'termlight-glossary', version: 1, id: 'my-terms', title: { en: 'My terms' } },
    terms: [{ id: 'link', label: 'link', senses: [{ id: 'link', definition: { en: 'A way to a page.' } }] }],
  },
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'termlight-data-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the options', () => {
  let browser: TestBrowser;
  let options: Page;
  let page: Page;
  useNewTabs('Chromium', async (opened) => {
    browser = opened;
    options = await browser.openPage(`${browser.extensionOrigin}options.html`);
    await options.waitForSelector('[role="radiogroup"]');
    return options;
  });
  beforeEach(async () => {
    await page?.close();
    page = await browser.openFixture(PAGE);
    await waitUntilTextLit(page, 'SaaS');
    await options.bringToFront();
  });

  const click = async (name: string) => (await options.waitForSelector(`::-p-aria(${name}[role="button"])`))?.click();
  const expectLit = async (texts: readonly string[]) => {
    await page.bringToFront();
    await expect.poll(() => litTexts(page), WAIT).toEqual(texts);
    await options.bringToFront();
  };
  const outcome = () => callInPage(options, () => document.querySelector('.outcome')?.textContent ?? '');
  const load = async (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    await ((await options.$('[type="file"]')) as ElementHandle<HTMLInputElement>).uploadFile(join(folder, name));
  };
  const switchOff = async (site: string) => {
    const field = await options.waitForSelector('::-p-aria(Switch a site off)');
    await field?.type(`${site}\n`);
    await options.waitForSelector(`::-p-aria(Remove ${site})`);
  };

  it('are found by what stands in them', async () => {
    const headings = () => callInPage(options, readShownHeadings);
    const all = await headings();
    await options.type('[type="search"]', 'shift held');
    expect(await headings()).toEqual(['How much is lit', 'Opening a card']);
    await options.type('[type="search"]', ' zebra');
    expect(await headings()).toEqual([]);
    expect(await callInPage(options, () => document.querySelector('search')?.textContent)).toContain('zebra');
    await options.click('[type="search"]', { count: 3 });
    await options.keyboard.press('Backspace');
    expect(await headings()).toEqual(all);
  });

  it('are found also by what comes while they are searched, and in long lists', async () => {
    const headings = () => callInPage(options, readShownHeadings);
    const rows = () => options.$$eval('.removable li', (items) => items.map((item) => item.firstChild?.textContent));
    const storeSites = (count: number) =>
      options.evaluate(`chrome.storage.local.set({ settings: {
        sitesOff: Array.from({ length: ${count} }, (_, index) => 'site-' + index + '.example'),
      } })`);
    await options.type('[type="search"]', 'site-1999.example');
    expect(await headings()).toEqual([]);
    await storeSites(2000);
    await expect.poll(headings, WAIT).toEqual(['Sites']);
    expect(await rows()).toEqual(['site-1999.example']);
    await options.click('[type="search"]', { count: 3 });
    await options.keyboard.press('Backspace');
    expect((await rows()).length).toBeLessThan(100);
    await click('Show all 2,000');
    expect(await rows()).toHaveLength(2000);
    expect(await callInPage(options, () => document.activeElement?.className)).toBe('removable');
    await storeSites(0);
    await expect.poll(rows, WAIT).toEqual([]);
  });

  it('go back to their beginnings, and back again', async () => {
    await switchOff('127.0.0.1');
    await expectLit([]);
    await click('Reset all options');
    await expectLit(LIT);
    await click('Undo');
    await expectLit([]);
    await click('Remove 127.0.0.1');
    await expectLit(LIT);
  });

  it('take back what was removed from a list, by the keyboard', async () => {
    await switchOff('127.0.0.1');
    await (await options.waitForSelector('::-p-aria(Remove 127.0.0.1)'))?.focus();
    await options.keyboard.press('Enter');
    await expectLit(LIT);
    await expect.poll(() => options.evaluate('document.activeElement.textContent')).toBe('Undo');
    await options.keyboard.press('Enter');
    await expectLit([]);
    await options.waitForSelector('::-p-aria(Remove 127.0.0.1)');
    await click('Remove 127.0.0.1');
    await expectLit(LIT);
  });

  it('are saved to a file, which brings them back', async () => {
    await switchOff('127.0.0.1');
    const folder = await takeDownloads(browser);
    await click('Save to a file');
    const saved = await readSaved(folder);
    await click('Remove 127.0.0.1');
    await expectLit(LIT);
    await load('saved.json', saved);
    await expectLit([]);
    await click('Undo');
    await expectLit(LIT);
  });

  it('come with the terms of the reader’s own, which are lit at once', async () => {
    await load('own.json', JSON.stringify(OWN_FILE));
    await expectLit(['link', ...LIT]);
    await options.waitForSelector('.glossaries li + li');
    await click('Undo');
    await expectLit(LIT);
  });

  it('are saved with history and saved terms, which come back with them', async () => {
    const rows = () => callInPage(options, readRows);
    await callInPage(options, storeRows, 'before');
    const before = await rows();
    const folder = await takeDownloads(browser);
    await click('Save to a file');
    const saved = await readSaved(folder);
    await callInPage(options, storeRows, 'meanwhile');
    const meanwhile = await rows();
    await load('rows.json', saved);
    await expect.poll(rows, WAIT).toEqual(before);
    await click('Undo');
    await expect.poll(rows, WAIT).toEqual(meanwhile);
    expect(before).not.toEqual(meanwhile);
  });

  it('say so where the browser’s store is full, and keep what they had', async () => {
    const settings = () => callInPage(options, readStoredSettings);
    await (await options.waitForSelector('::-p-aria(Calm[role="radio"])'))?.click();
    await expect.poll(settings, WAIT).toMatchObject({ cardOpening: 'calm' });
    const before = await settings();
    await callInPage(options, fillStore);
    await (await options.waitForSelector('::-p-aria(Switch a site off)'))?.type('off.example\n');
    await options.waitForSelector('.problem');
    expect(await callInPage(options, () => document.querySelector('.problem')?.textContent)).toContain(
      'The browser has no room left for Termlight.',
    );
    expect(await settings()).toEqual(before);
    await callInPage(options, makeRoom);
    await switchOff('off.example');
    expect(await settings()).toMatchObject({ cardOpening: 'calm', sitesOff: ['off.example'] });
    await click('Remove off.example');
  });

  it('stay as they are where a file is refused, and say what is wrong with it', async () => {
    await load(
      'broken.json',
      '{ "format": "termlight-data", "version": 1, "settings": { "badge": 3 }, "notes": {}, "historyOn": true, "history": [], "saved": [] }',
    );
    await expect.poll(outcome, WAIT).toContain('settings.badge: expected true or false, found 3');
    expect(await outcome()).not.toContain('Undo');
    await load('cut.json', '{ "format": "termlight-data",\n  "version"');
    await expect.poll(outcome, WAIT).toContain('This is no JSON: line 2, column 12.');
    await expectLit(LIT);
  });
});

// What Firefox's store holds has no limit that a test could reach; the history is told of in history.test.ts.
it('the options in Firefox are reset, saved, loaded and put back, and a file is refused, with pages that follow', async () => {
  const browser = await startBrowser('Firefox');
  try {
    await openFirefoxPage(browser, OPTIONS);
    await expect.poll(() => readFirefoxPage(browser, OPTIONS), WAIT).toContain('Reset all options');
    const page = await browser.openFixture(PAGE);
    const inOptions = (expression: string) => evaluateInFirefoxPage(browser, OPTIONS, expression);
    const click = async (name: string) =>
      expect.poll(() => inOptions(`(${clickNamed})(content, ${JSON.stringify(name)})`), WAIT).toBe('clicked');
    const load = (text: string) => inOptions(`(${loadText})(content, ${JSON.stringify(text)})`);
    const told = () => inOptions('content.document.querySelector(".outcome").textContent');
    const expectLit = (texts: readonly string[]) => expect.poll(() => litTexts(page), WAIT).toEqual(texts);
    /** What is clicked while the page still works is passed over. */
    const expectDone = async (outcome: string, texts: readonly string[]) => {
      await expect.poll(told, WAIT).toContain(outcome);
      await expectLit(texts);
    };
    await expectLit(LIT);
    await load(JSON.stringify({ ...OWN_FILE, settings: { knownTerms: ['hu-xiaoming-2017/saas'] } }));
    await expectDone('now yours', ['link', 'PaaS', 'IaaS']);
    const folder = await takeDownloads(browser);
    await click('Save to a file');
    const saved = await readSaved(folder);
    await click('Reset all options');
    await expectDone('as they were at first', ['link', ...LIT]);
    await click('Undo');
    await expectDone('is back', ['link', 'PaaS', 'IaaS']);
    await click('Reset all options');
    await expectDone('as they were at first', ['link', ...LIT]);
    await load(saved);
    await expectDone('now yours', ['link', 'PaaS', 'IaaS']);
    await load(JSON.stringify({ ...OWN_FILE, settings: { badge: 3 } }));
    await expect.poll(told, WAIT).toContain('settings.badge: expected true or false, found 3');
    await load('{ "format":\n  nothing');
    await expect.poll(told, WAIT).toContain('This is no JSON: line 2, column 3.');
    await expectLit(['link', 'PaaS', 'IaaS']);
  } finally {
    await browser.close();
  }
});

/** The text of the file that is being saved into a folder. */
async function readSaved(downloads: string): Promise<string> {
  await expect.poll(() => readDownloads({ downloads }).map(({ text }) => text.endsWith('}\n')), WAIT).toEqual([true]);
  return readDownloads({ downloads })[0]?.text ?? '';
}

// The functions below run in the page, or beside it.

function clickNamed({ document }: Window, name: string): string {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  button?.click();
  return button ? 'clicked' : 'not there';
}

/** Gives a text to the field for files, which takes them from the browser alone. */
function loadText(page: Window & { readonly File: typeof File; readonly Event: typeof Event }, text: string): string {
  interface FirefoxInput extends HTMLInputElement {
    mozSetFileArray(files: readonly File[]): void;
  }
  const field = page.document.querySelector<FirefoxInput>('[type="file"]');
  field?.mozSetFileArray([new page.File([text], 'file.json')]);
  field?.dispatchEvent(new page.Event('change'));
  return 'loaded';
}

interface ExtensionPage {
  readonly chrome: {
    readonly storage: {
      readonly local: {
        readonly QUOTA_BYTES: number;
        getBytesInUse(key: null): Promise<number>;
        get(key: string): Promise<{ readonly settings?: unknown }>;
        set(items: object): Promise<void>;
        remove(key: string): Promise<void>;
      };
    };
  };
}

async function readStoredSettings(): Promise<unknown> {
  return (await (window as unknown as ExtensionPage).chrome.storage.local.get('settings')).settings;
}

/** Leaves no byte free. A text takes two more for its quotation marks. */
async function fillStore(): Promise<void> {
  const { local } = (window as unknown as ExtensionPage).chrome.storage;
  const free = local.QUOTA_BYTES - (await local.getBytesInUse(null));
  await local.set({ filler: 'x'.repeat(free - 'filler'.length - 2) });
}

async function makeRoom(): Promise<void> {
  await (window as unknown as ExtensionPage).chrome.storage.local.remove('filler');
}

/** Makes one entry of the history and one saved term all that there is. */
async function storeRows(title: string): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('termlight-memory', 1);
    request.onupgradeneeded = () => {
      const history = request.result.createObjectStore('history', { keyPath: 'at' });
      history.createIndex('site', 'site');
      history.createIndex('key', 'key');
      request.result.createObjectStore('saved', { keyPath: 'key' });
    };
    request.onsuccess = () => resolve(request.result);
  });
  const transaction = database.transaction(['history', 'saved'], 'readwrite');
  const term = { key: 'hu-xiaoming-2017/saas', label: 'SaaS' };
  for (const name of ['history', 'saved']) transaction.objectStore(name).clear();
  const page = { title, url: 'https://site.example/', site: 'site.example' };
  transaction.objectStore('history').add({ ...term, at: 1, sentence: 'A sentence.', ...page });
  transaction.objectStore('saved').add({ ...term, at: title.length });
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}

async function readRows(): Promise<unknown[]> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('termlight-memory');
    request.onsuccess = () => resolve(request.result);
  });
  const stores = ['history', 'saved'].map((name) => database.transaction(name).objectStore(name).getAll());
  const rows = stores.map((request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result))));
  const all = await Promise.all(rows);
  database.close();
  return all;
}

function readShownHeadings(): string[] {
  return [...document.querySelectorAll('section h2')]
    .filter((h) => h.checkVisibility())
    .map((h) => h.textContent ?? '');
}
