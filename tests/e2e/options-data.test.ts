// All of a reader's data in the options: found by a search, saved, reset, loaded, and put back, with pages that follow.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { litTexts, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { type TestBrowser, useNewTabs } from './harness.ts';

const PAGE = 'keyboard.html';
const LIT = ['SaaS', 'PaaS', 'IaaS'];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'termlight-data-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the options', () => {
  let browser: TestBrowser;
  let options: Page;
  let page: Page;
  useNewTabs('Chromium', async (opened) => {
    browser = opened;
    options = await browser.openPage(`${browser.extensionOrigin}options.html`);
    await options.waitForSelector('[role="radiogroup"]');
    return options;
  });
  beforeEach(async () => {
    await page?.close();
    page = await browser.openFixture(PAGE);
    await waitUntilTextLit(page, 'SaaS');
    await options.bringToFront();
  });

  const click = async (name: string) => (await options.waitForSelector(`::-p-aria(${name}[role="button"])`))?.click();
  const expectLit = async (texts: readonly string[]) => {
    await page.bringToFront();
    await expect.poll(() => litTexts(page), { timeout: 15_000 }).toEqual(texts);
    await options.bringToFront();
  };
  const outcome = () => callInPage(options, () => document.querySelector('.outcome')?.textContent ?? '');
  const load = async (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    await ((await options.$('[type="file"]')) as ElementHandle<HTMLInputElement>).uploadFile(join(folder, name));
  };
  const switchOff = async (site: string) => {
    const field = await options.waitForSelector('::-p-aria(Switch a site off)');
    await field?.type(`${site}\n`);
    await options.waitForSelector(`::-p-aria(Remove ${site})`);
  };

  it('are found by what stands in them', async () => {
    const headings = () => callInPage(options, readShownHeadings);
    const all = await headings();
    await options.type('[type="search"]', 'shift held');
    expect(await headings()).toEqual(['How much is lit', 'Opening a card']);
    await options.type('[type="search"]', ' zebra');
    expect(await headings()).toEqual([]);
    expect(await callInPage(options, () => document.querySelector('search')?.textContent)).toContain('zebra');
    await options.click('[type="search"]', { count: 3 });
    await options.keyboard.press('Backspace');
    expect(await headings()).toEqual(all);
  });

  it('go back to their beginnings, and back again', async () => {
    await switchOff('127.0.0.1');
    await expectLit([]);
    await click('Reset all options');
    await expectLit(LIT);
    await click('Undo');
    await expectLit([]);
    await click('Remove 127.0.0.1');
    await expectLit(LIT);
  });

  it('are saved to a file, which brings them back', async () => {
    await switchOff('127.0.0.1');
    await callInPage(options, keepSavedFile);
    await click('Save to a file');
    const saved = await callInPage(options, () => (window as unknown as { saved: Promise<string> }).saved);
    await click('Remove 127.0.0.1');
    await expectLit(LIT);
    await load('saved.json', saved);
    await expectLit([]);
    await click('Undo');
    await expectLit(LIT);
  });

  it('stay as they are where a file is refused, and say what is wrong with it', async () => {
    await load('broken.json', '{ "format": "termlight-data", "version": 1, "settings": { "badge": 3 }, "notes": {} }');
    await expect.poll(outcome).toContain('settings.badge: expected boolean, found 3');
    expect(await outcome()).not.toContain('Undo');
    await expectLit(LIT);
  });
});

// The functions below run in the page.

function readShownHeadings(): string[] {
  return [...document.querySelectorAll('h2')].filter((h) => h.checkVisibility()).map((h) => h.textContent ?? '');
}

/** Keeps the text of the file that is saved next. */
function keepSavedFile(): void {
  const create = URL.createObjectURL;
  const saved = new Promise((resolve) => {
    URL.createObjectURL = (blob: Blob) => {
      resolve(blob.text());
      return create.call(URL, blob);
    };
  });
  Object.assign(window, { saved });
}
