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
  return (await measureLooks(page, [selector]))[0] as Look;
}

/** The same of several at the same moment: one picture has them all. */
export async function measureLooks(page: Page, selectors: readonly string[]): Promise<Look[]> {
  const boxes = await callInPage(page, readBoxes, selectors);
  return measureClips(
    page,
    boxes.map(({ x, y, width, height }) => ({ x: x - 4, y, width: width + 4, height: height + 4 })),
  );
}

/** The same of a part of the viewport, in CSS pixels, which has 4 px of ground at its left. */
export async function measureClip(page: Page, clip: ScreenshotClip): Promise<Look> {
  return (await measureClips(page, [clip]))[0] as Look;
}

async function measureClips(page: Page, clips: readonly ScreenshotClip[]): Promise<Look[]> {
  const x = Math.min(...clips.map((clip) => clip.x));
  const y = Math.min(...clips.map((clip) => clip.y));
  const width = Math.max(...clips.map((clip) => clip.x + clip.width)) - x;
  const height = Math.max(...clips.map((clip) => clip.y + clip.height)) - y;
  const clip = { x, y, width, height };
  const picture = await page.screenshot({ clip, encoding: 'base64', captureBeyondViewport: false });
  return callInPage(page, measure, picture, clip, clips);
}

// The functions below run in the page: each stands for itself.

function readBoxes(selectors: readonly string[]): ScreenshotClip[] {
  return selectors.map((selector) => {
    const range = document.createRange();
    const element = document.querySelector(selector) as Element;
    range.selectNodeContents(element.shadowRoot ?? element);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
  });
}

/** Of a picture of words, and where each is in it: 4 px of ground at its left and below it. */
async function measure(picture: string, whole: ScreenshotClip, clips: readonly ScreenshotClip[]): Promise<Look[]> {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.drawImage(image, 0, 0);
  const scale = image.width / whole.width;
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
  const commonest = (colours: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
    return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
  };
  return clips.map((clip): Look => {
    const left = Math.round((clip.x - whole.x) * scale);
    const top = Math.round((clip.y - whole.y) * scale);
    const width = Math.min(Math.round(clip.width * scale), image.width - left);
    const height = Math.min(Math.round(clip.height * scale), image.height - top);
    const { data } = context.getImageData(left, top, width, height);
    const colourAt = (x: number, y: number) => [...data.slice((y * width + x) * 4, (y * width + x) * 4 + 3)].join();
    const pixelsIn = (from: number, high: number, low: number) => {
      const rows = Array.from({ length: Math.ceil(low - Math.ceil(high)) }, (_, row) => Math.ceil(high) + row);
      return rows.flatMap((y) => Array.from({ length: width - from }, (_, column) => colourAt(from + column, y)));
    };
    const margin = 4;
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
  });
}
