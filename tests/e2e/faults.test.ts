// What goes wrong, in the real extension: nothing happens on the page, the pages say what is wrong, nothing is lost.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { litTexts, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { openCard } from '../../scripts/pictures.ts';
import { extensionDirOf, startBrowser, type TestBrowser } from './harness.ts';

const GLOSSARY_FILE = 'hu-xiaoming-2017.termlight.json';
const PAGE = 'possessives-and-plurals.html';

let browser: TestBrowser | undefined;
let folder: string | undefined;

afterEach(async () => {
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
  browser = folder = undefined;
});

/** A copy of the built extension that a test may spoil. */
function copyExtension(): string {
  folder = mkdtempSync(join(tmpdir(), 'termlight-fault-'));
  cpSync(extensionDirOf('Chromium'), folder, { recursive: true });
  return folder;
}

describe('an orphaned content script', () => {
  it('falls silent and takes its highlights and cards away when the extension is removed', async () => {
    browser = await startBrowser('Chromium');
    const page = await browser.openFixture(PAGE);
    await waitUntilTextLit(page, 'SaaS');
    await openCard(page, 'SaaS');
    await browser.browser.uninstallExtension(new URL(browser.extensionOrigin).host);
    await expect.poll(() => callInPage(page, countTraces)).toBe(0);
  });

  it('gives way to the new one when the extension is reloaded', async () => {
    browser = await startBrowser('Chromium');
    const page = await browser.openFixture(PAGE);
    await waitUntilTextLit(page, 'SaaS');
    const before = await litTexts(page);
    await callInPage(page, clearHighlights);
    await browser.browser.installExtension(extensionDirOf('Chromium')); // an extension that is there is reloaded
    await expect.poll(() => litTexts(page), { timeout: 15_000 }).toEqual(before);
    await openCard(page, 'SaaS');
  });
});

describe('a broken settings store', () => {
  it('lights pages by the defaults, is named in the popup, and is kept when settings change', async () => {
    browser = await startBrowser('Chromium');
    const popup = await browser.openPage(`${browser.extensionOrigin}popup.html`);
    await callInPage(popup, breakSettings);
    const page = await browser.openFixture(PAGE);
    await waitUntilTextLit(page, 'SaaS');
    await expect.poll(() => textOf(popup)).toContain('settings');

    await page.bringToFront();
    const options = await browser.openPage(`${browser.extensionOrigin}options.html`);
    await expect.poll(() => textOf(options)).toContain('settings');
    await callInPage(options, switchSiteOff);
    await expect.poll(() => litTexts(page)).toEqual([]);
    expect(await callInPage(options, readBrokenSettings)).toEqual(['no settings at all']);
  });
});

describe.each([
  ['is missing', (dir: string) => rmSync(join(dir, GLOSSARY_FILE)), GLOSSARY_FILE],
  ['is no JSON', (dir: string) => writeFileSync(join(dir, GLOSSARY_FILE), '{ "terms": ['), 'JSON'],
  [
    'does not validate',
    (dir: string) =>
      writeFileSync(
        join(dir, GLOSSARY_FILE),
        '{"format":"termlight-glossary","version":1,"id":"x","title":{"en":"X"}}',
      ),
    'terms: missing',
  ],
])('a glossary file that %s', (_, spoil, message) => {
  it('lights nothing, and is named in the popup and the side panel', async () => {
    const extensionDir = copyExtension();
    spoil(extensionDir);
    browser = await startBrowser('Chromium', { extensionDir });
    const popup = await browser.openPage(`${browser.extensionOrigin}popup.html`);
    await expect.poll(() => textOf(popup)).toContain(message);
    const panel = await browser.openPage(`${browser.extensionOrigin}sidepanel.html`);
    await expect.poll(() => textOf(panel)).toContain(message);
    const page = await browser.openFixture(PAGE);
    expect(await callInPage(page, countTraces)).toBe(0);
  });
});

function textOf(page: Page): Promise<string> {
  return callInPage(page, () => document.body.textContent ?? '');
}

// The functions below run in pages.

/** Highlights of ours and elements of ours, in a page that somebody can still see. */
function countTraces(): number {
  const names = [...CSS.highlights.keys()].filter((name) => name.startsWith('termlight'));
  return names.length + document.querySelectorAll('termlight-card').length;
}

function clearHighlights(): void {
  CSS.highlights.clear();
}

interface ExtensionPage {
  readonly chrome: {
    readonly storage: {
      readonly local: { get(key: string): Promise<Record<string, unknown>>; set(values: object): Promise<void> };
    };
    readonly runtime: { sendMessage(message: object): Promise<unknown> };
  };
}

async function breakSettings(): Promise<void> {
  await (window as unknown as ExtensionPage).chrome.storage.local.set({ settings: 'no settings at all' });
}

async function switchSiteOff(): Promise<void> {
  const { runtime } = (window as unknown as ExtensionPage).chrome;
  await runtime.sendMessage({ name: 'switchSite', data: { site: '127.0.0.1', on: false } });
}

async function readBrokenSettings(): Promise<unknown> {
  const { storage } = (window as unknown as ExtensionPage).chrome;
  return (await storage.local.get('settings:unreadable'))['settings:unreadable'];
}
