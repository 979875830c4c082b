// What the reader has chosen to open cards by, set on the options page, at once in a tab that is already open.
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { locateLit, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { pointAt, readCard, waitUntilClosed } from './card.ts';
import { callInCard } from './closed-root.ts';
import { passFrames } from './frames.ts';
import { BROWSERS, type TestBrowser, useNewTabs } from './harness.ts';
import { chooseInOptions } from './options-page.ts';

const FRAMES = 60; // a second or more: far beyond every wait of the hover
const TEXT = `
  <p style="margin: 100px 100px 0">SaaS</p>
  <p style="margin: 100px"><a href="#followed">IaaS</a></p>`;

describe.each(BROWSERS)('the opening of cards in %s', (name) => {
  let browser: TestBrowser;
  let page: Page;
  useNewTabs(name, async (opened) => {
    browser = opened;
    page = await browser.openFixture('keyboard.html');
    await page.evaluate(`document.body.innerHTML = ${JSON.stringify(TEXT)}`);
    await waitUntilTextLit(page, 'IaaS');
    return page;
  });

  const choose = async (choice: string) => {
    await chooseInOptions(browser, choice);
    await page.bringToFront();
  };
  const label = async () => (await readCard(browser, page))?.label;
  const expectCard = (expected: string) => expect.poll(label, { timeout: 10_000 }).toBe(expected);
  const expectNoCard = async () => {
    await passFrames(page, FRAMES);
    expect(await label()).toBeUndefined();
  };
  const click = async (text: string) => {
    const { x, y } = (await locateLit(page, text)) ?? { x: 0, y: 0 };
    await page.mouse.click(x, y);
  };
  /** Milliseconds from the pointer's last movement to the first card of a page, as the page sees them. */
  const measureDwell = async () => {
    await page.goto(browser.server.urlOf('keyboard.html'));
    await waitUntilTextLit(page, 'SaaS');
    await callInPage(page, noteMovesAndCard);
    await pointAt(page, 'SaaS');
    await expectCard('SaaS');
    return callInPage(page, () => (window as unknown as { dwell: number }).dwell);
  };

  it('waits as long as is chosen, or longer where the machine is slow', async () => {
    expect(await measureDwell()).toBeGreaterThanOrEqual(250);
    await choose('Calm');
    expect(await measureDwell()).toBeGreaterThanOrEqual(400);
    await choose('Quick');
    const dwells: number[] = [];
    await expect
      .poll(async () => dwells.push(await measureDwell()) && Math.min(...dwells), { timeout: 40_000 })
      .toBeLessThan(250);
    expect(Math.min(...dwells)).toBeGreaterThanOrEqual(100);
  });

  it('takes Shift, held before or pressed on the word, and no other key with it', async () => {
    await choose('With Shift held');
    await pointAt(page, 'SaaS');
    await expectNoCard();
    await page.keyboard.down('Shift');
    await page.keyboard.press('A'); // a capital
    await expectNoCard();
    await page.keyboard.up('Shift');
    await page.keyboard.down('Shift');
    await expectCard('SaaS');
    await page.keyboard.up('Shift');
    await page.mouse.move(1000, 700);
    await waitUntilClosed(browser, page);
    await page.keyboard.down('Shift');
    await pointAt(page, 'SaaS');
    await expectCard('SaaS');
    await page.keyboard.up('Shift');
  });

  it('takes a click, with the focus in the card; a second click closes it', async () => {
    await choose('On click');
    await pointAt(page, 'SaaS');
    await expectNoCard();
    await click('SaaS');
    await expectCard('SaaS');
    await expect.poll(() => callInCard(name, page, (root) => root.activeElement?.getAttribute('role'))).toBe('dialog');
    await page.mouse.move(1000, 700);
    await passFrames(page, FRAMES);
    expect(await label()).toBe('SaaS');
    await click('SaaS');
    await waitUntilClosed(browser, page);
  });

  it('follows a link that is clicked, and opens nothing', async () => {
    await choose('On click');
    await click('IaaS');
    await expect.poll(() => callInPage(page, () => location.hash)).toBe('#followed');
    await expectNoCard();
  });
});

// Runs in the page.
function noteMovesAndCard(): void {
  let movedAt = 0;
  window.addEventListener(
    'pointermove',
    ({ timeStamp }) => {
      movedAt = timeStamp;
    },
    true,
  );
  new MutationObserver(() => Object.assign(window, { dwell: performance.now() - movedAt })).observe(
    document.documentElement,
    { childList: true },
  );
}
