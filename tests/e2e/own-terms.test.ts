// A word that no glossary has becomes a term of the reader's own: added, lit, explained, changed, deleted and put back.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { litTexts, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { findExtensionPage } from '../../scripts/pictures.ts';
import { openCard, waitUntilClosed } from './card.ts';
import { BROWSERS, extensionDirOf, startBrowser, type TestBrowser } from './harness.ts';
import { openPanelPage, type PanelPage } from './panel-page.ts';
import { openStore } from './settings.ts';

const WORD = 'hippopotamus';
const TERM = '?term=my-terms%2Fhippopotamus';
const CHANGE = '.save-button + button';
const DELETE = '.save-button + button + button';
const WAIT = { timeout: 15_000, interval: 50 };
const NO_FORMS = { terms: [], texts: '', hashes: [], termOf: [], caseSensitive: '' };

describe.each(BROWSERS)('a term of the reader’s own in %s', (name) => {
  let browser: TestBrowser;
  let page: Page;
  let panel: PanelPage;
  beforeAll(async () => {
    browser = await startBrowser(name, { lang: 'en-US' });
    page = await browser.openFixture('look-up.html');
    await waitUntilTextLit(page, 'SaaS');
    await page.evaluate('globalThis.isTheSame = true');
    panel = await openPanelPage(browser);
  });
  afterAll(() => browser?.close());

  const focusedField = () =>
    panel.evaluate('[document.activeElement.name, document.activeElement.getAttribute("aria-invalid")].join()');
  const type = async (text: string) => {
    for (const key of text) await panel.press(key);
  };
  const change = async (more: string) => {
    await panel.show(TERM);
    await panel.use(CHANGE);
    await expect.poll(focusedField, WAIT).toBe('definition,false');
    await panel.press('End');
    await type(more);
    await panel.use('[type=submit]');
  };
  const expectInCard = async (definition: string) => {
    await page.bringToFront();
    await waitUntilTextLit(page, WORD);
    const card = await openCard(browser, page, WORD);
    expect([card.label, card.text]).toEqual([WORD, expect.stringMatching(new RegExp(`${definition}\\s*My terms`))]);
    expect(card.buttons.slice(0, 3)).toEqual(['Side panel', 'Pin', 'More']);
    await page.keyboard.press('Escape');
    await waitUntilClosed(browser, page);
    await page.mouse.move(1000, 700);
  };
  const isLit = async () => (await litTexts(page)).includes(WORD);

  it('is added where nothing is found, by the keyboard alone; what is missing is named, and nothing typed is lost', async () => {
    await panel.show(`?find=${WORD}`);
    await panel.use('.add-term a');
    await expect.poll(focusedField, WAIT).toBe('definition,false');
    expect(await panel.evaluate('document.querySelector("[name=label]").value')).toBe(WORD);
    await panel.use('[type=submit]');
    await expect.poll(focusedField, WAIT).toBe('definition,true');
    expect(await panel.text()).toContain('Enter what it means.');
    await type('River horse.');
    await panel.use('.panel-nav li a');
    await expect.poll(() => panel.evaluate('document.querySelector("textarea")'), WAIT).toBe('null');
    await panel.use('[aria-label="Back"]');
    await expect.poll(focusedField, WAIT).toBe('definition,false');
    expect(await panel.evaluate('document.activeElement.value')).toBe('River horse.');
    await panel.use('[type=submit]');
    await expect.poll(() => panel.text(), WAIT).toContain(`“${WORD}” is added`);
    expect(await panel.focused()).toBe(WORD);
  });

  it('is lit at once in a page that is open, and explained there', async () => {
    await expectInCard('River horse\\.');
    expect(await page.evaluate('globalThis.isTheSame')).toBe(true);
  });

  it('is changed in the same form', async () => {
    await change(' Big.');
    await expect.poll(() => panel.text(), WAIT).toMatch(/River horse\. Big\.[\s\S]*is changed\s*Undo/);
    expect(await panel.focused()).toBe(WORD);
    await expectInCard('River horse\\. Big\\.');
  });

  it('is as it was before a change with Undo', async () => {
    await change(' Small.');
    await panel.use('.undo-bar button');
    await expect.poll(() => panel.text(), WAIT).not.toMatch(/Small|Undo/);
    await expect.poll(() => panel.focused(), WAIT).toBe(WORD);
    await expectInCard('River horse\\. Big\\.');
  });

  it('is deleted, and no longer lit', async () => {
    await panel.show(TERM);
    await panel.use(DELETE);
    await expect.poll(() => panel.focused(), WAIT).toBe('Undo');
    expect(await panel.text()).toContain(`“${WORD}” is deleted`);
    await page.bringToFront();
    await expect.poll(isLit, WAIT).toBe(false);
    await panel.show(TERM); // which is another view: nothing can be taken back there
    expect(await panel.text()).toContain('No term “my-terms/hippopotamus”');
  });

  it('comes back with Undo, in its place', async () => {
    await panel.show(`?add=${WORD}`);
    await expect.poll(focusedField, WAIT).toBe('definition,false');
    await type('River horse.');
    await panel.use('[type=submit]');
    await panel.use(DELETE);
    await expect.poll(() => panel.focused(), WAIT).toBe('Undo');
    await panel.press('Enter');
    await expect.poll(() => panel.text(), WAIT).toContain('River horse.');
    await expect.poll(() => panel.focused(), WAIT).toBe(WORD);
    await expectInCard('River horse\\.');
  });

  it('is still there when the extension is updated with its built-in glossary', async () => {
    const store = await openStore(browser);
    await store({ 'form-table': NO_FORMS });
    await page.bringToFront();
    await expect.poll(() => litTexts(page), WAIT).toEqual([]);
    await browser.browser.installExtension(extensionDirOf(name));
    await waitUntilTextLit(page, WORD);
    await waitUntilTextLit(page, 'SaaS');
    await expectInCard('River horse\\.');
  });
});

