// Lets a page draw.
import type { Page } from 'puppeteer-core';
import { callInPage } from '../../scripts/in-page.ts';

/** Waits until the page, which must be seen, has drawn so many frames. */
export function passFrames(page: Page, count: number): Promise<void> {
  return callInPage(
    page,
    async (total: number) => {
      for (let drawn = 0; drawn < total; drawn++) await new Promise(requestAnimationFrame);
    },
    count,
  );
}
