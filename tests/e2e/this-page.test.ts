// The panel's list of this page's terms: narrowed down by a field, and marked with what the reader has seen and saved.
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { litTexts, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { findExtensionPage, showThisPage } from '../../scripts/pictures.ts';
import { findFaults } from './axe.ts';
import { clickInCard, openCard } from './card.ts';
import { startBrowser, type TestBrowser } from './harness.ts';

const WAIT = { timeout: 15_000, interval: 50 };
const TEXT = 'DingTalk, quantum computing, the Internet of Things, facial recognition, the public cloud and SaaS.';

let browser: TestBrowser;

beforeAll(async () => {
  browser = await startBrowser('Chromium');
});
afterAll(() => browser?.close());

it('is narrowed down by any name of a term, and says what is seen and saved', async () => {
  const page = await browser.openFixture('added.html');
  await callInPage(page, (text) => document.body.append(text), TEXT);
  await waitUntilTextLit(page, 'DingTalk');
  await openCard(browser, page, 'DingTalk');
  await clickInCard(browser, page, 'All quotes');
  const panel = await findExtensionPage(browser, 'sidepanel.html');
  await (await panel.waitForSelector('.save-button[aria-pressed="false"]'))?.click();
  await panel.waitForSelector('.save-button[aria-pressed="true"]');
  await showThisPage(panel);
  const rows = () =>
    panel.$$eval('.page-term', (terms) =>
      terms.map((term) =>
        [...term.querySelectorAll('.page-term-text > span, .count')].map(({ textContent }) => textContent?.trim()),
      ),
    );
  await expect.poll(rows, WAIT).toContainEqual(['DingTalk', 'saved', 'seen', '1']);
  const all = (await rows()).length;
  expect(all).toBeGreaterThan(5);
  expect((await rows()).filter((row) => row.includes('seen'))).toHaveLength(1);
  expect(await findFaults(panel)).toEqual([]);

  await panel.type('[type="search"]', 'ding talk');
  await expect.poll(async () => (await rows()).map(([label]) => label), WAIT).toEqual(['DingTalk']);
  expect(await panel.$eval('[role="status"].small', ({ textContent }) => textContent)).toBe(`1 of ${all} terms`);
  await callInPage(panel, emptyField);
  await panel.type('[type="search"]', '人脸');
  await expect.poll(async () => (await rows()).map(([label]) => label), WAIT).toEqual(['facial recognition']);
  await page.close();
});

describe('what is not lit', () => {
  let page: Page;
  let panel: Page;
  beforeEach(async () => {
    page = await browser.openFixture('added.html');
    await callInPage(page, fillFolded);
    await waitUntilTextLit(page, 'SaaS');
    await openCard(browser, page, 'SaaS');
    await clickInCard(browser, page, 'All quotes');
    panel = await findExtensionPage(browser, 'sidepanel.html');
    await showThisPage(panel);
  });
  afterEach(() => page.close());

  const rows = (list: string) =>
    panel.$$eval(`${list}.page-terms li`, (terms) => terms.map(({ innerText }) => innerText.replaceAll(/\s+/g, ' ')));

  it('since it is folded away is listed, and going to it leads to the summary that can be seen', async () => {
    const inDetails = [
      'SaaS seen 1 in a closed section 1 lit 1 time Explain',
      'quantum computing 2 in closed sections Explain',
    ];
    await expect.poll(() => rows('ol'), WAIT).toEqual(inDetails);
    const places = [];
    for (const summary of ['One', 'Three']) {
      await panel.click('ol.page-terms li:nth-child(2) button');
      await expect.poll(() => callInPage(page, readSummaryOnScreen), WAIT).toBe(summary);
      places.push(await page.evaluate('document.querySelectorAll("details[open]").length'));
    }
    expect(places).toEqual([0, 0]);
    expect(await litTexts(page)).not.toContain('quantum computing');
    await page.evaluate('document.querySelectorAll("details").forEach((details) => { details.open = true })');
    await expect.poll(() => rows('ol'), WAIT).toContain('quantum computing 2 lit 2 times Explain');
    expect(await findFaults(panel)).toEqual([]);
  });

  it('is narrowed down with what is lit, also after a term was looked at', async () => {
    await callInPage(page, () => document.body.replaceChildren('SaaS, Google and our CEO'));
    await expect.poll(() => rows('ul'), WAIT).toEqual(['Google', 'CEO']);
    await panel.type('[type="search"]', 'goo');
    await expect.poll(() => rows('ul'), WAIT).toEqual(['Google']);
    expect(await rows('ol')).toEqual([]);
    expect(await panel.$eval('[role="status"].small', ({ textContent }) => textContent)).toBe('1 of 3 terms');
    await panel.click('.unlit-terms a');
    await panel.waitForSelector('.term');
    await panel.click('[aria-label="Back"]');
    await expect.poll(() => rows('ul'), WAIT).toEqual(['Google']);
    expect(await panel.$eval('[type="search"]', (field) => (field as HTMLInputElement).value)).toBe('goo');
  });

  it('since it is known is listed, and is lit again and known again by its buttons', async () => {
    const setKnown = (knownTerms: string[]) =>
      panel.evaluate(`chrome.storage.local.set(${JSON.stringify({ settings: { knownTerms } })})`);
    await setKnown(['hu-xiaoming-2017/saas']);
    await expect.poll(() => rows('ul'), WAIT).toEqual(['SaaS Light again']);
    expect(await litTexts(page)).toEqual([]);
    expect((await rows('ol')).join()).not.toContain('SaaS');
    expect(await findFaults(panel)).toEqual([]);
    await page.reload(); // and now no lit term needs the cues
    await callInPage(page, () => document.body.replaceChildren('Quantum computing beside SaaS'));
    await expect.poll(() => rows('ol'), WAIT).toEqual(['quantum computing 1 lit 1 time Explain']);
    await expect.poll(() => rows('ul'), WAIT).toEqual(['SaaS Light again']);
    await callInPage(page, fillFolded);
    await expect.poll(() => rows('ol'), WAIT).toEqual(['quantum computing 2 in closed sections Explain']);
    await panel.focus('ul.page-terms button');
    await panel.keyboard.press('Enter');
    await expect.poll(() => rows('ul'), WAIT).toEqual([]);
    await expect.poll(() => litTexts(page), WAIT).toEqual(['SaaS']);
    await expect.poll(() => panel.evaluate('document.activeElement.textContent')).toBe('Undo');
    await panel.keyboard.press('Enter');
    await expect.poll(() => rows('ul'), WAIT).toEqual(['SaaS Light again']);
    expect(await panel.evaluate('document.activeElement.localName')).toBe('h1');
    await setKnown([]);
  });

  it('by level, or since it means something else here, is listed under headings of its own', async () => {
    const refused = { '127.0.0.1': ['hu-xiaoming-2017/paas'] };
    await panel.evaluate(`chrome.storage.local.set(${JSON.stringify({ settings: { otherMeanings: refused } })})`);
    await callInPage(page, () => document.body.replaceChildren('PaaS, Google, quantum computing and our CEO'));
    const groups = () =>
      panel.$$eval('.unlit-terms section', (all) => all.map((group) => group.innerText.split(/\n+/)));
    await expect.poll(groups, WAIT).toEqual([
      ['Everyday words', 'Google', 'CEO'],
      ['With another meaning here', 'PaaS'],
    ]);
    expect(await rows('ol')).toEqual(['quantum computing 1 lit 1 time Explain']);
    expect(await findFaults(panel)).toEqual([]);
    await panel.evaluate(`chrome.storage.local.set(${JSON.stringify({ settings: { levels: ['specialist'] } })})`);
    await expect.poll(groups, WAIT).toEqual([
      ['General', 'quantum computing'],
      ['Everyday words', 'Google', 'CEO'],
    ]);
    await panel.click('.unlit-terms a');
    await expect.poll(() => panel.$eval('h1', ({ textContent }) => textContent), WAIT).toBe('quantum computing');
    await panel.evaluate("chrome.storage.local.remove('settings')");
  });
});

// The functions below run in the pages.

/** A term that is lit, and closed details far below, one in another, one with a part that stays hidden when it is open. */
function fillFolded(): void {
  const space = '<p style="height: 2000px"></p>';
  document.body.innerHTML = `<p>SaaS</p>${space}
    <details><summary>One</summary><p>quantum computing <span hidden>DingTalk</span></p></details>${space}
    <details><summary>Three</summary><details><summary>Four</summary>quantum computing and SaaS</details></details>${space}`;
}

function readSummaryOnScreen(): string | undefined {
  return [...document.querySelectorAll('summary')].find((summary) => {
    const { top, bottom } = summary.getBoundingClientRect();
    return summary.checkVisibility() && top > 0 && bottom < innerHeight;
  })?.textContent;
}

function emptyField(): void {
  document.querySelector<HTMLInputElement>('[type="search"]')?.select();
}
