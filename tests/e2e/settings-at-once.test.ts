// Each setting takes effect at once in every open tab and in frames, without a reload. (Sites and pauses: sites.test.ts;
// the number on the toolbar button: badge.test.ts; the language in cards, panel and popup: definitions.test.ts.)
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Settings } from '../../entrypoints/shared/settings.ts';
import { callInPage } from '../../scripts/in-page.ts';
import { litTexts, locateLit, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { clickInCard, openCard, waitUntilClosed } from './card.ts';
import { closeFirefoxPage, evaluateInFirefoxPage, openFirefoxPage, pressKeysInFirefox } from './extension-pages.ts';
import { BROWSERS, startBrowser, type TestBrowser } from './harness.ts';
import { chooseInOptions } from './options-page.ts';
import { openStore } from './settings.ts';

const PAGE = 'keyboard.html';
const POPUP = 'popup.html';
const SITE = '127.0.0.1';
const FRAME_SITE = 'localhost';
const WAIT = { timeout: 15_000 };
const SAAS = 'hu-xiaoming-2017/saas';

/** What a document shows of the settings. */
interface Shown {
  readonly lit: readonly string[];
  readonly hue: string;
  readonly tint: string;
}

const AT_FIRST: Shown = { lit: ['IaaS', 'PaaS', 'SaaS'], hue: '', tint: '' };

const CASES: readonly (readonly [Partial<Settings>, Partial<Shown>])[] = [
  [{ knownTerms: [SAAS] }, { lit: ['IaaS', 'PaaS'] }],
  [{ otherMeanings: { [SITE]: [SAAS] } }, { lit: ['IaaS', 'PaaS'] }],
  [{ otherMeanings: { [FRAME_SITE]: [SAAS] } }, {}], // a frame goes by the site of its tab
  [{ levels: ['everyday'] }, { lit: [] }],
  [{ density: 'quiet' }, { lit: [] }],
  [{ ceiling: 1 }, { lit: ['SaaS'] }],
  [{ highlight: { style: 'both', hue: 120 } }, { hue: '120', tint: '22%' }],
];

describe.each(BROWSERS)('in all tabs and frames of %s', (name) => {
  let browser: TestBrowser;
  let store: (settings: Partial<Settings>, others?: object) => Promise<unknown>;
  let tabs: Page[];
  let frame: Frame;

  /** Two tabs; the second has a frame of another site. */
  beforeAll(async () => {
    browser = await startBrowser(name);
    const put = await openStore(browser);
    store = (settings, others) => put({ settings, ...others });
    tabs = [await browser.openFixture(PAGE), await browser.openFixture(PAGE)];
    const src = browser.server.urlOf(PAGE).replace(SITE, FRAME_SITE);
    const [, second] = tabs as [Page, Page];
    await second.evaluate(
      `document.body.insertAdjacentHTML('afterbegin', '<iframe width="600" height="300" src="${src}"></iframe>')`,
    );
    frame = await second.waitForFrame((candidate) => candidate.url() === src);
  });
  afterAll(() => browser?.close());
  beforeEach(() => store({}));

  const expectShown = async (shown: Shown) => {
    for (const tab of tabs) {
      await tab.bringToFront();
      await expect.poll(() => readShown(tab), WAIT).toEqual(shown);
    }
    await expect.poll(() => readShown(frame), WAIT).toEqual(shown);
  };

  it.each(CASES)('%j', async (settings, shown) => {
    await expectShown(AT_FIRST);
    await store(settings);
    await expectShown({ ...AT_FIRST, ...shown });
    await store({});
    await expectShown(AT_FIRST);
  });

  it('{"fading":true}', async () => {
    await expectShown(AT_FIRST);
    await store({ fading: true }, { familiarity: { [SAAS]: [5, Date.now()] } });
    await expectShown({ ...AT_FIRST, lit: ['IaaS', 'PaaS'] });
    await store({});
    await expectShown(AT_FIRST);
  });

  it('{"cardOpening":"click"}', async () => {
    await expectShown(AT_FIRST);
    await store({ cardOpening: 'click' });
    for (const [tab, place] of [...tabs.map((page) => [page, page] as const), [tabs[1] as Page, frame] as const]) {
      await tab.bringToFront();
      await waitUntilTextLit(place, 'SaaS');
      await clickLit(tab, place, 'SaaS');
      await expect.poll(() => callInPage(place, isCardOpen), WAIT).toBe(true);
      await tab.keyboard.press('Escape');
      await expect.poll(() => callInPage(place, isCardOpen), WAIT).toBe(false);
    }
  });
});

describe.each(BROWSERS)('what cards unlight in %s', (name) => {
  let browser: TestBrowser;
  let tabs: [Page, Page];
  beforeAll(async () => {
    browser = await startBrowser(name);
    tabs = [await browser.openFixture(PAGE), await browser.openFixture(PAGE)];
    for (const tab of tabs) await callInPage(tab, (text) => document.body.append(text), 'Software as a Service');
  });
  afterAll(() => browser?.close());

  const choose = async (tab: Page, text: string, action: string) => {
    await tab.bringToFront();
    await waitUntilTextLit(tab, text);
    await openCard(browser, tab, text);
    await clickInCard(browser, tab, 'More');
    await clickInCard(browser, tab, action);
  };
  const expectLit = async (...texts: readonly string[]) => {
    for (const tab of tabs) {
      await tab.bringToFront();
      await expect.poll(() => litTexts(tab), WAIT).toEqual(texts);
    }
  };

  it('goes in all its forms from every tab, and comes back one by one from the popup', async () => {
    await expectLit('SaaS', 'PaaS', 'IaaS', 'Software as a Service');
    await choose(tabs[0], 'SaaS', 'I know this term');
    await expectLit('PaaS', 'IaaS');
    await choose(tabs[1], 'PaaS', 'Not this meaning');
    await expectLit('IaaS');
    await tabs[1].keyboard.press('Escape'); // its card lies over the next word
    await waitUntilClosed(browser, tabs[1]);
    await choose(tabs[1], 'IaaS', 'Not on this site');
    await expectLit();
    const popup = await openPopupTab(browser);
    const off = 'Termlight is off on 127.0.0.1';
    const other = '“PaaS” will not be lit on 127.0.0.1';
    const known = '“SaaS” will not be lit any more';
    await expect.poll(popup.offered, WAIT).toEqual([off, other, known]);
    await popup.undo(off);
    await expect.poll(popup.offered, WAIT).toEqual([other, known]);
    await popup.undo(known);
    await expect.poll(popup.offered, WAIT).toEqual([other]);
    await popup.close();
    await expectLit('SaaS', 'IaaS', 'Software as a Service');
    await chooseInOptions(browser, 'Remove'); // of the one that is left
    await expectLit('SaaS', 'PaaS', 'IaaS', 'Software as a Service');
    const later = await openPopupTab(browser);
    await expect.poll(later.isRead, WAIT).toBe('true');
    expect(await later.offered()).toEqual([]);
    await later.close();
  });
});

/** Opens the popup in a tab, to read and take back what it offers to. */
async function openPopupTab(browser: TestBrowser) {
  const page = browser.name === 'Firefox' ? null : await browser.openPage(browser.extensionOrigin + POPUP);
  if (!page) await openFirefoxPage(browser, POPUP);
  const evaluate = async (source: string) =>
    page
      ? String(await page.evaluate(source))
      : evaluateInFirefoxPage(browser, POPUP, source.replaceAll('document', 'content.document'));
  const offered = "[...document.querySelectorAll('.popup-recent li')]";
  return {
    isRead: () => evaluate("document.querySelector('.popup-footer .pause') !== null"),
    offered: async () =>
      JSON.parse((await evaluate(`JSON.stringify(${offered}.map((line) => line.firstChild.textContent))`)) || '[]'),
    async undo(text: string) {
      const button = `${offered}.find((line) => line.textContent.startsWith(${JSON.stringify(text)})).lastChild`;
      await evaluate(`${button}.focus()`);
      if (page) await page.keyboard.press('Enter');
      else await pressKeysInFirefox(browser, ['Enter']);
    },
    close: () => (page ? page.close() : closeFirefoxPage(browser, POPUP)),
  };
}

async function readShown(place: Page | Frame): Promise<Shown> {
  const lit = (await litTexts(place)).sort();
  return { lit, ...(await callInPage(place, readLook)) };
}

/** Clicks a lit word of a page, or of a frame of its at the top. */
async function clickLit(tab: Page, place: Page | Frame, text: string): Promise<void> {
  const at = await locateLit(place, text);
  if (!at) throw new Error(`${text} is not lit`);
  const offset = place === tab ? { x: 0, y: 0 } : await callInPage(tab, readFrameOffset);
  await tab.mouse.click(at.x + offset.x, at.y + offset.y);
}

// The functions below run in the page.

function readLook(): Omit<Shown, 'lit'> {
  const style = getComputedStyle(document.documentElement);
  return {
    hue: style.getPropertyValue('--termlight-hue').trim(),
    tint: style.getPropertyValue('--termlight-tint').trim(),
  };
}

function isCardOpen(): boolean {
  return document.querySelector('termlight-card')?.matches(':popover-open') ?? false;
}

function readFrameOffset(): { x: number; y: number } {
  const frame = document.querySelector('iframe') as HTMLIFrameElement;
  const { left, top } = frame.getBoundingClientRect();
  return { x: left + frame.clientLeft, y: top + frame.clientTop };
}
