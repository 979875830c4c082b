// A note of the reader's own on a term: asked for in the card, written in the panel, shown in both.
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { clickInCard, openCard, readCard, waitUntilClosed } from './card.ts';
import { closeFirefoxPage } from './extension-pages.ts';
import { BROWSERS, type TestBrowser, useNewTabs } from './harness.ts';
import { evaluateInOpenPanel, pressInOpenPanel } from './panel-page.ts';

const PANEL = 'sidepanel.html';
const NOTE = 'Ask Ann about SaaS';
const WAIT = { timeout: 30_000 };

describe.each(BROWSERS)('a note in %s', (name) => {
  let browser: TestBrowser;
  let page: Page;
  useNewTabs(name, async (opened) => {
    browser = opened;
    page = await browser.openFixture('keyboard.html');
    await waitUntilTextLit(page, 'SaaS');
    return page;
  });

  const openPanel = async (button: string) => {
    await openCard(browser, page, 'SaaS');
    await clickInCard(browser, page, 'More');
    await clickInCard(browser, page, button);
    await expect.poll(() => evaluateInPanel('document.activeElement.localName'), WAIT).toBe('textarea');
  };
  const evaluateInPanel = (expression: string) => evaluateInOpenPanel(browser, expression);
  const clickInPanel = (button: string) =>
    evaluateInPanel(
      `[...document.querySelectorAll('button')].find(({ textContent }) => textContent === ${JSON.stringify(button)})?.click()`,
    );
  const type = async (text: string) => {
    await pressInOpenPanel(browser, [...text]);
    await expect.poll(() => evaluateInPanel("document.querySelector('textarea')?.value")).toContain(text);
  };
  const closePanel = async () => {
    if (name === 'Firefox') await closeFirefoxPage(browser, PANEL);
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await waitUntilClosed(browser, page);
  };
  /** What the card says, opened anew until it says so: the note may be on its way into the store. */
  const expectInCard = (expected: { note: boolean; button: string }) =>
    expect
      .poll(async () => {
        const { text } = await openCard(browser, page, 'SaaS');
        await clickInCard(browser, page, 'More');
        const buttons = (await readCard(browser, page))?.buttons ?? [];
        await page.keyboard.press('Escape');
        await waitUntilClosed(browser, page);
        await page.mouse.move(1000, 700);
        return { note: text.includes(NOTE), button: buttons.find((button) => button.includes('note')) };
      }, WAIT)
      .toEqual(expected);

  it('is written in the panel, shown in the card, changed, deleted and taken back', async () => {
    await openPanel('Add a note of my own');
    await type(NOTE);
    await closePanel();
    await expectInCard({ note: true, button: 'Change my note' });
    await openPanel('Change my note');
    await expect.poll(() => evaluateInPanel("document.querySelector('textarea').value"), WAIT).toBe(NOTE);
    await clickInPanel('Delete note');
    await expect.poll(() => evaluateInPanel('document.activeElement.textContent')).toBe('Undo');
    expect(await evaluateInPanel("document.querySelector('[role=status]:not(:empty)').textContent")).toBe(
      'The note is deleted',
    );
    await expectInCard({ note: false, button: 'Add a note of my own' });
    await clickInPanel('Undo');
    await expectInCard({ note: true, button: 'Change my note' });
    await clickInPanel('Delete note');
    await expectInCard({ note: false, button: 'Add a note of my own' });
  });
});
