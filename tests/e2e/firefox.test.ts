// What Firefox does in its own way: quotations in a window of their own, the popup's way to the sidebar, its toolbar button.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { litTexts, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { clickInCard, openCard, readCard, waitUntilClosed } from './card.ts';
import {
  evaluateInFirefoxPage,
  findExtensionPages,
  openFirefoxPage,
  openFirefoxPopup,
  openFirefoxSidebar,
  pressKeysInFirefox,
  readFirefoxBadge,
  readFirefoxPage,
} from './extension-pages.ts';
import { startBrowser, type TestBrowser } from './harness.ts';
import { openInFirefoxWindow } from './private-window.ts';

const WAIT = { timeout: 15_000, interval: 100 };
const PANEL = 'sidepanel.html';
const PAGE_TERMS = '[...content.document.querySelectorAll(".page-term")].map((term) => term.innerText).join()';

let browser: TestBrowser;
beforeEach(async () => {
  browser = await startBrowser('Firefox'); // anew: keys go to the window in front
});
afterEach(() => browser?.close());

it('opens a misspelt term from the popup with Enter', async () => {
  await openFirefoxPage(browser, 'popup.html');
  await expect.poll(() => readFirefoxPage(browser, 'popup.html'), WAIT).toContain('Options');
  await pressKeysInFirefox(browser, [...'allyun']);
  await expect.poll(() => readFirefoxPage(browser, 'popup.html'), WAIT).toContain('founded in 2009');
  await pressKeysInFirefox(browser, ['Enter']);
  await expect.poll(() => readFirefoxPage(browser, 'sidepanel.html'), WAIT).toMatch(/Aliyun.*founded in 2009/s);
  expect(browser.outsideRequests).toEqual([]);
});

it('shows what Hu said about terms in a window, one after another, and the terms of the page in front', async () => {
  const page = await browser.openFixture('keyboard.html');
  await waitUntilTextLit(page, 'SaaS');
  await openCard(browser, page, 'SaaS');
  await expect.poll(async () => (await readCard(browser, page))?.text, WAIT).toMatch(/Alt\+Shift\+L/);
  await clickInCard(browser, page, 'All quotes');
  const shown = () => readFirefoxPage(browser, 'sidepanel.html?term=hu-xiaoming-2017%2Fsaas');
  await expect.poll(shown, WAIT).toContain('traditional companies would have more opportunities.');
  expect(await shown()).toContain('Industrial cloud is a pseudo proposition');
  expect(await findExtensionPages(browser)).toHaveLength(1);

  await page.mouse.move(0, 0);
  await waitUntilClosed(browser, page);
  await openCard(browser, page, 'PaaS');
  await clickInCard(browser, page, 'All quotes');
  await expect.poll(() => readFirefoxPage(browser, PANEL), WAIT).toMatch(/PaaS.*platform/s);
  expect(await findExtensionPages(browser)).toHaveLength(1);
  const rows = () => evaluateInFirefoxPage(browser, PANEL, PAGE_TERMS);
  await evaluateInFirefoxPage(browser, PANEL, 'content.document.querySelector(".panel-nav li a").click()');
  await expect.poll(rows, WAIT).toMatch(/SaaS.*PaaS/s);
  const other = await openInFirefoxWindow(browser, 'look-up.html');
  await expect.poll(rows, WAIT).toMatch(/^SaaS/);
  await expect.poll(rows, WAIT).not.toContain('PaaS');
  await other.close();
});

it('lists this page’s terms in the sidebar, narrows them down, and goes to each, also where it is folded away', async () => {
  const page = await browser.openFixture('added.html');
  await callInPage(page, fillPage);
  await waitUntilTextLit(page, 'SaaS');
  await openFirefoxSidebar(browser);
  const inSidebar = (expression: string) => evaluateInFirefoxPage(browser, PANEL, expression);
  const rows = () => inSidebar(PAGE_TERMS);
  await expect.poll(rows, WAIT).toMatch(/SaaS.*public cloud.*lit 1 time.*quantum computing\s*1 in a closed section/s);
  await inSidebar('content.document.querySelector("[type=search]").focus()');
  await pressKeysInFirefox(browser, [...'quantum']);
  await expect.poll(rows, WAIT).toMatch(/^quantum computing\s*1 in a closed section$/);
  await inSidebar('content.document.querySelector(".page-term").focus()');
  await pressKeysInFirefox(browser, ['Enter']);
  await expect.poll(() => callInPage(page, isSummaryOnScreen), WAIT).toBe(true);
  expect(await page.$('details[open]')).toBeNull();
});

it('tells in the popup over a page what it has cost, and switches its site off and on; the number on the button follows', async () => {
  const page = await browser.openFixture('keyboard.html');
  await waitUntilTextLit(page, 'SaaS');
  const badge = () => readFirefoxBadge(browser);
  await expect.poll(badge, WAIT).toBe('3');
  await openFirefoxPopup(browser);
  await expect.poll(() => readFirefoxPage(browser, 'popup.html'), WAIT).toMatch(/3 terms on this page.*\d ms/s);
  const flip = () =>
    evaluateInFirefoxPage(browser, 'popup.html', 'content.document.querySelector("[role=switch]").click()');
  await flip();
  await expect.poll(() => litTexts(page), WAIT).toEqual([]);
  await expect.poll(badge, WAIT).toBe('');
  await flip();
  await expect.poll(() => litTexts(page), WAIT).toEqual(['SaaS', 'PaaS', 'IaaS']);
  await expect.poll(badge, WAIT).toBe('3');
});

// The functions below run in the page.

/** Terms enough for a filter, and closed details far below. */
function fillPage(): void {
  document.body.innerHTML = `<p>SaaS, public cloud, DingTalk, freemium, facial recognition, Taobao</p>
    <p style="height: 3000px"></p><details><summary>More</summary>quantum computing</details>`;
}

function isSummaryOnScreen(): boolean {
  const { top = -1, bottom = 0 } = document.querySelector('summary')?.getBoundingClientRect() ?? {};
  return top >= 0 && bottom <= innerHeight;
}
