// Brings Termlight into the states worth a picture: a lit page, a card, the side panel, the popup.
import type { ElementHandle, Page } from 'puppeteer-core';
import { callInPage, waitInPage } from './in-page.ts';
import type { TermlightBrowser } from './launch.ts';
import { locateLit } from './lit-texts.ts';

export const PANEL_SIZE = { width: 400, height: 900 };
export const POPUP_WIDTH = 380;

const WAIT_MS = 10_000;
const DIALOG = '::-p-aria([role="dialog"])';

/** Moves the pointer onto a lit text, as a reader would, and waits until assistive technology is told of the card. */
export async function openCard(page: Page, text: string): Promise<ElementHandle> {
  const point = await locateLit(page, text);
  if (!point) throw new Error(`“${text}” is not lit`);
  await page.mouse.move(point.x - 40, point.y - 40);
  await page.mouse.move(point.x, point.y, { steps: 4 });
  const host = await page.waitForSelector('termlight-card', { timeout: WAIT_MS });
  const dialog = await host?.waitForSelector(DIALOG, { visible: true, timeout: WAIT_MS });
  if (!dialog) throw new Error('no card opened');
  await finishAnimations(page);
  return dialog as ElementHandle;
}

/** Clicks the card's button with this accessible name. The card's root is closed: it is found as assistive technology finds it. */
export async function clickCardButton(card: ElementHandle, name: string): Promise<void> {
  const button = await card.$(`::-p-aria(${name}[role="button"])`);
  if (!button) throw new Error(`the card has no button “${name}”`);
  await button.click();
}

/** Opens the side panel through the open card, and waits until it shows a term. */
export async function openPanelFromCard(termlight: TermlightBrowser, card: ElementHandle): Promise<Page> {
  await clickCardButton(card, 'All quotes');
  const target = await termlight.browser.waitForTarget((candidate) => candidate.url().includes('sidepanel.html'), {
    timeout: WAIT_MS,
  });
  const panel = await target.asPage();
  await termlight.dress(panel, PANEL_SIZE);
  await panel.waitForSelector('blockquote', { timeout: WAIT_MS });
  return panel;
}

/** Opens the toolbar popup over the page in front, types a query if one is given, and waits for results. */
export async function openPopup(termlight: TermlightBrowser, query: string): Promise<Page> {
  const workerTarget = await termlight.browser.waitForTarget((candidate) => candidate.type() === 'service_worker');
  await (await workerTarget.worker())?.evaluate('chrome.action.openPopup()');
  const target = await termlight.browser.waitForTarget((candidate) => candidate.url().includes('popup.html'), {
    timeout: WAIT_MS,
  });
  const popup = await target.asPage();
  await termlight.dress(popup, { width: POPUP_WIDTH, height: 600 });
  await popup.waitForSelector('[role="combobox"]', { timeout: WAIT_MS });
  if (query) {
    await popup.type('[role="combobox"]', query);
    await popup.waitForSelector('[role="option"]', { timeout: WAIT_MS });
  }
  await fitHeight(termlight, popup, POPUP_WIDTH);
  return popup;
}

/** Gives a page the height of what it holds. */
export async function fitHeight(termlight: TermlightBrowser, page: Page, width: number): Promise<void> {
  const height = await callInPage(page, () => Math.ceil(document.body.getBoundingClientRect().bottom));
  await termlight.dress(page, { width, height: Math.max(height, 100) });
}

/** Waits until fonts are loaded and nothing moves any more, so that a picture is the same every time. */
export async function finishAnimations(page: Page): Promise<void> {
  await callInPage(page, () => document.fonts.ready.then(() => true));
  await waitInPage(page, 'the end of all animations', () => document.getAnimations().every(isAtRest), []);

  function isAtRest({ playState }: Animation): boolean {
    return playState === 'finished' || playState === 'idle';
  }
}
