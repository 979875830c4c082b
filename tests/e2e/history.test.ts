// The history from the page to the panel: what was opened is listed, at any length, and forgotten in every way.
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { findExtensionPage, showThisPage } from '../../scripts/pictures.ts';
import { chooseExplain, enterAfterKeyword } from './browser-ui.ts';
import { clickInCard, openCard } from './card.ts';
import { readDownloads } from './downloads.ts';
import { readFirefoxPage } from './extension-pages.ts';
import { startBrowser, type TestBrowser } from './harness.ts';
import { openPanelPage } from './panel-page.ts';

const WAIT = { timeout: 30_000, interval: 50 };
const MANY = 100_000;
const PAGE = '127.0.0.1 · A page';

describe('in Chromium', () => {
  let browser: TestBrowser;
  let panel: Page;

  beforeAll(async () => {
    browser = await startBrowser('Chromium');
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    panel = await browser.openPage(`${browser.extensionOrigin}sidepanel.html?view=history`);
    await panel.waitForSelector('[role="switch"]');
    await callInPage(panel, store, 0);
  });
  afterEach(async () => {
    expect(browser.outsideRequests).toEqual([]);
    await panel.close();
  });

  const labels = () => panel.$$eval('.met-head a', (links) => links.map(({ textContent }) => textContent ?? ''));
  const rows = () =>
    panel.$$eval('.met', (all) =>
      all.map((row) =>
        [...row.children].map((part) => (part.className.includes('met-head') ? part.firstChild : part)?.textContent),
      ),
    );
  const focused = () => panel.evaluate('document.activeElement.textContent');
  const press = async (name: string) => (await panel.waitForSelector(`::-p-aria(${name}[role="button"])`))?.click();

  it('lists a term once its card was opened, with its sentence and page, and leads to both', async () => {
    const page = await browser.openFixture('look-up.html');
    await waitUntilTextLit(page, 'SaaS');
    await openCard(browser, page, 'SaaS');
    await expect.poll(labels, WAIT).toEqual(['SaaS']);
    expect(await panel.$eval('.met-sentence', ({ textContent }) => textContent)).toContain('SaaS');
    expect(await panel.$eval('.met-page a', (link) => (link as HTMLAnchorElement).href)).toBe(page.url());
    await panel.bringToFront();
    await panel.click('.met-head a');
    await panel.waitForSelector('.term');
    await page.close();
  });

  it('has of the text around a term the sentence, and nothing that is not shown', async () => {
    const page = await browser.openFixture('added.html');
    await callInPage(page, fillMixedBody);
    await waitUntilTextLit(page, 'SaaS');
    await openCard(browser, page, 'SaaS');
    const sentence = () => panel.$$eval('.met-sentence', (texts) => texts.map(({ textContent }) => textContent).join());
    await expect.poll(sentence, WAIT).toBe('They sell SaaS today');
    await page.close();
  });

  it('lists what is looked up on a page, by its menu, the address bar and the panel, and once what a card leads to', async () => {
    const page = await browser.openFixture('look-up.html');
    await waitUntilTextLit(page, 'SaaS');
    await openCard(browser, page, 'SaaS');
    await clickInCard(browser, page, 'All quotes');
    const beside = await findExtensionPage(browser, 'sidepanel.html?term=');
    await beside.waitForSelector('.term');
    await expect.poll(rows, WAIT).toEqual([['SaaS', 'SaaS', PAGE]]);
    await page.click('#everyday', { count: 2 });
    await chooseExplain(browser, page, '#everyday');
    await expect.poll(rows, WAIT).toEqual([
      ['trust', 'They trust it.', PAGE],
      ['SaaS', 'SaaS', PAGE],
    ]);
    await (await findExtensionPage(browser, 'sidepanel.html?find=trust&opener')).close(); // what a worker gets without a gesture
    await enterAfterKeyword(browser, 'IaaS');
    await expect.poll(async () => (await rows())[0], WAIT).toEqual(['IaaS', 'Looked up', PAGE]);
    await page.bringToFront();
    await showThisPage(beside);
    await (await beside.waitForSelector('.page-terms a'))?.click();
    await expect.poll(async () => (await rows())[0], WAIT).toEqual(['SaaS', 'SaaS', PAGE]);
    expect(await labels()).toEqual(['SaaS', 'IaaS', 'trust']);
    await beside.close();
    await page.close();
  });

  it('lists what is chosen in the popup, also where there is no page', async () => {
    const popup = await browser.openPage(`${browser.extensionOrigin}popup.html`);
    await popup.type('[role="combobox"]', 'iaas');
    await popup.waitForSelector('[role="option"]');
    await popup.keyboard.press('Enter');
    await expect.poll(rows, WAIT).toEqual([['IaaS', 'Looked up']]);
    await popup.close();
    await (await findExtensionPage(browser, 'sidepanel.html?term=')).close();
  });

  it('remembers nothing while it is switched off', async () => {
    await panel.click('[role="switch"]');
    await panel.waitForSelector('[role="switch"][aria-checked="false"]');
    const page = await browser.openFixture('look-up.html');
    await waitUntilTextLit(page, 'SaaS');
    await openCard(browser, page, 'SaaS');
    await enterAfterKeyword(browser, 'IaaS');
    await (await findExtensionPage(browser, 'sidepanel.html?find=')).close();
    await panel.bringToFront();
    await panel.click('[role="switch"]');
    await panel.waitForSelector('[role="switch"][aria-checked="true"]');
    expect(await labels()).toEqual([]);
    await page.close();
  });

  it('deletes one, a day and a site, and puts each back', async () => {
    await callInPage(panel, store, 60);
    await expect.poll(async () => (await labels())[0], WAIT).toBe('term 0');
    await press('Delete term 0 from the history');
    await expect.poll(async () => (await labels())[0], WAIT).toBe('term 1');
    expect(await focused()).toBe('Undo');
    await panel.keyboard.press('Enter');
    await expect.poll(async () => (await labels())[0], WAIT).toBe('term 0');
    expect(await focused()).toBe('History');

    for (const term of ['term 0', 'term 1']) {
      await panel.focus('.met-head button');
      await panel.keyboard.press('Enter');
      await expect.poll(labels, WAIT).not.toContain(term);
      await expect.poll(focused, WAIT).toBe('Undo');
    }
    await panel.keyboard.press('Enter');
    await expect.poll(async () => (await labels())[0], WAIT).toBe('term 1');
    await press('Delete term 1 from the history');
    await expect.poll(async () => (await labels())[0], WAIT).toBe('term 2');

    await callInPage(panel, store, 60); // deleted ones come back, as from a file
    await expect.poll(async () => (await labels())[0], WAIT).toBe('term 0');
    await panel.click('.met-day button');
    await expect.poll(async () => (await labels())[0], WAIT).toBe('term 10');
    await press('Undo');
    await expect.poll(async () => (await labels())[0], WAIT).toBe('term 0');

    await panel.select('select', 'site1.example');
    await expect.poll(async () => (await labels()).slice(0, 3), WAIT).toEqual(['term 1', 'term 4', 'term 7']);
    await press('Delete site');
    await expect.poll(async () => (await labels()).slice(0, 3), WAIT).toEqual(['term 0', 'term 2', 'term 3']);
    await press('Undo');
    await expect.poll(async () => (await labels()).slice(0, 3), WAIT).toEqual(['term 0', 'term 1', 'term 2']);
  });

  it('deletes all only after it has asked', async () => {
    await callInPage(panel, store, 60);
    await expect.poll(async () => (await labels()).length, WAIT).toBeGreaterThan(0);
    await press('Delete all…');
    await panel.waitForSelector('::-p-aria(Delete 60 entries for good?)');
    for (const key of ['Enter', 'Escape'] as const) {
      await expect.poll(focused, WAIT).toBe('Cancel');
      await panel.keyboard.press(key);
      await expect.poll(focused, WAIT).toBe('Delete all…');
      expect(await labels()).not.toEqual([]);
      await panel.keyboard.press('Enter');
    }
    await press('Delete');
    await expect.poll(labels, WAIT).toEqual([]);
    await expect.poll(focused, WAIT).toBe('History');
    expect(await panel.$eval('.undo-bar', ({ textContent }) => textContent)).toBe('60 entries deleted');
    await expect.poll(() => callInPage(panel, () => document.body.innerText), WAIT).toContain('Nothing yet.');
  });

  it('has the rows on screen in the document, and no others, of 100,000, wherever it is scrolled', async () => {
    await callInPage(panel, store, MANY);
    await expect.poll(async () => (await labels())[0], WAIT).toBe('term 0');
    const total = MANY + MANY / 10; // ten a day
    await expect.poll(() => panel.$eval('.virtual-list li', (row) => Number(row.ariaSetSize)), WAIT).toBe(total);
    for (const part of [0.1, 0.5, 0.9, 1]) {
      await callInPage(panel, (share) => scrollTo(0, document.documentElement.scrollHeight * share), part);
      await expect.poll(() => callInPage(panel, readScreen), WAIT).toMatchObject({ isFilled: true });
      const { rows, wrong, first } = await callInPage(panel, readScreen);
      expect(wrong).toEqual([]);
      expect(rows).toBeLessThan(40);
      expect(Math.abs(first / total - part)).toBeLessThan(0.001);
    }
    expect((await labels()).at(-1)).toBe(`term ${MANY - 1}`);
    await press(`Delete term ${MANY - 1} from the history`);
    await expect.poll(async () => (await labels()).at(-1), WAIT).toBe(`term ${MANY - 2}`);
    await press('Undo');
    await expect.poll(async () => (await labels()).at(-1), WAIT).toBe(`term ${MANY - 1}`);
    await press('Delete all…');
    await panel.waitForSelector('::-p-aria(Delete 100,000 entries for good?)');

    await press('CSV');
    await expect
      .poll(() => panel.$$eval('[role="status"]', (notes) => notes.map(({ textContent }) => textContent)), WAIT)
      .toContain('Working on it…');
    const text = () => readDownloads(browser)[0]?.text ?? '';
    const countLines = () => text().split('\r\n').length - 2; // the first and the empty last
    await expect.poll(countLines, WAIT).toBe(MANY);
    expect(text()).toMatch(/^\ufeffTerm,Meaning,.*\r\nterm 0,Software rented/);
  }, 120_000);

  it('keeps the row with the focus, and goes on from it with Tab', async () => {
    await callInPage(panel, store, 1000);
    await expect.poll(async () => (await labels())[0], WAIT).toBe('term 0');
    await panel.focus('.met-head a');
    await callInPage(panel, () => scrollTo(0, 30_000));
    await expect.poll(() => callInPage(panel, readScreen), WAIT).toMatchObject({ isFilled: true });
    await callInPage(panel, addLatest);
    await expect.poll(() => panel.$eval('.virtual-list li', (row) => Number(row.ariaSetSize)), WAIT).toBe(1101);
    expect(await panel.evaluate('document.activeElement.textContent')).toBe('term 0');
    await panel.keyboard.press('Tab');
    expect(await panel.evaluate('document.activeElement.ariaLabel')).toBe('Delete term 0 from the history');
  });
});

