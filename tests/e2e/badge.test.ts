// The number on the toolbar button: of the terms that are lit in the tab, in all its frames.
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { callInWorker } from '../../scripts/extension-worker.ts';
import { callInPage } from '../../scripts/in-page.ts';
import { waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { type TestBrowser, useNewTabs } from './harness.ts';
import { chooseInOptions } from './options-page.ts';

describe('the number on the toolbar button', () => {
  let browser: TestBrowser;
  let page: Page;
  useNewTabs('Chromium', async (opened) => {
    browser = opened;
    page = await browser.openFixture('keyboard.html');
    await waitUntilTextLit(page, 'SaaS');
    return page;
  });

  /** Chromium tells of toolbar buttons in the extension's worker alone. */
  const badge = () => callInWorker(browser.browser, readBadge);
  const expectBadge = (text: string) => expect.poll(badge, { timeout: 15_000 }).toBe(text);

  it('is that of the terms that are lit, each counted once', async () => {
    await expectBadge('3');
    await callInPage(page, append, '<p>SaaS and a public cloud</p>');
    await expectBadge('4');
    await callInPage(page, append, '<iframe srcdoc="<p>SaaS and a private cloud</p>" width="300"></iframe>');
    await expectBadge('5');
    await callInPage(page, () => document.querySelector('iframe')?.remove());
    await expectBadge('4');
    await callInPage(page, () => document.body.replaceChildren());
    await expectBadge('');
  });

  it('goes with the page, and comes back with it', async () => {
    await expectBadge('3');
    await page.goto(browser.server.urlOf('added.html'));
    await callInPage(page, append, '<p>public cloud</p>');
    await waitUntilTextLit(page, 'public cloud');
    await page.goto('about:blank');
    await expectBadge('');
    await page.goto(browser.server.urlOf('keyboard.html'));
    await expectBadge('3');
    await page.goto('about:blank');
    await expectBadge('');
    await page.goBack();
    await expectBadge('3');
  });

  it('follows the options in every tab, seen or not', async () => {
    await expectBadge('3');
    const other = await browser.openFixture('keyboard.html');
    await waitUntilTextLit(other, 'SaaS');
    const badges = () => callInWorker(browser.browser, readBadges);
    await expect.poll(badges, { timeout: 15_000 }).toEqual(['3', '3']);
    await chooseInOptions(browser, 'Count of this page’s terms on the toolbar button');
    await expect.poll(badges, { timeout: 15_000 }).toEqual([]);
    await chooseInOptions(browser, 'Count of this page’s terms on the toolbar button');
    await expect.poll(badges, { timeout: 15_000 }).toEqual(['3', '3']);
    await other.close();
  });

  it('is gone where the site is off, and where the reader wants none', async () => {
    await expectBadge('3');
    for (const choice of ['Only on sites that are switched on', 'Count of this page’s terms on the toolbar button']) {
      const back = choice.startsWith('Only') ? 'On every site, except those that are switched off' : choice;
      await chooseInOptions(browser, choice);
      await page.bringToFront();
      await expectBadge('');
      await chooseInOptions(browser, back);
      await page.bringToFront();
      await expectBadge('3');
    }
  });
});

function append(html: string): void {
  document.body.insertAdjacentHTML('beforeend', html);
}

interface Worker {
  readonly chrome: {
    readonly tabs: { query(filter: object): Promise<readonly { readonly id: number }[]> };
    readonly action: { getBadgeText(details: { tabId?: number }): Promise<string> };
  };
}

// The functions below run in the worker.

async function readBadge(): Promise<string> {
  const { tabs, action } = (globalThis as unknown as Worker).chrome;
  const [active] = await tabs.query({ active: true, lastFocusedWindow: true });
  return action.getBadgeText({ tabId: active?.id });
}

/** Those of all tabs that have one. */
async function readBadges(): Promise<string[]> {
  const { tabs, action } = (globalThis as unknown as Worker).chrome;
  const texts = await Promise.all((await tabs.query({})).map(({ id }) => action.getBadgeText({ tabId: id })));
  return texts.filter(Boolean);
}
