// The card, from the pointer to the panel, in Chromium and in Firefox.
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { litTexts, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { clickInCard, openCard, readCard, waitUntilClosed } from './card.ts';
import { callInCard } from './closed-root.ts';
import { findExtensionPages } from './extension-pages.ts';
import { BROWSERS, type TestBrowser, useNewTabs } from './harness.ts';

const FIXTURE = 'inline-markup.html';

describe.each(BROWSERS)('the card in %s', (name) => {
  let browser: TestBrowser;
  let page: Page;
  useNewTabs(name, async (opened) => {
    browser = opened;
    page = await browser.openFixture(FIXTURE);
    await waitUntilTextLit(page, 'SaaS');
    return page;
  });

  it('opens at a lit word and shows its definition, a quotation and its buttons', async () => {
    const card = await openCard(browser, page, 'SaaS');
    expect(card.label).toBe('SaaS');
    expect(card.text).toContain('Hu Xiaoming, TMTPost, 2017');
    expect(card.buttons).toEqual(expect.arrayContaining(['All quotes', 'Pin', 'More', 'Close']));
  });

  it('says which words decided, but not that the word itself did', async () => {
    const openIn = async (text: string) => {
      await page.evaluate(`document.body.innerHTML = '<p style="margin: 80px">${text}</p>'`);
      await waitUntilTextLit(page, 'SaaS');
      return (await openCard(browser, page, 'SaaS')).text;
    };
    expect(await openIn('Every SaaS has churn.')).toContain('Lit here because churn is on this page.');
    await page.keyboard.press('Escape');
    await waitUntilClosed(browser, page);
    expect(await openIn('SaaS')).not.toContain('Lit here');
  });

  it('offers under More to be quiet', async () => {
    await openCard(browser, page, 'SaaS');
    await clickInCard(browser, page, 'More');
    await expect
      .poll(async () => (await readCard(browser, page))?.buttons ?? [])
      .toEqual(expect.arrayContaining(['Not this meaning', 'I know this term', 'Not on this site']));
  });

  it('takes a word back at once where it has another meaning, and gives it again on Undo', async () => {
    await openCard(browser, page, 'SaaS');
    await clickInCard(browser, page, 'More');
    await clickInCard(browser, page, 'Not this meaning');
    await expect.poll(() => litTexts(page), { timeout: 10_000 }).not.toContain('SaaS');
    await clickInCard(browser, page, 'Undo');
    await expect.poll(() => litTexts(page), { timeout: 10_000 }).toContain('SaaS');
  });

  it('has texts that can be selected, where the page’s cannot', async () => {
    await page.evaluate('document.documentElement.style.userSelect = document.body.style.userSelect = "none"');
    await openCard(browser, page, 'SaaS');
    const { x = 0, y = 0 } = (await callInCard(name, page, locateDefinition)) ?? {};
    await page.mouse.move(x + 1, y + 10);
    await page.mouse.down();
    await page.mouse.move(x + 150, y + 10, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => callInCard(name, page, readSelection)).toMatch(/^Software rented/);
  });

  it('closes on Escape', async () => {
    await openCard(browser, page, 'SaaS');
    await page.keyboard.press('Escape');
    await waitUntilClosed(browser, page);
  });

  it('closes when the pointer has left it', async () => {
    await openCard(browser, page, 'SaaS');
    await page.mouse.move(1200, 880);
    await waitUntilClosed(browser, page);
  });

  it('opens in a form whose fields are named like methods', async () => {
    await page.goto(browser.server.urlOf('fields-named-like-methods.html'));
    await waitUntilTextLit(page, 'SaaS');
    expect((await openCard(browser, page, 'SaaS')).label).toBe('SaaS');
  });

  it('opens on text that has moved out of a frame', async () => {
    await page.goto(browser.server.urlOf('moved-out-of-a-frame.html'));
    await page.evaluate('window.act()');
    await waitUntilTextLit(page, 'PaaS');
    expect((await openCard(browser, page, 'PaaS')).label).toBe('PaaS');
  });

  it('is the one node that the page gets', async () => {
    const before = await page.evaluate('document.documentElement.outerHTML');
    await openCard(browser, page, 'SaaS');
    const hosts = await page.evaluate('document.querySelectorAll("html > termlight-card").length');
    const after = await page.evaluate(
      '(document.querySelector("termlight-card").remove(), document.documentElement.outerHTML)',
    );
    expect({ hosts, after }).toEqual({ hosts: 1, after: before });
  });

  it('leads to all quotations of the term', async () => {
    await openCard(browser, page, 'SaaS');
    await clickInCard(browser, page, 'All quotes');
    // Firefox lets no page open its sidebar: a small window opens, with the term in its address.
    const expected = name === 'Firefox' ? 'sidepanel.html?term=hu-xiaoming-2017%2Fsaas' : 'sidepanel.html';
    await expect
      .poll(() => findExtensionPages(browser), { timeout: 10_000 })
      .toEqual([expect.stringContaining(expected)]);
  });

  it('makes no request to anywhere', async () => {
    await openCard(browser, page, 'SaaS');
    expect(browser.outsideRequests).toEqual([]);
  });
});

// The functions below run in the page.

function locateDefinition(root: ShadowRoot) {
  const { x, y } = root.querySelector('.card-definition')?.getBoundingClientRect() ?? new DOMRect();
  return { x, y };
}

/** Chromium tells what is selected in a shadow root only to it. */
function readSelection(root: ShadowRoot & { getSelection?(): Selection | null }): string {
  return String(root.getSelection ? root.getSelection() : getSelection()).trim();
}
