// Draws the icon's PNGs from its SVG: `npx tsx scripts/icons.ts` after every change to public/icons/icon.svg.
import { readFileSync, writeFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { findChromium } from './browsers.mjs';

const ICONS_DIR = new URL('../public/icons/', import.meta.url);
const SIZES = [16, 32, 48, 128]; // px

const svg = readFileSync(new URL('icon.svg', ICONS_DIR), 'utf8');
const browser = await puppeteer.launch({
  executablePath: findChromium() ?? undefined,
  pipe: true,
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`);
  writeFileSync(new URL(`${size}.png`, ICONS_DIR), await page.screenshot({ omitBackground: true }));
}
await browser.close();
