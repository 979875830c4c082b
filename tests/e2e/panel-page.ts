// The side panel's page, opened in a tab and used by the keyboard, or beside a page, in Chromium and in Firefox alike.
import type { Page } from 'puppeteer-core';
import { vi } from 'vitest';
import { findExtensionPage, showThisPage } from '../../scripts/pictures.ts';
import { clickInCard, openCard } from './card.ts';
import {
  closeFirefoxPage,
  evaluateInFirefoxPage,
  findExtensionPages,
  openFirefoxPage,
  openFirefoxSidebar,
  pressKeysInFirefox,
} from './extension-pages.ts';
import type { TestBrowser } from './harness.ts';

const FILE = 'sidepanel.html';
const WAIT = { timeout: 15_000, interval: 50 };

/** The panel's page under test. */
export interface PanelPage {
  /** Opens one of its views, by the query of its address. */
  show(query: string): Promise<void>;
  /** What an expression gives there, as text; it may name `document` and nothing else of the page. */
  evaluate(expression: string): Promise<string>;
  /** What can be read there. */
  text(): Promise<string>;
  /** The text of what has the focus. */
  focused(): Promise<string>;
  /** Gives the focus to what a selector finds, once it is there, and presses Enter. */
  use(selector: string): Promise<void>;
  press(key: string): Promise<void>;
  /** Chromium's page, for what only puppeteer can do. */
  readonly page: Page | null;
}

/** What an expression gives in the panel that is open, or in the window that stands in for it, as text; empty where none is. */
export async function evaluateInOpenPanel(browser: TestBrowser, expression: string): Promise<string> {
  const { length } = await findExtensionPages(browser);
  if (!length) return '';
  if (browser.name === 'Firefox')
    return evaluateInFirefoxPage(browser, FILE, expression.replaceAll('document', 'content.document'));
  return String(await (await findExtensionPage(browser, FILE)).evaluate(expression));
}

/** Presses keys there, one after another; the focus is there. */
export async function pressInOpenPanel(browser: TestBrowser, keys: readonly string[]): Promise<void> {
  if (browser.name === 'Firefox') return pressKeysInFirefox(browser, keys);
  const panel = await findExtensionPage(browser, FILE);
  for (const key of keys) await panel.keyboard.press(key as 'Tab');
}

/** Opens the page in a tab in front. */
export async function openPanelPage(browser: TestBrowser): Promise<PanelPage> {
  const page = browser.name === 'Firefox' ? null : await browser.openPage(browser.extensionOrigin + FILE);
  const evaluate = async (expression: string) =>
    page ? String(await page.evaluate(expression)) : evaluateInFirefoxDocument(browser, expression);
  const press = async (key: string) => {
    if (page) await page.keyboard.press(key as 'Enter');
    else await pressKeysInFirefox(browser, [key]);
  };
  return {
    page,
    evaluate,
    press,
    async show(query) {
      if (page) await page.goto(browser.extensionOrigin + FILE + query);
      else {
        await closeFirefoxPage(browser, FILE);
        await openFirefoxPage(browser, FILE + query);
      }
      await vi.waitUntil(() => evaluate('document.querySelector("h1")?.textContent ?? ""'), WAIT);
    },
    text: () => evaluate('document.querySelector("main")?.innerText ?? ""'),
    focused: () => evaluate('document.activeElement.innerText'),
    async use(selector) {
      const found = `document.querySelector(${JSON.stringify(selector)})`;
      await vi.waitUntil(async () => (await evaluate(`${found} !== null`)) === 'true', WAIT);
      await evaluate(`${found}.focus()`);
      await press('Enter');
    },
  };
}

/** Opens the panel beside a page, with the terms of the page, of which one is named: Chromium's by its card. */
export async function openPanelBeside(
  browser: TestBrowser,
  page: Page,
  term: string,
): Promise<Pick<PanelPage, 'evaluate'>> {
  if (browser.name === 'Firefox') {
    await openFirefoxSidebar(browser);
    return { evaluate: (expression) => evaluateInFirefoxDocument(browser, expression) };
  }
  await openCard(browser, page, term);
  await clickInCard(browser, page, 'All quotes');
  const panel = await findExtensionPage(browser, FILE);
  await showThisPage(panel);
  return { evaluate: async (expression) => String(await panel.evaluate(expression)) };
}

function evaluateInFirefoxDocument(browser: TestBrowser, expression: string): Promise<string> {
  return evaluateInFirefoxPage(browser, FILE, expression.replaceAll('document', 'content.document'));
}
