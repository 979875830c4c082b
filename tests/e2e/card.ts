// Opens, reads and clicks the card as a person does: by the pointer, in Chromium and in Firefox.
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { locateLit } from '../../scripts/lit-texts.ts';
import { callInCard } from './closed-root.ts';
import type { TestBrowser } from './harness.ts';

const WAIT = { timeout: 10_000, interval: 30 };

/** What an open card shows and offers. */
export interface CardReading {
  /** Its accessible name. */
  readonly label: string;
  /** Its accessible description. */
  readonly description: string;
  readonly text: string;
  /** The accessible names of its buttons that can be seen, in their order. */
  readonly buttons: readonly string[];
}

/** Moves the pointer onto the first lit occurrence with this text. Opens nothing by itself. */
export async function pointAt(page: Page, text: string): Promise<void> {
  const point = await locateLit(page, text);
  if (!point) throw new Error(`“${text}” is not lit`);
  await page.mouse.move(point.x, Math.max(0, point.y - 60));
  await callInPage(page, nextFrame); // of several movements in one frame only the last is read
  await page.mouse.move(point.x, point.y, { steps: 3 });
}

/** Points at a lit text and waits for its card. */
export async function openCard(browser: TestBrowser, page: Page, text: string): Promise<CardReading> {
  await pointAt(page, text);
  await expect.poll(() => readCard(browser, page), WAIT).not.toBeNull();
  return (await readCard(browser, page)) as CardReading;
}

/** The card that is open, or `null`. */
export function readCard({ name }: TestBrowser, page: Page): Promise<CardReading | null> {
  return callInCard(name, page, readOpenCard);
}

/** The name of what has the focus, in a card or on the page; empty where nothing has it. */
export async function readFocused({ name }: TestBrowser, page: Page): Promise<string> {
  return (await callInCard(name, page, readFocus)) ?? (await callInPage(page, readPageFocus));
}

/** What was last said to screen readers; empty after a while. */
export async function readSaid({ name }: TestBrowser, page: Page): Promise<string> {
  return (await callInCard(name, page, readStatus)) ?? '';
}

/** Waits until no card is open. */
export async function waitUntilClosed(browser: TestBrowser, page: Page): Promise<void> {
  await expect.poll(() => readCard(browser, page), WAIT).toBeNull();
}

/** Clicks the card's button with this accessible name, with the pointer; of several cards, of the last to open. */
export async function clickInCard(browser: TestBrowser, page: Page, button: string): Promise<void> {
  const { x, y } = await locateInCard(browser, page, button);
  await page.mouse.click(x, y);
}

/** The middle of the card's button with this accessible name, in CSS pixels of the viewport. */
export async function locateInCard(
  { name }: TestBrowser,
  page: Page,
  button: string,
): Promise<{ x: number; y: number }> {
  await expect.poll(() => callInCard(name, page, locateButton, button), WAIT).not.toBeNull();
  return (await callInCard(name, page, locateButton, button)) as { x: number; y: number };
}

// The functions below run in the page: each stands for itself.

/** A page that nobody sees draws none. */
function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => {
    if (document.hidden) resolve(null);
    else requestAnimationFrame(() => requestAnimationFrame(resolve));
  });
}

function readOpenCard(root: ShadowRoot): CardReading | null {
  const dialogs = [...root.querySelectorAll<HTMLElement>('[role="dialog"]')];
  const dialog = dialogs.findLast((candidate) => candidate.checkVisibility({ visibilityProperty: true }));
  if (!dialog) return null;
  const buttons = [...dialog.querySelectorAll('button')].filter((button) => button.checkVisibility());
  return {
    label: dialog.getAttribute('aria-label') ?? '',
    description: root.getElementById(dialog.getAttribute('aria-describedby') ?? '')?.innerText ?? '',
    text: dialog.innerText,
    buttons: buttons.map((button) => button.getAttribute('aria-label') ?? button.innerText.trim()),
  };
}

function readStatus(root: ShadowRoot): string {
  return [...root.querySelectorAll('.said[role="status"]:not(:empty)')].at(-1)?.textContent ?? '';
}

function readFocus({ activeElement }: ShadowRoot): string | null {
  return activeElement && (activeElement.ariaLabel ?? (activeElement as HTMLElement).innerText.trim());
}

function readPageFocus(): string {
  const { activeElement, body } = document;
  return activeElement === body ? '' : (activeElement?.ariaLabel ?? activeElement?.textContent ?? '');
}

function locateButton(root: ShadowRoot, name: string): { x: number; y: number } | null {
  const buttons = [...root.querySelectorAll('button')].filter((button) => button.checkVisibility());
  const button = buttons.findLast(
    (candidate) => (candidate.getAttribute('aria-label') ?? candidate.innerText.trim()) === name,
  );
  if (!button) return null;
  const { x, y, width, height } = button.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}
