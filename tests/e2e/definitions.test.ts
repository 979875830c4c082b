// The language of definitions, apart from that of the interface: in the card, the panel, the popup and the address bar.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { typeAfterKeyword } from './browser-ui.ts';
import { clickInCard, openCard, readCard, waitUntilClosed } from './card.ts';
import { BROWSERS, startBrowser, type TestBrowser } from './harness.ts';
import { chooseInOptions } from './options-page.ts';

const WAIT = { timeout: 15_000 };
const ENGLISH = 'Software rented over the Internet';
const CHINESE = '按订阅租用的软件';

describe.each(BROWSERS)('%s, in English, explains in the language that is chosen', (name) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser(name, { lang: 'en-US' });
    const first = await browser.openFixture('keyboard.html');
    await waitUntilTextLit(first, 'SaaS'); // the glossary is in: pages that follow are read but once
    await first.close();
  });
  afterAll(() => browser?.close());

  it('in every open card, in every tab, at once', async () => {
    const tabs = [await browser.openFixture('keyboard.html'), await browser.openFixture('keyboard.html')];
    for (const page of tabs) {
      await page.bringToFront();
      await waitUntilTextLit(page, 'SaaS');
      await openCard(browser, page, 'SaaS');
      await clickInCard(browser, page, 'Pin');
    }
    const languages = [
      ['中文', CHINESE],
      ['As the browser', ENGLISH],
    ] as const;
    for (const [language, text] of languages) {
      await chooseInOptions(browser, language);
      for (const page of tabs) {
        await page.bringToFront();
        await expect.poll(async () => (await readCard(browser, page))?.text, WAIT).toContain(text);
      }
    }
    for (const page of tabs) await page.close();
  });

  it('in the next card of a page that is open, and in suggestions', async () => {
    const page = await browser.openFixture('keyboard.html');
    await waitUntilTextLit(page, 'SaaS');
    const close = async () => {
      await page.bringToFront();
      await page.keyboard.press('Escape');
      await waitUntilClosed(browser, page);
    };
    expect((await openCard(browser, page, 'SaaS')).text).toContain(ENGLISH);
    await close();
    await chooseInOptions(browser, '中文');
    await page.bringToFront();
    const card = await openCard(browser, page, 'SaaS');
    expect(card.text).toContain(CHINESE);
    expect(card.text).not.toContain(ENGLISH);
    expect(card.buttons).toContain('All quotes');
    const suggestions = await typeAfterKeyword(browser, 'saas');
    await expect.poll(async () => (await suggestions()).join('\n'), WAIT).toContain(CHINESE);
    await close();
    await chooseInOptions(browser, 'As the browser');
    await page.bringToFront();
    expect((await openCard(browser, page, 'SaaS')).text).toContain(ENGLISH);
  });
});

it('the open panel and the open popup follow at once', async () => {
  const browser = await startBrowser('Chromium', { lang: 'en-US' });
  try {
    const panel = await browser.openPage(`${browser.extensionOrigin}sidepanel.html?term=hu-xiaoming-2017%2Fsaas`);
    const popup = await browser.openPage(`${browser.extensionOrigin}popup.html`);
    await popup.waitForSelector('[role="combobox"]');
    await popup.type('[role="combobox"]', 'saas');
    for (const page of [panel, popup]) {
      await expect.poll(() => callInPage(page, () => document.body.innerText), WAIT).toContain(ENGLISH);
    }
    await chooseInOptions(browser, '中文');
    for (const page of [panel, popup]) {
      await expect.poll(() => callInPage(page, () => document.body.innerText), WAIT).toContain(CHINESE);
    }
    await popup.bringToFront();
    expect(await popup.$eval('[role="combobox"]', (field) => (field as HTMLInputElement).value)).toBe('saas');
  } finally {
    await browser.close();
  }
});
