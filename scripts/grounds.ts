// Lays the demo article on other grounds than its own: a card has its theme from the reader, not from the page.
import type { Page } from 'puppeteer-core';

/** The article's colours on each ground, as declarations for its root. */
export const GROUNDS = {
  paper: '--paper: #ffffff; --ink: #1c1c1c; --faint: #5c5c5c; --rule: #dddddd; --accent: #b3261e; --panel: #f4f4f4',
  night: '--paper: #121417; --ink: #e6e6e6; --faint: #a8adb3; --rule: #33383d; --accent: #ff9e80; --panel: #1c2024',
  blue: '--paper: #0b3d91; --ink: #ffffff; --faint: #c9d8f5; --rule: #3f69b3; --accent: #ffd166; --panel: #12499f',
} as const;

/** The name of a ground. */
export type Ground = keyof typeof GROUNDS;

/** Lays the article that is open on a ground. */
export async function layOn(page: Page, ground: Ground): Promise<void> {
  await page.addStyleTag({ content: `:root { ${GROUNDS[ground]} } html { background: var(--paper) }` });
}
