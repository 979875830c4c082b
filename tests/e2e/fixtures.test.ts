// Every page fixture, in Chromium and in Firefox: what it says must be lit is lit, before and after it acts.
import { readdirSync, readFileSync } from 'node:fs';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { litTexts } from '../../scripts/lit-texts.ts';
import { BROWSERS, startBrowser, type TestBrowser } from './harness.ts';

const PAGES_DIR = new URL('../fixtures/pages/', import.meta.url);

interface Expected {
  readonly lit: readonly string[];
  readonly thenLit?: readonly string[];
}

/** Documents that cannot hold their own expectation. */
const OTHER_DOCUMENTS: Readonly<Record<string, Expected>> = {
  'plain.txt': { lit: ['SaaS', 'public cloud'] },
  'page.xhtml': { lit: ['SaaS', 'PaaS', 'IaaS'] },
  'image.svg': { lit: [] },
  'data.json': { lit: [] },
};

function readExpected(name: string): Expected {
  const [, json] = /id="expected">(.*?)<\/script>/s.exec(readFileSync(new URL(name, PAGES_DIR), 'utf8')) ?? [];
  const expected = json ? (JSON.parse(json) as Expected) : OTHER_DOCUMENTS[name];
  if (!expected) throw new Error(`${name}: says nowhere what must be lit`);
  return expected;
}

describe.each(BROWSERS)('in %s', (name) => {
  let browser: TestBrowser;
  let page: Page;
  beforeAll(async () => {
    browser = await startBrowser(name);
    page = await browser.openBlankPage();
  });
  afterAll(() => browser?.close());

  it.each(readdirSync(PAGES_DIR))('%s', async (fixture) => {
    const expected = readExpected(fixture);
    await page.goto(browser.server.urlOf(fixture));
    const before = await callInPage(page, readMarkup);
    await expectLit(page, expected.lit);
    expect(await callInPage(page, readMarkup)).toBe(before);
    if (!expected.thenLit) return;
    await callInPage(page, () => (window as unknown as { act(): void }).act());
    await expectLit(page, expected.thenLit);
  });
});

/** Waits until exactly this is lit, and sees that it stays so once everything has been read. */
async function expectLit(page: Page, expected: readonly string[]): Promise<void> {
  await expect.poll(() => litInFrames(page), { timeout: 10_000, interval: 30 }).toEqual(expected);
  if (!(await callInPage(page, addMark))) return;
  await expect.poll(() => litInFrames(page), { timeout: 10_000, interval: 30 }).toContain('freemium');
  expect((await litInFrames(page)).filter((text) => text !== 'freemium')).toEqual(expected);
  await callInPage(page, removeMark);
}

async function litInFrames(page: Page): Promise<string[]> {
  const lit = await Promise.all(page.frames().map((frame: Frame) => litTexts(frame)));
  return lit.flat();
}

// The functions below run in the page.

function readMarkup(): string {
  return document.documentElement.outerHTML;
}

/** A document without a body has no place for the mark. */
function addMark(): boolean {
  if (!(document.body instanceof HTMLElement) || document.contentType === 'application/json') return false;
  const mark = document.createElement('p');
  mark.id = 'mark-of-the-test';
  mark.textContent = 'freemium';
  (document.querySelector('dialog:modal') ?? document.body).append(mark);
  return true;
}

function removeMark(): void {
  document.getElementById('mark-of-the-test')?.remove();
}
