// What a lit word looks like on the screen, measured in the pixels of a picture.
import type { Page, ScreenshotClip } from 'puppeteer-core';
import { callInPage } from '../../scripts/in-page.ts';

/** Contrasts as WCAG reckons them, from 1 to 21, and a colour of the screen. */
export interface Look {
  /** The strongest pixel below the letters against the page's ground. */
  readonly line: number;
  /** How many pixels below the letters, of the picture's, have a contrast of 3 at least with the page's ground. */
  readonly lineArea: number;
  /** The strongest pixel of the letters against what is right behind them. */
  readonly letters: number;
  /** What is right behind the letters, as `r,g,b`. */
  readonly behind: string;
  /** The page's ground beside the word. */
  readonly ground: string;
}

/** How an element, or its shadow root, with one word in it, without letters that reach below the line, looks now. */
export async function measureLook(page: Page, selector: string): Promise<Look> {
  const box = await callInPage(page, readBox, selector);
  return measureClip(page, { x: box.x - 4, y: box.y, width: box.width + 4, height: box.height + 4 });
}

/** The same of a part of the viewport, in CSS pixels, which has 4 px of ground at its left. */
export async function measureClip(page: Page, clip: ScreenshotClip): Promise<Look> {
  const picture = await page.screenshot({ clip, encoding: 'base64', captureBeyondViewport: false });
  return callInPage(page, measure, picture);
}

// The functions below run in the page: each stands for itself.

function readBox(selector: string) {
  const range = document.createRange();
  const element = document.querySelector(selector) as Element;
  range.selectNodeContents(element.shadowRoot ?? element);
  const { x, y, width, height } = range.getBoundingClientRect();
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}

/** Of a picture of a word: 4 px of ground at its left and below it. */
async function measure(picture: string): Promise<Look> {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
  const colourAt = (x: number, y: number) => [...data.slice((y * width + x) * 4, (y * width + x) * 4 + 3)].join();
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = colour
      .split(',')
      .map((value) => Number(value) / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: string, other: string) => {
    const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const pixelsIn = (left: number, top: number, bottom: number) => {
    const rows = Array.from({ length: Math.ceil(bottom - Math.ceil(top)) }, (_, row) => Math.ceil(top) + row);
    return rows.flatMap((y) => Array.from({ length: width - left }, (_, column) => colourAt(left + column, y)));
  };
  const commonest = (colours: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
    return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
  };
  const margin = Math.ceil((width / image.width) * 4);
  const word = height - margin;
  const ground = colourAt(0, Math.round(height / 2));
  const letters = pixelsIn(margin * 4, word * 0.2, word * 0.8);
  const behind = commonest(pixelsIn(margin * 4, word * 0.1, word * 0.2)) ?? ground;
  const below = pixelsIn(margin * 4, word * 0.88, height).map((colour) => contrast(colour, ground));
  return {
    line: Math.max(...below),
    lineArea: below.filter((strength) => strength >= 3).length,
    letters: Math.max(...letters.map((colour) => contrast(colour, behind))),
    behind,
    ground,
  };
}
