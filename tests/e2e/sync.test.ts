// Sync on the options page: off at first; then what is chosen is shared, and what others chose reaches open pages.
import { expect, it } from 'vitest';
import { litTexts, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { startBrowser } from './harness.ts';
import { chooseInOptions } from './options-page.ts';

const WAIT = { timeout: 20_000 };
const SWITCH = "Share options by the browser's sync";

it('hands nothing over before it is switched on, and then brings what another browser chose', async () => {
  const browser = await startBrowser('Chromium');
  try {
    const extension = await browser.openPage(`${browser.extensionOrigin}popup.html`);
    const shared = () => extension.evaluate('chrome.storage.sync.get(null)') as Promise<Record<string, unknown>>;
    const page = await browser.openFixture('keyboard.html');
    await waitUntilTextLit(page, 'SaaS');
    await chooseInOptions(browser, 'Calm');
    await expect
      .poll(() => extension.evaluate('chrome.storage.local.get("sync-fields")'), WAIT)
      .toMatchObject({
        'sync-fields': { cardOpening: ['calm', expect.any(Number)] },
      });
    expect(await shared()).toEqual({});
    await chooseInOptions(browser, SWITCH);
    await expect.poll(shared, WAIT).toEqual({ cardOpening: { cardOpening: ['calm', expect.any(Number)] } });
    const known = { 'known:hu-xiaoming-2017/saas': [true, 1] };
    await extension.evaluate(`chrome.storage.sync.set(${JSON.stringify({ 'known:0': known })})`);
    await page.bringToFront();
    await expect.poll(() => litTexts(page), WAIT).toEqual(['PaaS', 'IaaS']);
  } finally {
    await browser.close();
  }
});
