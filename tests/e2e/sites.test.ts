// Where terms are lit: on which sites, and not during a pause; at once in all tabs and frames, without a reload.
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { litTexts, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { clickInCard, openCard, readCard } from './card.ts';
import { BROWSERS, startBrowser, type TestBrowser } from './harness.ts';
import { chooseInOptions } from './options-page.ts';
import { openSettings, type StoreSettings } from './settings.ts';

const PAGE = 'keyboard.html';
const SITE = '127.0.0.1';
const FRAME_SITE = 'localhost';

describe.each(BROWSERS)('terms in %s', (name) => {
  let browser: TestBrowser;
  let store: StoreSettings;
  let pages: Page[] = [];
  let frame: Frame;

  beforeAll(async () => {
    browser = await startBrowser(name);
    store = await openSettings(browser);
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await store({});
    for (const page of pages) await page.close();
    pages = [];
  });

  /** Two tabs; the second, in front, has a frame of another site. */
  const openTabs = async () => {
    const first = await browser.openFixture(PAGE);
    await waitUntilTextLit(first, 'SaaS');
    const second = await browser.openFixture(PAGE);
    pages = [first, second];
    const src = browser.server.urlOf(PAGE).replace(SITE, FRAME_SITE);
    await second.evaluate(
      `document.body.insertAdjacentHTML('afterbegin', '<iframe width="600" src="${src}"></iframe>')`,
    );
    frame = await second.waitForFrame((candidate) => candidate.url() === src);
    await waitUntilTextLit(second, 'SaaS');
    await waitUntilTextLit(frame, 'SaaS');
  };
  const expectLit = async (isLit: boolean) => {
    for (const page of pages) {
      await page.bringToFront();
      await expect.poll(async () => (await litTexts(page)).length > 0, { timeout: 15_000 }).toBe(isLit);
    }
    await expect.poll(async () => (await litTexts(frame)).length > 0, { timeout: 15_000 }).toBe(isLit);
  };

  it.each([
    [{ sitesOff: [SITE] }, false],
    [{ sitesOff: [FRAME_SITE] }, true],
    [{ sitesOff: ['*'] }, false],
    [{ sitesOff: ['*'], sitesOn: [SITE] }, true],
    [{ sitesOff: ['*'], sitesOn: [FRAME_SITE] }, false],
    [{ pausedUntil: 'restart' as const }, false],
  ])('go by the site of the tab, in each of its frames: %j lights them: %s', async (settings, isLit) => {
    await openTabs();
    await store({ sitesOff: isLit ? [SITE] : [] });
    await expectLit(!isLit);
    await store(settings);
    await expectLit(isLit);
  });

  it('go by what is chosen in the options', async () => {
    await openTabs();
    await chooseInOptions(browser, 'Only on sites that are switched on');
    await expectLit(false);
    await chooseInOptions(browser, 'On every site, except those that are switched off');
    await expectLit(true);
  });

  if (name === 'Firefox') return; // which lets extensions read local files only where its user says so

  it('are lit in local files, where no card offers to switch the site off', async () => {
    const page = await browser.openPage(new URL(`../fixtures/pages/${PAGE}`, import.meta.url).href);
    pages = [page];
    await waitUntilTextLit(page, 'SaaS');
    await openCard(browser, page, 'SaaS');
    await clickInCard(browser, page, 'More');
    await expect.poll(async () => (await readCard(browser, page))?.buttons).toContain('I know this term');
    expect((await readCard(browser, page))?.buttons).not.toContain('Not on this site');
    await store({ sitesOff: [''], knownTerms: ['hu-xiaoming-2017/paas'] });
    await expect.poll(() => litTexts(page), { timeout: 15_000 }).toEqual(['SaaS', 'IaaS']);
  });

  it('go by what is typed in the options, and taken from the list again', async () => {
    await openTabs();
    const options = await browser.openPage(`${browser.extensionOrigin}options.html`);
    const field = await options.waitForSelector('::-p-aria(Switch a site off)');
    await field?.type('two words\n');
    await options.waitForSelector('[aria-invalid="true"]');
    await field?.evaluate((input) => (input as HTMLInputElement).select());
    await field?.type(`http://${SITE}/any/path\n`);
    await options.waitForSelector(`::-p-aria(Remove ${SITE})`);
    await expectLit(false);
    await options.bringToFront();
    await (await options.waitForSelector(`::-p-aria(Remove ${SITE})`))?.click();
    await expectLit(true);
    await options.close();
  });

  it.each(['popup.html', 'options.html'])(
    'wait for the end of a pause that %s began, by the keyboard',
    async (file) => {
      await openTabs();
      const page = await browser.openPage(browser.extensionOrigin + file);
      for (const length of ['For an hour', 'Until restart']) {
        await page.bringToFront();
        await (await page.waitForSelector(`::-p-aria(${length}[role="button"])`))?.focus();
        await page.keyboard.press('Enter');
        await expectLit(false);
        await page.bringToFront();
        await page.waitForSelector('::-p-aria(Resume[role="button"])');
        await page.keyboard.press('Enter'); // the focus is there
        await expectLit(true);
      }
      await page.close();
    },
  );
});
