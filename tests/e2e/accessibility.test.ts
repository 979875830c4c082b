// What axe-core finds on the extension's pages, on the card and on the sheet: nothing, in both themes and languages.
import { createRequire } from 'node:module';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { locateLit, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { openCard, openPanelFromCard, PANEL_SIZE } from '../../scripts/pictures.ts';
import { findFaults } from './axe.ts';
import { pointAt, readCard } from './card.ts';
import { callInCard } from './closed-root.ts';
import { tapAt } from './finger.ts';
import { startBrowser, type TestBrowser } from './harness.ts';

const THEMES = ['light', 'dark'] as const;

/** Pages of the extension, and what is there once they are ready. */
const PAGES: Record<string, string> = {
  'popup.html': '[role="combobox"]',
  'sidepanel.html': 'h1',
  'sidepanel.html?term=hu-xiaoming-2017%2Fsaas': 'blockquote',
  'sidepanel.html?term=hu-xiaoming-2017%2Fsaas&note=': 'textarea',
  'sidepanel.html?find=hippopotamus': '.add-term',
  'sidepanel.html?add=hippopotamus': 'textarea',
  'sidepanel.html?view=quotations': 'blockquote',
  'sidepanel.html?view=saved': '.empty',
  'sidepanel.html?view=history': '[role="switch"]',
  'options.html': '[role="radiogroup"]',
  'welcome.html': 'dl',
};

describe.each([{ lang: 'en-US' }, { lang: 'zh-CN' }])('in $lang, axe-core', ({ lang }) => {
  let browser: TestBrowser;

  beforeAll(async () => {
    browser = await startBrowser('Chromium', { lang });
  });
  afterAll(() => browser?.close());

  const setTheme = (page: Page, value: (typeof THEMES)[number]) =>
    page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);

  it.each(Object.entries(PAGES))(
    'finds nothing on %s, also as narrow and as large as it may be',
    async (path, ready) => {
      const page = await browser.openPage(browser.extensionOrigin + path);
      await page.waitForSelector(ready);
      for (const width of [undefined, 320]) {
        if (width) await page.setViewport({ width, height: 640 });
        for (const theme of THEMES) {
          await setTheme(page, theme);
          expect(await findFaults(page)).toEqual([]);
        }
      }
      expect(await callInPage(page, readOverflow)).toEqual([]);
      await page.evaluate('document.documentElement.style.fontSize = "200%"');
      await page.setViewport({ width: 640, height: 640 });
      expect(await callInPage(page, readOverflow)).toEqual([]);
      await page.close();
    },
  );

  it('finds nothing on the panel’s lists once they are filled, and on what is asked there', async () => {
    const page = await browser.openFixture('added.html');
    await callInPage(page, fillPage);
    await waitUntilTextLit(page, 'SaaS');
    const card = await openCard(page, 'SaaS');
    const panel = await openPanelFromCard(browser, card, lang === 'zh-CN' ? '全部引文' : 'All quotes');
    const use = async (selector: string) => {
      await (await panel.waitForSelector(selector, { timeout: 15_000 }))?.focus();
      await panel.keyboard.press('Enter');
    };
    const expectNoFaults = async (ready: string) => {
      await panel.waitForSelector(ready, { timeout: 15_000 });
      for (const theme of THEMES) {
        await setTheme(panel, theme);
        expect(await findFaults(panel)).toEqual([]);
      }
      await panel.setViewport({ width: 320, height: 640 });
      expect(await callInPage(panel, readOverflow)).toEqual([]);
      await panel.setViewport(PANEL_SIZE);
    };
    const knownTerms = ['hu-xiaoming-2017/paas'];
    await panel.evaluate(`chrome.storage.local.set(${JSON.stringify({ settings: { knownTerms } })})`);
    await use('.save-button[aria-pressed="false"]');
    await expectNoFaults('.save-button[aria-pressed="true"]');
    await use('nav li:nth-child(1) a');
    await expectNoFaults('ul.page-terms');
    await use('ul.page-terms button');
    await expectNoFaults('.undo-bar button');
    await use('nav li:nth-child(3) a');
    await expectNoFaults('.saved-terms');
    await use('.tools button');
    await use('.review-card > button');
    await expectNoFaults('.review-answers');
    await use('nav li:nth-child(4) a');
    await expectNoFaults('.met');
    await use('.met button');
    await expectNoFaults('.undo-bar button');
    await use('.undo-bar button');
    await panel.waitForSelector('.met');
    await use('.tools button');
    await expectNoFaults('[role="alertdialog"]');
    await page.close();
  });

  it('finds nothing on the faults of a form, on the term that it makes, nor on what is left of one', async () => {
    const page = await browser.openPage(`${browser.extensionOrigin}sidepanel.html?add=hippopotamus`);
    const expectNoFaults = async (ready: string) => {
      await page.waitForSelector(ready);
      for (const theme of THEMES) {
        await setTheme(page, theme);
        expect(await findFaults(page)).toEqual([]);
      }
    };
    await (await page.waitForSelector('[type="submit"]'))?.click();
    await expectNoFaults('[aria-invalid="true"]');
    await page.type('[name="definition"]', 'x');
    await page.click('[type="submit"]');
    await expectNoFaults('.save-button + button');
    await page.click('.save-button + button');
    await expectNoFaults('textarea');
    await page.click('[type="submit"]');
    await (await page.waitForSelector('.save-button + button + button'))?.click();
    await expectNoFaults('.undo-bar button');
    await page.close();
  });

  it('finds nothing on what was searched for', async () => {
    const page = await browser.openPage(`${browser.extensionOrigin}popup.html`);
    await page.waitForSelector('[role="combobox"]');
    await page.type('[role="combobox"]', 'cloud');
    await page.waitForSelector('[role="option"]');
    for (const theme of THEMES) {
      await setTheme(page, theme);
      expect(await findFaults(page)).toEqual([]);
    }
    await page.close();
  });

  it('finds nothing on choices that are made, and arrows make them', async () => {
    const page = await browser.openPage(`${browser.extensionOrigin}options.html`);
    const ownColour = lang === 'zh-CN' ? '使用自选颜色' : 'A colour of my own';
    await (await page.waitForSelector(`::-p-aria(${ownColour}[role="switch"])`))?.click();
    await page.waitForSelector('[type="range"]');
    const [group, chosen, next] = lang === 'zh-CN' ? ['打开卡片', '适中', '慢'] : ['Opening a card', 'Normal', 'Calm'];
    await page.waitForSelector(`::-p-aria(${group}[role="radiogroup"])`);
    await (await page.waitForSelector(`::-p-aria(${chosen}[role="radio"])`))?.focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.$eval(':focus', (radio) => (radio as HTMLInputElement).value)).toBe('calm');
    const radio = await page.waitForSelector(`::-p-aria(${next}[role="radio"])`);
    expect(await radio?.evaluate((found) => (found as HTMLInputElement).checked)).toBe(true);
    for (const theme of THEMES) {
      await setTheme(page, theme);
      expect(await findFaults(page)).toEqual([]);
    }
    await page.close();
  });

  it('finds nothing on a file that is refused', async () => {
    const page = await browser.openPage(`${browser.extensionOrigin}options.html`);
    const input = (await page.waitForSelector('[type="file"]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(createRequire(import.meta.url).resolve('axe-core/package.json'));
    await page.waitForSelector('.outcome li');
    for (const theme of THEMES) {
      await setTheme(page, theme);
      expect(await findFaults(page)).toEqual([]);
    }
    await page.close();
  });

  it.each(['card', 'sheet'])('finds nothing on a %s', async (kind) => {
    const page = await browser.openFixture('keyboard.html');
    await waitUntilTextLit(page, 'SaaS');
    if (kind === 'card') await pointAt(page, 'SaaS');
    else await tapAt(browser, page, (await locateLit(page, 'SaaS')) ?? { x: 0, y: 0 });
    await expect.poll(() => readCard(browser, page), { timeout: 10_000 }).not.toBeNull();
    await callInCard('Chromium', page, openAll);
    await expect.poll(async () => (await readCard(browser, page))?.buttons.length).toBeGreaterThan(10);
    const copy = await callInCard('Chromium', page, copyCard);
    if (!copy) throw new Error('no card is open');
    await page.evaluate('document.querySelector("termlight-card").remove()');
    await callInPage(page, showCopy, copy);
    for (const theme of THEMES) {
      await setTheme(page, theme);
      expect(await findFaults(page, '#copy')).toEqual([]);
    }
    await page.close();
  });
});

it.each([16, 32])('the card is as large as the reader has set the browser’s text: %i px', async (standard) => {
  const browser = await startBrowser('Chromium');
  try {
    const page = await browser.openFixture('keyboard.html');
    await waitUntilTextLit(page, 'SaaS');
    const session = await page.createCDPSession();
    await session.send('Page.enable');
    await session.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } });
    await page.evaluate('document.documentElement.style.fontSize = "9px"'); // which is the page's own affair
    await pointAt(page, 'SaaS');
    await expect.poll(() => readCard(browser, page), { timeout: 10_000 }).not.toBeNull();
    expect(await callInCard('Chromium', page, readWidth)).toBe(360 * (standard / 16));
  } finally {
    await browser.close();
  }
});

// The functions below run in the page.

/** A term that is lit, one that may be known, and one that is folded away. */
function fillPage(): void {
  document.body.innerHTML = '<p>SaaS and PaaS</p><details><summary>More</summary>quantum computing</details>';
}

function openAll(root: ShadowRoot): void {
  root.querySelector<HTMLElement>('[aria-expanded="false"]')?.click();
}

function readWidth(root: ShadowRoot): number {
  return (root.querySelector('[role="dialog"]') as HTMLElement).offsetWidth;
}

/** The card as it is, to be shown where axe-core can look into it. */
function copyCard(root: ShadowRoot) {
  const rules = root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText));
  return { html: root.innerHTML, css: rules.join('\n') };
}

function showCopy({ html, css }: { html: string; css: string }): void {
  const host = document.createElement('div');
  host.id = 'copy';
  host.attachShadow({ mode: 'open' }).innerHTML = `<style>${css} .card { animation: none }</style>${html}`;
  document.body.append(host);
}

/** The elements that stand out of the page to the right. */
function readOverflow(): string[] {
  return [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && element.checkVisibility())
    .map(({ outerHTML }) => outerHTML.slice(0, 120));
}
