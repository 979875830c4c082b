// The panel's list of this page's terms: narrowed down by a field, and marked with what the reader has seen and saved.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { findExtensionPage, showThisPage } from '../../scripts/pictures.ts';
import { findFaults } from './axe.ts';
import { clickInCard, openCard } from './card.ts';
import { startBrowser, type TestBrowser } from './harness.ts';

const WAIT = { timeout: 15_000, interval: 50 };
const TEXT = 'DingTalk, quantum computing, the Internet of Things, facial recognition, the public cloud and SaaS.';

let browser: TestBrowser;

beforeAll(async () => {
  browser = await startBrowser('Chromium');
});
afterAll(() => browser?.close());

it('is narrowed down by any name of a term, and says what is seen and saved', async () => {
  const page = await browser.openFixture('added.html');
  await callInPage(page, (text) => document.body.append(text), TEXT);
  await waitUntilTextLit(page, 'DingTalk');
  await openCard(browser, page, 'DingTalk');
  await clickInCard(browser, page, 'All quotes');
  const panel = await findExtensionPage(browser, 'sidepanel.html');
  await (await panel.waitForSelector('.save-button[aria-pressed="false"]'))?.click();
  await panel.waitForSelector('.save-button[aria-pressed="true"]');
  await showThisPage(panel);
  const rows = () =>
    panel.$$eval('.page-term', (terms) =>
      terms.map((term) => [...term.children].slice(0, -1).map(({ textContent }) => textContent)),
    );
  await expect.poll(rows, WAIT).toContainEqual(['DingTalk', 'saved', 'seen', '1']);
  const all = (await rows()).length;
  expect(all).toBeGreaterThan(5);
  expect((await rows()).filter((row) => row.includes('seen'))).toHaveLength(1);
  expect(await findFaults(panel)).toEqual([]);

  await panel.type('[type="search"]', 'ding talk');
  await expect.poll(async () => (await rows()).map(([label]) => label), WAIT).toEqual(['DingTalk']);
  expect(await panel.$eval('[role="status"].small', ({ textContent }) => textContent)).toBe(`1 of ${all} terms`);
  await callInPage(panel, emptyField);
  await panel.type('[type="search"]', '人脸');
  await expect.poll(async () => (await rows()).map(([label]) => label), WAIT).toEqual(['facial recognition']);
  await page.close();
});

// Runs in the panel's page.
function emptyField(): void {
  document.querySelector<HTMLInputElement>('[type="search"]')?.select();
}