describe('in Firefox', () => {
  it('lists in the panel’s page what was opened, forgets it and puts it back by the keyboard, and deletes all', async () => {
    const browser = await startBrowser('Firefox');
    try {
      const page = await browser.openFixture('look-up.html');
      await waitUntilTextLit(page, 'SaaS');
      await openCard(browser, page, 'SaaS');
      await page.keyboard.press('Escape');
      await page.click('#everyday', { count: 2 });
      await chooseExplain(browser, page, '#everyday');
      await expect.poll(() => readFirefoxPage(browser, 'sidepanel.html'), WAIT).toContain('trust');
      const panel = await openPanelPage(browser);
      await panel.show('?view=history');
      await expect
        .poll(panel.text, WAIT)
        .toMatch(/trust[\s\S]*They trust it\.[\s\S]*127\.0\.0\.1[\s\S]*SaaS[\s\S]*127\.0\.0\.1/);
      await panel.use('[aria-label="Delete trust from the history"]');
      await expect.poll(panel.text, WAIT).not.toContain('They trust it.');
      await expect.poll(panel.focused, WAIT).toBe('Undo');
      await panel.use('[aria-label="Delete SaaS from the history"]');
      await expect.poll(panel.text, WAIT).not.toContain('SaaS');
      await expect.poll(panel.focused, WAIT).toBe('Undo');
      await panel.press('Enter');
      await expect.poll(panel.text, WAIT).toContain('SaaS');
      await expect.poll(panel.focused, WAIT).toBe('History');
      await panel.use('.export button:nth-of-type(2)');
      await expect
        .poll(() => readDownloads(browser), WAIT)
        .toEqual([
          {
            name: expect.stringMatching(/^termlight-history-.*\.csv$/),
            text: expect.stringMatching(/^\ufeffTerm,.*\r\nSaaS,Software rented.*,A page,http:/s),
          },
        ]);
      await panel.use('.tools button');
      await expect.poll(panel.focused, WAIT).toBe('Cancel');
      await panel.use('.confirmation button');
      await expect.poll(panel.text, WAIT).toMatch(/Nothing yet[\s\S]*1 entry deleted/);
    } finally {
      await browser.close();
    }
  });
});

