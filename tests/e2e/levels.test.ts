// How specialised terms must be to be lit, chosen in the options, at once in a page that is open.
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { litTexts, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { BROWSERS, type TestBrowser, useNewTabs } from './harness.ts';
import { chooseInOptions } from './options-page.ts';

const TEXT = `
  <p>SaaS runs in a public cloud, says the CEO of Google, beside Facebook and Microsoft.</p>
  <p>The trust holds the estate for its beneficiary, and the trustee signs for the settlor.</p>`;
const LIT = {
  'Specialist only': ['SaaS'],
  'General and specialist': ['SaaS', 'public cloud'],
  'All, everyday words too': ['SaaS', 'public cloud', 'CEO', 'Google', 'Facebook', 'Microsoft'],
};

describe.each(BROWSERS)('terms in %s', (name) => {
  let browser: TestBrowser;
  let page: Page;
  useNewTabs(name, async (opened) => {
    browser = opened;
    page = await browser.openFixture('keyboard.html');
    await page.evaluate(`document.body.innerHTML = ${JSON.stringify(TEXT)}`);
    await waitUntilTextLit(page, 'SaaS');
    return page;
  });

  it('are lit from the level on that is chosen, a word that means something else never', async () => {
    for (const choice of ['All, everyday words too', 'Specialist only', 'General and specialist'] as const) {
      await chooseInOptions(browser, choice);
      await page.bringToFront();
      await expect
        .poll(async () => (await litTexts(page)).sort(), { timeout: 15_000 })
        .toEqual([...LIT[choice]].sort());
    }
  });

  it('are lit by that level in pages that are opened afterwards', async () => {
    await chooseInOptions(browser, 'Specialist only');
    await page.bringToFront();
    await page.goto(browser.server.urlOf('keyboard.html'));
    await page.evaluate(`document.body.innerHTML = ${JSON.stringify(TEXT)}`);
    await expect.poll(() => litTexts(page), { timeout: 15_000 }).toEqual(['SaaS']);
  });
});
