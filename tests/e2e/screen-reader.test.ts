// A reader who has nothing but the tree that screen readers are given and the browser's keys for commands: everything is
// found by role and name. From a page to what Hu said, and all that a card offers.
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { litTexts, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { findExtensionPage, openPopup } from '../../scripts/pictures.ts';
import { readNames, treeInChromium, treeInFirefox } from './accessible-tree.ts';
import { pressCommand } from './browser-ui.ts';
import { openFirefoxSidebar } from './extension-pages.ts';
import { BROWSERS, type TestBrowser, useNewTabs } from './harness.ts';
import { evaluateInOpenPanel } from './panel-page.ts';

const HU_ON_SAAS =
  'In industrial use cases such as PaaS and SaaS, traditional companies would have more opportunities.';
const WAIT = { timeout: 15_000 };

describe.each(BROWSERS)('by the tree alone in %s', (name) => {
  let browser: TestBrowser;
  let page: Page;
  useNewTabs(name, async (opened) => {
    browser = opened;
    page = await browser.openFixture('keyboard.html');
    await page.bringToFront();
    await waitUntilTextLit(page, 'SaaS');
    return page;
  });

  const tree = () => (name === 'Firefox' ? treeInFirefox(browser, 'page') : treeInChromium(async () => page));
  const panelTree = () =>
    name === 'Firefox'
      ? treeInFirefox(browser, 'sidebar')
      : treeInChromium(() => findExtensionPage(browser, 'sidepanel.html'));
  /** By the popup's button, or by the key; the popup opens by its own button or key, which are the browser's. */
  const openPanel = async () => {
    if (name === 'Firefox') return openFirefoxSidebar(browser);
    const popup = await openPopup(browser, 'cloud');
    await treeInChromium(async () => popup).press('button', 'Side panel');
  };
  /** The text of the heading, or the role of the field, that has the focus. Firefox’s tree tells the focus in the sidebar only while its window is in front: there the document is asked. */
  const focusedInPanel = async () => {
    if (name === 'Firefox') {
      const focused = 'document.activeElement';
      return evaluateInOpenPanel(browser, `${focused}.matches('textarea') ? 'textbox' : ${focused}.textContent`);
    }
    const nodes = await Promise.all(['heading', 'textbox'].map((role) => panelTree().read(role)));
    const focused = nodes.flat().find(({ isFocused }) => isFocused);
    return focused?.role === 'heading' ? focused.name : focused?.role;
  };

  it('leads from the page through the panel’s list of its terms to what Hu said, and to a place on the page', async () => {
    await openPanel();
    const panel = panelTree();
    await expect.poll(() => readNames(panel, 'heading'), WAIT).toContain('This page');
    await panel.press('button', 'PaaS lit 1 time');
    await expect.poll(() => page.evaluate(READ_GLOW), WAIT).toBe('PaaS');

    await panel.press('link', 'Explain SaaS');
    await expect.poll(() => readNames(panel, 'heading'), WAIT).toEqual(expect.arrayContaining(['SaaS', 'Quotations']));
    expect((await readNames(panel, 'blockquote')).join(' ')).toContain(HU_ON_SAAS);
    expect(await readNames(panel, 'link')).toContain('Read in context');
    await expect.poll(focusedInPanel, WAIT).toBe('SaaS');
    await panel.press('link', 'This page');
    await expect.poll(focusedInPanel, WAIT).toBe('This page');
  });

  it('opens a card, does all that it offers, and leads from it to what Hu said and to a note', async () => {
    const card = tree();
    await pressCommand(browser, 'next-term');
    await expect.poll(() => readNames(card, 'status'), WAIT).toContain('SaaS, term 1 of 3');
    await pressCommand(browser, 'open-card');
    await expect
      .poll(() => card.read('dialog'), WAIT)
      .toEqual([
        { role: 'dialog', name: 'SaaS', description: expect.stringMatching(/^Software rented/), isFocused: true },
      ]);
    await card.press('button', 'More');
    await card.press('button', 'I know this term');
    await expect.poll(() => litTexts(page), WAIT).not.toContain('SaaS');
    await expect
      .poll(async () => (await readNames(card, 'status')).join(), WAIT)
      .toContain('“SaaS” will not be lit any more');
    await card.press('button', 'Undo');
    await waitUntilTextLit(page, 'SaaS');
    await card.press('button', 'Copy as text');
    await expect.poll(async () => (await readNames(card, 'status')).join(), WAIT).toContain('Copied');
    await card.press('button', 'PaaS');
    await expect.poll(() => readNames(card, 'dialog'), WAIT).toEqual(['PaaS']);
    await card.press('button', 'Back');
    await expect.poll(() => readNames(card, 'dialog'), WAIT).toEqual(['SaaS']);
    await card.press('button', 'Pin');

    if (name === 'Firefox') await openPanel(); // no page may open its sidebar
    await card.press('button', 'All quotes');
    const panel = panelTree();
    await expect.poll(async () => (await readNames(panel, 'blockquote')).join(), WAIT).toContain(HU_ON_SAAS);
    await card.press('button', 'More');
    await card.press('button', 'Add a note of my own');
    await expect.poll(focusedInPanel, WAIT).toBe('textbox');
    await card.press('button', 'Close');
    await expect.poll(() => readNames(card, 'dialog'), WAIT).toEqual([]);
  });
});

const READ_GLOW = `(() => {
  const [lit] = [...(CSS.highlights.get('termlight-current') ?? [])];
  return lit ? lit.startContainer.data.slice(lit.startOffset, lit.endOffset) : '';
})()`;