// Runs in a page that has terms.
function fillMixedBody(): void {
  document.body.innerHTML = `<h1>Shop</h1><style>p { color: red }</style>They <i>sell</i> <script>var x = 1;</script
    ><b>SaaS</b><span hidden> and what is hidden</span> today<div>More of it.</div>`;
}

// The functions below run in the panel's page.

/** Makes so many entries all that there is: ten a day, at three sites in turn. */
async function store(count: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('termlight-memory');
    request.onsuccess = () => resolve(request.result);
  });
  const transaction = database.transaction('history', 'readwrite');
  const entries = transaction.objectStore('history');
  entries.clear();
  const noon = new Date().setHours(12, 0, 0, 0);
  for (let index = 0; index < count; index++) {
    const day = new Date(noon).setDate(new Date(noon).getDate() - Math.floor(index / 10));
    const site = `site${index % 3}.example`;
    entries.add({
      at: day - (index % 10) * 60_000,
      key: 'hu-xiaoming-2017/saas',
      label: `term ${index}`,
      sentence: 'A sentence.',
      title: 'A page',
      url: `https://${site}/${index}`,
      site,
    });
  }
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
  const channel = new BroadcastChannel('termlight-memory');
  channel.postMessage('changed');
  channel.close();
}

/** Adds one that is later than all of these. */
async function addLatest(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('termlight-memory');
    request.onsuccess = () => resolve(request.result);
  });
  const transaction = database.transaction('history', 'readwrite');
  const [url, site] = ['https://site0.example/', 'site0.example'];
  const texts = { key: 'hu-xiaoming-2017/saas', label: 'latest', sentence: 'A sentence.', title: 'A page', url, site };
  transaction.objectStore('history').add({ at: new Date().setHours(13, 0, 0, 0), ...texts });
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
  const channel = new BroadcastChannel('termlight-memory');
  channel.postMessage('changed');
  channel.close();
}

