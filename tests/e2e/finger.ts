// A finger, or a pen, on the page, in Chromium and in Firefox: real events, from which the browser makes taps and scrolling.
import type { Page } from 'puppeteer-core';
import { sendBidi } from './bidi.ts';
import type { TestBrowser } from './harness.ts';

const SWIPE_STEPS = 8;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Puts a finger down at a place of the viewport (CSS pixels) and lifts it. */
export function tapAt(browser: TestBrowser, page: Page, point: Point): Promise<void> {
  return touch(browser, page, [point]);
}

/** Puts a finger down, moves it up or down by so many pixels, and lifts it. */
export function swipe(browser: TestBrowser, page: Page, { x, y }: Point, by: number): Promise<void> {
  const steps = [...Array(SWIPE_STEPS + 1).keys()];
  const path = steps.map((step) => ({ x, y: y + (by * step) / SWIPE_STEPS }));
  return touch(browser, page, path);
}

/** Taps with a pen that the page has not seen before, since it was too far away. Only in Chromium: Firefox has none for tests. */
export async function tapWithPen(page: Page, point: Point): Promise<void> {
  const session = await page.createCDPSession();
  const pen = { ...point, pointerType: 'pen', button: 'left', clickCount: 1 } as const;
  await session.send('Input.dispatchMouseEvent', { ...pen, type: 'mousePressed', buttons: 1 });
  await session.send('Input.dispatchMouseEvent', { ...pen, type: 'mouseReleased' });
  await session.detach();
}

async function touch({ name, browser }: TestBrowser, page: Page, path: readonly Point[]): Promise<void> {
  const [first, ...rest] = path.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
  if (!first) return;
  if (name === 'Firefox') {
    // Puppeteer's own finger has a pressure, which Firefox refuses.
    const move = (point: Point) => ({ type: 'pointerMove', ...point });
    await sendBidi(browser, 'input.performActions', {
      context: (page.mainFrame() as unknown as { _id: string })._id,
      actions: [
        {
          type: 'pointer',
          id: 'finger',
          parameters: { pointerType: 'touch' },
          actions: [
            move(first),
            { type: 'pointerDown', button: 0 },
            ...rest.map(move),
            { type: 'pointerUp', button: 0 },
          ],
        },
      ],
    });
    return;
  }
  const finger = await page.touchscreen.touchStart(first.x, first.y);
  for (const { x, y } of rest) await finger.move(x, y);
  await finger.end();
}
