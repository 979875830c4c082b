// Terms that fade as they become familiar: fainter, then unlit, and back when they have long been unseen; at once.
import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { litTexts, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { openCard, readCard, waitUntilClosed } from './card.ts';
import { BROWSERS, type TestBrowser, useNewTabs } from './harness.ts';
import { chooseInOptions } from './options-page.ts';
import { openStore } from './settings.ts';

const WAIT = { timeout: 15_000 };
const SWITCH = 'Terms fade as they become familiar';
const DAY = 24 * 3_600_000;
const CARDS = 7; // of one day, so that a term is painted fainter
const ALL = ['SaaS', 'PaaS', 'IaaS'];
const key = (id: string) => `hu-xiaoming-2017/${id}`;

describe.each(BROWSERS)('in %s', (name) => {
  let browser: TestBrowser;
  let page: Page;
  let store: Awaited<ReturnType<typeof openStore>>;
  useNewTabs(name, async (opened) => {
    browser = opened;
    store ??= await openStore(browser);
    await store({ settings: {} });
    page = await browser.openFixture('keyboard.html');
    await waitUntilTextLit(page, 'IaaS');
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<iframe srcdoc="SaaS beside PaaS"></iframe>')`);
    return page;
  });

  const expectPainted = async (painted: { lit: readonly string[]; faint: readonly string[] }) => {
    await expect.poll(() => callInPage(page, readPainted, 'termlight-faint'), WAIT).toEqual(painted.faint);
    await expect.poll(() => litTexts(page), WAIT).toEqual(painted.lit);
  };

  it('paints a familiar term fainter and then not at all, and one long unseen as ever', async () => {
    await store({ settings: { fading: true }, familiarity: {} });
    await page.bringToFront();
    await expectPainted({ lit: ALL, faint: [] });
    const now = Date.now();
    await store({
      familiarity: { [key('saas')]: [5, now], [key('paas')]: [3, now], [key('iaas')]: [5, now - 90 * DAY] },
    });
    await expectPainted({ lit: ['PaaS', 'IaaS'], faint: ['PaaS'] });
    await expect.poll(() => litTexts(page.frames()[1] as Frame), WAIT).toEqual(['PaaS']);
    await page.reload();
    await expectPainted({ lit: ['PaaS', 'IaaS'], faint: ['PaaS'] });
    await store({ settings: { fading: false } });
    await expectPainted({ lit: ALL, faint: [] });
  });

  it('goes by the cards that are opened', { timeout: 120_000 }, async () => {
    await chooseInOptions(browser, SWITCH);
    await page.bringToFront();
    for (let count = 0; count < CARDS; count++) {
      await callInPage(page, (hash: string) => location.replace(hash), `#${count}`); // another page for the history
      await openCard(browser, page, 'SaaS');
      await page.mouse.move(900, 700);
      await waitUntilClosed(browser, page);
    }
    await expectPainted({ lit: ALL, faint: ['SaaS'] });
    expect(await readCard(browser, page)).toBeNull();
    await chooseInOptions(browser, SWITCH);
    await page.bringToFront();
    await expectPainted({ lit: ALL, faint: [] });
  });
});

/** The texts that are registered under a name. Runs in the page. */
function readPainted(name: string): string[] {
  return [...(CSS.highlights.get(name) ?? [])].map(({ startContainer, startOffset, endOffset }) =>
    (startContainer as Text).data.slice(startOffset, endOffset),
  );
}
