// What Firefox does in its own way: quotations in a window of their own, and the popup's way to the sidebar.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { clickInCard, openCard, readCard } from './card.ts';
import {
  evaluateInFirefoxPage,
  openFirefoxPage,
  openFirefoxSidebar,
  pressKeysInFirefox,
  readFirefoxPage,
} from './extension-pages.ts';
import { startBrowser, type TestBrowser } from './harness.ts';

const WAIT = { timeout: 15_000, interval: 100 };

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

it('shows what Hu said about a term in a window, from the card on', async () => {
  const page = await browser.openFixture('keyboard.html');
  await waitUntilTextLit(page, 'SaaS');
  await openCard(browser, page, 'SaaS');
  await expect.poll(async () => (await readCard(browser, page))?.text, WAIT).toMatch(/Alt\+Shift\+L/);
  await clickInCard(browser, page, 'All quotes');
  const shown = () => readFirefoxPage(browser, 'sidepanel.html?term=hu-xiaoming-2017%2Fsaas');
  await expect.poll(shown, WAIT).toContain('traditional companies would have more opportunities.');
  expect(await shown()).toContain('Industrial cloud is a pseudo proposition');
});

it('lists this page’s terms in the sidebar, narrows them down, and goes to each, also where it is folded away', async () => {
  const page = await browser.openFixture('added.html');
  await callInPage(page, fillPage);
  await waitUntilTextLit(page, 'SaaS');
  await openFirefoxSidebar(browser);
  const inSidebar = (expression: string) => evaluateInFirefoxPage(browser, 'sidepanel.html', expression);
  const rows = () =>
    inSidebar('[...content.document.querySelectorAll(".page-term")].map((term) => term.innerText).join()');
  await expect.poll(rows, WAIT).toMatch(/SaaS.*public cloud.*lit 1 time.*quantum computing\s*1 in a closed section/s);
  await inSidebar('content.document.querySelector("[type=search]").focus()');
  await pressKeysInFirefox(browser, [...'quantum']);
  await expect.poll(rows, WAIT).toMatch(/^quantum computing\s*1 in a closed section$/);
  await inSidebar('content.document.querySelector(".page-term").focus()');
  await pressKeysInFirefox(browser, ['Enter']);
  await expect.poll(() => callInPage(page, isSummaryOnScreen), WAIT).toBe(true);
  expect(await page.$('details[open]')).toBeNull();
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
