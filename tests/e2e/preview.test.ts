// The text in the options that shows what they do: it is read like any page, and follows every setting at once.
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Settings } from '../../entrypoints/shared/settings.ts';
import { callInPage } from '../../scripts/in-page.ts';
import { litTexts, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { clickInCard, openCard, pointAt, readCard } from './card.ts';
import { evaluateInFirefoxPage, openFirefoxPage, storeInFirefox } from './extension-pages.ts';
import { startBrowser, type TestBrowser } from './harness.ts';

const FILE = 'options.html';
const WAIT = { timeout: 15_000, interval: 50 };
const ALL = ['IaaS', 'PaaS', 'public cloud', 'IaaS', 'IOE', 'Alibaba', 'IOE', 'Big data', 'public cloud'];
const ALL_IN_CHINESE = ['IaaS', 'PaaS', '公有云', 'IaaS', 'IOE', '阿里巴巴', 'IOE', '大数据', '公有云'];

/** Settings, and what is lit with them. */
const CASES: readonly (readonly [Partial<Settings>, readonly string[]])[] = [
  [{ levels: ['specialist'] }, ['IaaS', 'PaaS', 'IaaS', 'IOE', 'IOE']],
  [{ levels: ['everyday', 'general', 'specialist'] }, ALL.toSpliced(8, 0, 'AI')],
  [{ density: 'section' }, ['IaaS', 'PaaS', 'public cloud', 'IOE', 'Alibaba', 'Big data', 'public cloud']],
  [{ density: 'page' }, ['IaaS', 'PaaS', 'public cloud', 'IOE', 'Alibaba', 'Big data']],
  [{ density: 'quiet' }, []],
  [{ ceiling: 5 }, ALL.slice(0, 5)],
  [{ knownTerms: ['hu-xiaoming-2017/ioe'] }, ALL.filter((text) => text !== 'IOE')],
];

describe('in Chromium', () => {
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    browser = await startBrowser('Chromium', { lang: 'en-US', viewport: { width: 1000, height: 700 } });
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    page = await browser.openPage(browser.extensionOrigin + FILE);
    await expect.poll(() => litTexts(page), WAIT).toEqual(ALL);
  });
  afterEach(async () => {
    await store({});
    await page.close();
  });

  const store = (settings: Partial<Settings>) =>
    page.evaluate(`chrome.storage.local.set({ settings: ${JSON.stringify(settings)} })`);

  it.each(CASES)('%j', async (settings, lit) => {
    await store(settings);
    await expect.poll(() => litTexts(page), WAIT).toEqual(lit);
  });

  it('has the chosen look', async () => {
    await (await page.waitForSelector('::-p-aria(Underline and tint[role="radio"])'))?.click();
    const tint = () =>
      callInPage(page, () => getComputedStyle(document.documentElement).getPropertyValue('--termlight-tint'));
    await expect.poll(tint, WAIT).toBe('22%');
  });

  it.each([
    [{ pausedUntil: 'restart' }, 'Termlight is paused everywhere.'],
    [{ sitesOff: ['*'] }, 'Termlight is on only on the sites that you have listed.'],
  ] satisfies [Partial<Settings>, string][])('says why nothing is lit: %j', async (settings, reason) => {
    await store(settings);
    await expect.poll(() => litTexts(page), WAIT).toEqual([]);
    await expect.poll(() => page.$eval('.preview', ({ textContent }) => textContent), WAIT).toContain(reason);
    await store({});
    await expect.poll(() => litTexts(page), WAIT).toEqual(ALL);
    expect(await page.$eval('.preview', ({ textContent }) => textContent)).not.toContain(reason);
  });

  it('has cards, which offer to switch no site off, and of which the history knows nothing', async () => {
    await pointAt(page, 'PaaS');
    await expect.poll(async () => (await readCard(browser, page))?.label, WAIT).toBe('PaaS');
    await clickInCard(browser, page, 'More');
    await expect.poll(async () => (await readCard(browser, page))?.buttons, WAIT).toContain('I know this term');
    expect((await readCard(browser, page))?.buttons).not.toContain('Not on this site');
    const other = await browser.openFixture('keyboard.html');
    await waitUntilTextLit(other, 'SaaS');
    await openCard(browser, other, 'SaaS');
    const panel = await browser.openPage(`${browser.extensionOrigin}sidepanel.html?view=history`);
    const labels = () => panel.$$eval('.met-head a', (links) => links.map(({ textContent }) => textContent));
    await expect.poll(labels, WAIT).toEqual(['SaaS']);
    await panel.close();
    await other.close();
  });

  it('stays in sight beside the settings, and above them where there is less room', async () => {
    for (const width of [1000, 700]) {
      await page.setViewport({ width, height: 800 });
      await page.evaluate('scrollTo(0, 900)');
      const { top, bottom } = await callInPage(page, readPlace);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(800);
    }
  });

  it('never covers what has the focus', async () => {
    await page.setViewport({ width: 700, height: 720 });
    await page.focus('.options-sections section:nth-last-of-type(2) button');
    const seen: Focused[] = [];
    await page.keyboard.down('Shift');
    do {
      await page.keyboard.press('Tab');
      seen.push(await callInPage(page, readFocused));
    } while (!seen.at(-1)?.isInHeader);
    await page.keyboard.up('Shift');
    expect(seen.length).toBeGreaterThan(10);
    expect(seen.filter(({ isCovered }) => isCovered)).toEqual([]);
  });
});

it('is read in Chinese', async () => {
  const browser = await startBrowser('Chromium', { lang: 'zh-CN' });
  try {
    const page = await browser.openPage(browser.extensionOrigin + FILE);
    await expect.poll(() => litTexts(page), WAIT).toEqual(ALL_IN_CHINESE);
  } finally {
    await browser.close();
  }
});

it('follows in Firefox', async () => {
  const browser = await startBrowser('Firefox', { lang: 'en-US' });
  try {
    await openFirefoxPage(browser, FILE);
    const countLit = () => evaluateInFirefoxPage(browser, FILE, "content.CSS.highlights.get('termlight')?.size");
    await expect.poll(countLit, WAIT).toBe(String(ALL.length));
    await storeInFirefox(browser, FILE, { settings: { density: 'page' } });
    await expect.poll(countLit, WAIT).toBe('6');
  } finally {
    await browser.close();
  }
});

// The functions below run in the page.

function readPlace(): { top: number; bottom: number } {
  const { top, bottom } = (document.querySelector('.preview') as Element).getBoundingClientRect();
  return { top, bottom };
}

/** What has the focus, and whether the preview lies over a part of it. */
interface Focused {
  readonly html: string;
  readonly isInHeader: boolean;
  readonly isCovered: boolean;
}

function readFocused(): Focused {
  const focused = document.activeElement as Element;
  const { top, bottom } = focused.getBoundingClientRect();
  const preview = (document.querySelector('.preview') as Element).getBoundingClientRect();
  return {
    html: focused.outerHTML,
    isInHeader: focused.closest('header') !== null,
    isCovered: top < preview.bottom && bottom > preview.top,
  };
}
