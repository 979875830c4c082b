// Brings Termlight into the states worth a picture: a lit page, a card, the side panel, the popup.
import type { ElementHandle, Page, ScreenshotOptions, Target } from 'puppeteer-core';
import { callInWorker } from './extension-worker.ts';
import { callInPage, waitForDocument, waitInPage } from './in-page.ts';
import type { TermlightBrowser } from './launch.ts';
import { locateLit } from './lit-texts.ts';

/** As wide as browsers open it. */
export const PANEL_SIZE = { width: 360, height: 900 };

const WAIT_MS = 10_000;
const DIALOG = '::-p-aria([role="dialog"])';

/** Moves the pointer onto a lit text, as a reader would, and waits until assistive technology is told of the card. */
export async function openCard(page: Page, text: string): Promise<ElementHandle> {
  const point = await locateLit(page, text);
  if (!point) throw new Error(`“${text}” is not lit`);
  await page.mouse.move(point.x, Math.max(0, point.y - 60));
  await page.mouse.move(point.x, point.y, { steps: 4 });
  return waitForCard(page);
}

/** Taps a lit text with a finger and waits for the sheet at the bottom of the screen. */
export async function openSheet(page: Page, text: string): Promise<ElementHandle> {
  const point = await locateLit(page, text);
  if (!point) throw new Error(`“${text}” is not lit`);
  await page.touchscreen.tap(point.x, point.y);
  return waitForCard(page);
}

async function waitForCard(page: Page): Promise<ElementHandle> {
  const host = await page.waitForSelector('termlight-card', { timeout: WAIT_MS });
  const dialog = await host?.waitForSelector(DIALOG, { visible: true, timeout: WAIT_MS });
  if (!dialog) throw new Error('no card opened');
  // The page cannot see what moves in a closed shadow root.
  await dialog.evaluate((card) => Promise.all(card.getAnimations({ subtree: true }).map(({ finished }) => finished)));
  return dialog as ElementHandle;
}

/** Clicks the card's button with this accessible name. The card's root is closed: it is found as assistive technology finds it. */
export async function clickCardButton(card: ElementHandle, name: string): Promise<void> {
  const button = await card.waitForSelector(`::-p-aria(${name}[role="button"])`, { visible: true, timeout: WAIT_MS });
  await button?.click();
}

/**
 * Opens the side panel by the card's button, whose name is in the language of the browser, and waits until it shows
 * the quotations of a term.
 */
export async function openPanelFromCard(
  termlight: TermlightBrowser,
  card: ElementHandle,
  buttonName = 'All quotes',
): Promise<Page> {
  await clickCardButton(card, buttonName);
  const panel = await findExtensionPage(termlight, 'sidepanel.html');
  await termlight.dress(panel, PANEL_SIZE);
  await panel.waitForSelector('blockquote', { timeout: WAIT_MS });
  return panel;
}

/** Leads the panel from a term to the list of this page's terms. */
export async function showThisPage(panel: Page): Promise<void> {
  await (await panel.waitForSelector('a[href$="sidepanel.html"]', { timeout: WAIT_MS }))?.click();
  await panel.waitForSelector('.page-terms li', { timeout: WAIT_MS });
}

/** Opens the toolbar popup over the page in front, types a query, and waits for results. It sizes itself. */
export async function openPopup(termlight: TermlightBrowser, query: string): Promise<Page> {
  await callInWorker(termlight.browser, () => {
    return (globalThis as unknown as { chrome: { action: { openPopup(): Promise<void> } } }).chrome.action.openPopup();
  });
  const popup = await findExtensionPage(termlight, 'popup.html');
  await termlight.dress(popup);
  await popup.waitForSelector('[role="combobox"]', { timeout: WAIT_MS });
  await popup.type('[role="combobox"]', query);
  await popup.waitForSelector('[role="option"]', { timeout: WAIT_MS });
  return popup;
}

/** Waits for a page of the extension that opens by itself. */
export async function findExtensionPage(
  termlight: Pick<TermlightBrowser, 'browser' | 'extensionOrigin'>,
  file: string,
): Promise<Page> {
  const address = termlight.extensionOrigin + file;
  const target = await termlight.browser.waitForTarget((candidate) => candidate.url().startsWith(address), {
    timeout: WAIT_MS,
  });
  const page = await pageOf(target);
  await waitForDocument(page, address);
  return page;
}

// A target that is made a page twice answers only as the first one.
const pages = new WeakMap<Target, Promise<Page>>();

function pageOf(target: Target): Promise<Page> {
  const page = pages.get(target) ?? target.asPage();
  pages.set(target, page);
  return page;
}

/** Gives a page the height of what it holds. */
export async function fitHeight(termlight: TermlightBrowser, page: Page, width: number): Promise<void> {
  const height = await callInPage(page, () => Math.ceil(document.body.getBoundingClientRect().bottom));
  await termlight.dress(page, { width, height: Math.max(height, 100) });
}

/**
 * Waits until fonts are loaded, everything that moves but does not move for ever has come to rest, and what has been
 * laid out anew (in another size) is drawn.
 */
export async function finishAnimations(page: Page): Promise<void> {
  await callInPage(page, () => document.fonts.ready.then(() => true));
  await callInPage(page, () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await waitInPage(
    page,
    'the end of all animations',
    () =>
      document.getAnimations().every(({ playState, effect }) => {
        return playState !== 'running' || effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
      }),
    [],
  );
}

const MOST_LOOKS = 5; // a caret that blinks is never twice the same

/** Takes a picture when two in a row are alike: what was just laid out in another size can be half drawn in the first. */
export async function takeDrawn(page: Page, options: ScreenshotOptions): Promise<Uint8Array> {
  await finishAnimations(page);
  let picture = await page.screenshot(options);
  for (let look = 1; look < MOST_LOOKS; look++) {
    const before = picture;
    picture = await page.screenshot(options);
    if (Buffer.compare(before, picture) === 0) break;
  }
  return picture;
}
