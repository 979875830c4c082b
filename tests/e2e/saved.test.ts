// Saved terms, by the keyboard alone: saved on a term's view, reviewed, an answer taken back, taken out and put back.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { findFaults } from './axe.ts';
import { startBrowser, type TestBrowser } from './harness.ts';

const WAIT = { timeout: 15_000, interval: 50 };

let browser: TestBrowser;
let panel: Page;

beforeAll(async () => {
  browser = await startBrowser('Chromium');
  panel = await browser.openPage(`${browser.extensionOrigin}sidepanel.html`);
});
afterAll(() => browser?.close());

const text = () => callInPage(panel, () => document.querySelector('main')?.innerText ?? '');
const focused = () => panel.evaluate('document.activeElement.innerText') as Promise<string>;
const show = async (query: string) => panel.goto(`${browser.extensionOrigin}sidepanel.html${query}`);
const save = async (id: string) => {
  await show(`?term=${id}`);
  await panel.waitForSelector('.save-button[aria-pressed="false"]');
  await panel.focus('.save-button');
  await panel.keyboard.press('Space');
  await panel.waitForSelector('.save-button[aria-pressed="true"]');
};

it('saves terms, reviews them, takes an answer back, and says when each comes again', async () => {
  await save('saas');
  await save('paas');
  await show('?view=saved');
  await expect.poll(text, WAIT).toMatch(/2 terms due for review.*PaaS.*due.*SaaS.*due/s);
  await panel.focus('.tools .button');
  await panel.keyboard.press('Enter');
  await expect.poll(focused, WAIT).toBe('Show the meaning');
  expect(await text()).toMatch(/1 of 2\s*SaaS/);
  expect(await text()).not.toContain('Software rented');
  await panel.keyboard.press('Enter');
  await expect.poll(focused, WAIT).toMatch(/Good\s*10 min/);
  expect(await text()).toMatch(/Software rented.*Again\s*1 min\s*Hard\s*6 min\s*Good\s*10 min\s*Easy\s*\d+ days/s);
  expect(await findFaults(panel)).toEqual([]);
  await panel.keyboard.press('4');
  await expect.poll(text, WAIT).toMatch(/2 of 2\s*PaaS/);

  await click('::-p-aria(Undo the last answer)');
  await expect.poll(text, WAIT).toMatch(/1 of 2\s*SaaS.*Software rented/s);
  await expect.poll(focused, WAIT).toMatch(/Good/);
  await panel.keyboard.press('1');
  await expect.poll(focused, WAIT).toBe('Show the meaning');
  await panel.keyboard.press('Enter');
  await expect.poll(focused, WAIT).toMatch(/Good/);
  await panel.keyboard.press('4');
  await expect.poll(text, WAIT).toContain('Done: 2 terms reviewed.');
  await expect.poll(focused, WAIT).toBe('End the review');
  await panel.keyboard.press('Enter');
  await expect.poll(text, WAIT).toMatch(/Nothing due for review now.*PaaS\s*in \d+ days.*SaaS\s*in 1 min/s);
});

it('takes a saved term out, and puts it back as it was', async () => {
  await click('::-p-aria(Remove PaaS)');
  await expect.poll(focused, WAIT).toBe('Undo');
  await expect.poll(text, WAIT).not.toMatch(/PaaS\s*in/);
  await panel.keyboard.press('Enter');
  await expect.poll(text, WAIT).toMatch(/PaaS\s*in \d+ days/);
});

it.each([
  ['Anki', 'txt', /^#separator:tab\n.*\nSaaS\tSoftware rented/s],
  ['CSV', 'csv', /^\ufeffTerm,Meaning,.*\r\nSaaS,Software rented/s],
  ['Markdown', 'md', /^## PaaS\n.*## SaaS\n\nSoftware rented/s],
])('writes them to a file for %s', async (format, ending, content) => {
  const folder = mkdtempSync(join(tmpdir(), 'termlight-export-'));
  const session = await browser.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await click(`::-p-aria(${format}[role="button"])`);
  const name = expect.stringMatching(`^termlight-saved-\\d{4}-\\d\\d-\\d\\d\\.${ending}$`);
  await expect.poll(() => readdirSync(folder), WAIT).toEqual([name]);
  const [file = ''] = readdirSync(folder);
  expect(readFileSync(join(folder, file), 'utf8')).toMatch(content);
  rmSync(folder, { recursive: true });
});

/** Clicks what a selector finds, once it is there. */
async function click(selector: string): Promise<void> {
  await (await panel.waitForSelector(selector, WAIT))?.click();
}