/** Whether rows cover the whole screen, which row is the first there, and rows whose text does not belong to their place. */
function readScreen() {
  const rows = [...document.querySelectorAll<HTMLElement>('.virtual-list li')];
  const isShown = (row: HTMLElement) =>
    row.getBoundingClientRect().bottom > 0 && row.getBoundingClientRect().top < innerHeight;
  const shown = rows.filter(isShown);
  const lowest = Math.max(...shown.map((row) => row.getBoundingClientRect().bottom));
  const highest = Math.min(...shown.map((row) => row.getBoundingClientRect().top));
  const last = rows.at(-1);
  const expected = (row: HTMLElement) => {
    const index = Number(row.ariaPosInSet) - 1; // a day, then its ten entries
    return index % 11 === 0 ? 'Delete day' : `term ${Math.floor(index / 11) * 10 + (index % 11) - 1}`;
  };
  return {
    isFilled:
      shown.every((row) => row.textContent) &&
      highest <= 0 &&
      (lowest >= innerHeight || last?.ariaPosInSet === last?.ariaSetSize),
    rows: rows.length,
    first: Number(shown[0]?.ariaPosInSet),
    wrong: rows
      .filter((row) => row.textContent && !row.textContent.includes(expected(row)))
      .map((row) => row.textContent),
  };
}
