// A word is explained where nothing is lit: from the menu on a selection, by a key, and from the address bar.
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { findExtensionPage } from '../../scripts/pictures.ts';
import { chooseExplain, enterAfterKeyword, pressCommand, typeAfterKeyword } from './browser-ui.ts';
import { clickInCard, openCard, readCard, waitUntilClosed } from './card.ts';
import { evaluateInFirefoxPage, findExtensionPages, readFirefoxPage } from './extension-pages.ts';
import { BROWSERS, startBrowser, type TestBrowser } from './harness.ts';

const WAIT = { timeout: 15_000, interval: 100 };

describe.each(BROWSERS)('%s', (name) => {
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    browser = await startBrowser(name);
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    page = await browser.openFixture('look-up.html');
    await page.bringToFront();
    await waitUntilTextLit(page, 'SaaS');
  });
  afterEach(async () => {
    expect(browser.outsideRequests).toEqual([]);
    await page.close();
    for (const panel of await panels()) await panel.close();
  });

  const select = (selector: string) => page.click(selector, { count: 2 });
  const selectAllIn = async (selector: string) => {
    await page.click(selector);
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
  };
  /** Chromium's; Firefox keeps its sidebar, which shows what is asked for next. */
  const panels = async (): Promise<Page[]> =>
    name === 'Firefox' || !(await findExtensionPages(browser)).length
      ? []
      : [await findExtensionPage(browser, 'sidepanel.html')];
  const readPanel = async () => {
    if (name === 'Firefox') return readFirefoxPage(browser, 'sidepanel.html');
    return callInPage(await findExtensionPage(browser, 'sidepanel.html'), () => document.body.innerText);
  };

  it('shows a term from the menu, in any case of its letters', async () => {
    await select('#small');
    await chooseExplain(browser, page, '#small');
    await expect.poll(readPanel, WAIT).toContain('Software rented over the Internet');
  });

  it('lists terms that come near from the menu', async () => {
    await select('#misspelt');
    await chooseExplain(browser, page, '#misspelt');
    await expect
      .poll(readPanel, WAIT)
      .toMatch(/“PaaZ”\s*Not in your glossaries\.\s*Add “PaaZ” to your terms\s*These terms come near:\s*PaaS/);
  });

  // Chromium opens no panel without a real gesture: each time a window instead.
  if (name === 'Firefox')
    it('leads back in the panel to what was asked for before', async () => {
      await select('#small');
      await chooseExplain(browser, page, '#small');
      await expect.poll(readPanel, WAIT).toContain('Software rented over the Internet');
      await select('#misspelt');
      await chooseExplain(browser, page, '#misspelt');
      await expect.poll(readPanel, WAIT).toContain('These terms come near');
      await evaluateInFirefoxPage(browser, 'sidepanel.html', 'content.history.back()');
      await expect.poll(readPanel, WAIT).toContain('Software rented over the Internet');
    });

  it('opens the card at the selection by the key, whatever the page means, and closes it by a click elsewhere', async () => {
    await select('#bat');
    await pressCommand(browser, 'open-card');
    await expect.poll(async () => (await readCard(browser, page))?.text, WAIT).toContain('Baidu, Alibaba and Tencent');
    expect(await callInPage(page, countHighlighted)).toBe(1); // the SaaS that is lit
    await page.mouse.click(1000, 700);
    await waitUntilClosed(browser, page);
  });

  it('explains a word that is too common to be lit by the key', async () => {
    await select('#everyday');
    await pressCommand(browser, 'open-card');
    await expect.poll(async () => (await readCard(browser, page))?.label, WAIT).toBe('trust');
  });

  it('says in the panel that there is nothing by the key', async () => {
    await select('#nothing');
    await pressCommand(browser, 'open-card');
    await expect
      .poll(readPanel, WAIT)
      .toMatch(/“hippopotamus”\s*Not in your glossaries\.\s*Fewer words[^.]*\.\s*Add “hippopotamus” to your terms/);
    expect(await readCard(browser, page)).toBeNull();
  });

  it('explains what is selected in a field in the panel by the key', async () => {
    await selectAllIn('#field');
    await pressCommand(browser, 'open-card');
    await expect.poll(readPanel, WAIT).toMatch(/IaaS[\s\S]*Computing power/);
    expect(await readCard(browser, page)).toBeNull();
  });

  it('looks nothing up that is selected in a field for passwords', async () => {
    await selectAllIn('#secret');
    await pressCommand(browser, 'open-card');
    await expect.poll(async () => (await readCard(browser, page))?.label, WAIT).toBe('SaaS'); // the first on screen
    expect((await findExtensionPages(browser)).join()).not.toContain('find=paas');
  });

  it('shows what else the word can mean', async () => {
    await select('#bat');
    await chooseExplain(browser, page, '#bat');
    await expect.poll(readPanel, WAIT).toMatch(/Other senses\s*British American Tobacco/);
  });

  it('suggests terms in the address bar, and opens the one that is typed', async () => {
    const suggestions = await typeAfterKeyword(browser, 'cloud');
    await expect
      .poll(async () => (await suggestions()).join('\n'), WAIT)
      .toMatch(/cloud.*Computers in somebody.*\n.*cloud computing/);
    await enterAfterKeyword(browser, 'cloud');
    await expect.poll(readPanel, WAIT).toMatch(/cloud.*Computers in somebody/s);
  });

  it('explains in the panel, and adds nothing to the page, where the site is switched off', async () => {
    await openCard(browser, page, 'SaaS');
    await clickInCard(browser, page, 'More');
    await clickInCard(browser, page, 'Not on this site');
    await expect.poll(() => callInPage(page, countHighlighted), WAIT).toBe(0);
    await select('#lit');
    await pressCommand(browser, 'open-card');
    await expect.poll(readPanel, WAIT).toContain('Software rented over the Internet');
    expect(await callInPage(page, () => document.querySelector('termlight-card'))).toBeNull();
  });
});

// Runs in the page.
function countHighlighted(): number {
  return [...CSS.highlights]
    .filter(([name]) => name.startsWith('termlight'))
    .reduce((sum, [, { size }]) => sum + size, 0);
}
