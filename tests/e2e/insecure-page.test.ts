// Pages of plain http lack what browsers keep for secure ones; the local pages of the other tests count as secure.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { openCard } from './card.ts';
import { startBrowser, type TestBrowser } from './harness.ts';

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser('Chromium');
});
afterAll(() => browser?.close());

it('lights and explains on a page of plain http', async () => {
  const page = await browser.openBlankPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => void request.respond({ contentType: 'text/html', body: '<p>They sell SaaS.' }));
  await page.goto('http://plain.example/');
  expect(await page.evaluate('isSecureContext')).toBe(false);
  await waitUntilTextLit(page, 'SaaS');
  expect((await openCard(browser, page, 'SaaS')).label).toBe('SaaS');
});
