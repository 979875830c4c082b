// The page that is shown once, at installation: its terms are lit and explained as on any page.
import { afterEach, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { litTexts } from '../../scripts/lit-texts.ts';
import { findExtensionPage } from '../../scripts/pictures.ts';
import { pointAt, readCard, waitUntilClosed } from './card.ts';
import { evaluateInFirefoxPage, findExtensionPages, openFirefoxPage } from './extension-pages.ts';
import { extensionDirOf, startBrowser, type TestBrowser } from './harness.ts';

const FILE = 'welcome.html';

let browser: TestBrowser;
afterEach(() => browser?.close());

it.each([
  ['en-US', ['IaaS', 'PaaS', 'SaaS', 'public cloud'], 'AI'],
  ['zh-CN', ['IaaS', 'PaaS', 'SaaS', '公有云'], '人工智能'],
])('is read like any page, in %s', async (lang, texts, unlit) => {
  browser = await startBrowser('Chromium', { firstRun: true, lang });
  const page = await findExtensionPage(browser, FILE);
  await page.bringToFront();
  await expect.poll(() => litTexts(page), { timeout: 15_000 }).toEqual(texts);
  await pointAt(page, 'SaaS');
  await expect.poll(async () => (await readCard(browser, page))?.label, { timeout: 10_000 }).toBe('SaaS');
  await page.keyboard.press('Escape');
  await waitUntilClosed(browser, page);
  const { x, y } = await callInPage(page, findText, unlit);
  await page.keyboard.down('Shift');
  await page.mouse.move(x, y, { steps: 3 });
  await expect.poll(async () => (await readCard(browser, page))?.label, { timeout: 10_000 }).toBe('AI');
  await page.keyboard.up('Shift');
});

it('is read in Firefox', async () => {
  browser = await startBrowser('Firefox');
  await openFirefoxPage(browser, FILE);
  const isLit = () => evaluateInFirefoxPage(browser, FILE, "content.CSS.highlights.get('termlight')?.size");
  await expect.poll(isLit, { timeout: 15_000 }).toBe('4');
});

it('is not opened again when the extension is loaded anew', async () => {
  browser = await startBrowser('Chromium'); // which has closed it
  await browser.browser.installExtension(extensionDirOf('Chromium'));
  const page = await browser.openFixture('keyboard.html');
  await expect.poll(() => litTexts(page), { timeout: 15_000 }).toEqual(['SaaS', 'PaaS', 'IaaS']);
  expect(await findExtensionPages(browser)).toEqual([]);
});

/** The middle of a text in the sample. Runs in the page. */
function findText(text: string): { x: number; y: number } {
  const node = document.querySelector('.welcome-text')?.firstChild as Text;
  const at = node.data.indexOf(text);
  const range = document.createRange();
  range.setStart(node, at);
  range.setEnd(node, at + text.length);
  const { x, y, width, height } = range.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}