describe('in Chromium', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser('Chromium', { lang: 'en-US' });
  });
  afterAll(() => browser?.close());

  it('the popup leads to the form where it finds nothing', async () => {
    const popup = await browser.openPage(`${browser.extensionOrigin}popup.html`);
    await popup.waitForSelector('[role="combobox"]');
    await popup.type('[role="combobox"]', ' rhinoceros ');
    await (await popup.waitForSelector('.empty button'))?.click();
    const panel = await findExtensionPage(browser, 'sidepanel.html');
    await expect
      .poll(() => panel.$eval('[name="label"]', (field) => (field as HTMLInputElement).value))
      .toBe('rhinoceros');
    await panel.close();
    await popup.close();
  });

  it('what was typed stays where the browser has no room, and is stored once there is some', async () => {
    const panel = await browser.openPage(`${browser.extensionOrigin}sidepanel.html?add=rhinoceros`);
    await panel.waitForSelector('textarea');
    await panel.type('[name="definition"]', 'An animal with a horn.');
    await callInPage(panel, fillStore);
    await panel.click('[type="submit"]');
    await panel.waitForSelector('[role="alert"] .problem');
    expect(await callInPage(panel, () => document.body.innerText)).toContain('no room left for Termlight');
    expect(await panel.$eval('[name="definition"]', (field) => (field as HTMLInputElement).value)).toBe(
      'An animal with a horn.',
    );
    await panel.evaluate('chrome.storage.local.remove("filler")');
    await panel.click('[type="submit"]');
    await panel.waitForSelector('.term');
    await panel.close();
  });

  it('a name that the built-in glossary has, too, is listed with both when it is looked up', async () => {
    const panel = await browser.openPage(`${browser.extensionOrigin}sidepanel.html?add=SaaS`);
    await panel.waitForSelector('textarea');
    await panel.type('[name="definition"]', 'What we sell.');
    await panel.click('[type="submit"]');
    await panel.waitForSelector('.term');
    await panel.goto(`${browser.extensionOrigin}sidepanel.html?find=SaaS`);
    await panel.waitForSelector('.found-terms');
    const found = await panel.$$eval('.found-terms li', (lines) => lines.map(({ textContent }) => textContent));
    expect(found.sort()).toEqual([
      expect.stringContaining('Software rented over the Internet'),
      expect.stringContaining('What we sell.'),
    ]);
    const page = await browser.openFixture('keyboard.html');
    await waitUntilTextLit(page, 'SaaS');
    expect((await openCard(browser, page, 'SaaS')).text).toContain('What we sell.');
    await page.close();
    await panel.close();
  });
});

// Runs in a page of the extension: leaves less room than a term takes.
async function fillStore(): Promise<void> {
  const { local } = (
    globalThis as unknown as {
      chrome: {
        storage: { local: { QUOTA_BYTES: number; getBytesInUse(): Promise<number>; set(v: object): Promise<void> } };
      };
    }
  ).chrome.storage;
  const room = local.QUOTA_BYTES - (await local.getBytesInUse());
  await local.set({ filler: 'x'.repeat(room - 100) });
}
