// What a page has cost, in the popup: all its frames together, and more as the page grows.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { openPopup } from '../../scripts/pictures.ts';
import { startBrowser, type TestBrowser } from './harness.ts';

const MANY = 3000; // paragraphs, which take more than a slice to read

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser('Chromium', { lang: 'en-US' });
});
afterAll(() => browser?.close());

it('is told beside the count, with that of all frames, and grows with what there is to read', async () => {
  const page = await browser.openFixture('keyboard.html');
  await waitUntilTextLit(page, 'SaaS');
  let popup = await openPopup(browser, 'cloud');
  await expect.poll(() => costIn(popup)).toBeGreaterThan(0);
  const alone = await costIn(popup);
  await popup.close();
  await callInPage(page, addFrame, MANY);
  const [, frame] = page.frames();
  if (!frame) throw new Error('there is no frame');
  await waitUntilTextLit(frame, 'SaaS');
  popup = await openPopup(browser, 'cloud');
  await expect.poll(() => costIn(popup)).toBeGreaterThan(alone);
  const together = await costIn(popup);
  await callInPage(page, addParagraphs, MANY);
  await expect.poll(() => costIn(popup), { timeout: 15_000 }).toBeGreaterThan(together);
});

async function costIn(popup: Page): Promise<number> {
  const footer = await callInPage(popup, () => document.querySelector('.popup-footer')?.textContent ?? '');
  return Number(/([\d,]+) ms/.exec(footer)?.[1]?.replace(',', ''));
}

// The functions below run in the page.

function addFrame(count: number): void {
  const frame = document.createElement('iframe');
  frame.srcdoc = '<p>A page of SaaS on a public cloud, beside IaaS.</p>'.repeat(count);
  document.body.append(frame);
}

function addParagraphs(count: number): void {
  document.body.insertAdjacentHTML('beforeend', '<p>A page of SaaS on a public cloud, beside IaaS.</p>'.repeat(count));
}
