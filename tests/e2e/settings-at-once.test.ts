// Each setting takes effect at once in every open tab and in frames, without a reload. (Sites and pauses: sites.test.ts;
// the number on the toolbar button: badge.test.ts; the language in panel, popup and pinned cards: definitions.test.ts.)
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../entrypoints/shared/settings.ts';
import { callInPage } from '../../scripts/in-page.ts';
import { litTexts, locateLit, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { clickInCard, openCard, waitUntilClosed } from './card.ts';
import { callInCard } from './closed-root.ts';
import { closeFirefoxPage, evaluateInFirefoxPage, openFirefoxPage, pressKeysInFirefox } from './extension-pages.ts';
import { passFrames } from './frames.ts';
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

/** What opens a card, how many milliseconds it takes at least, and, where a machine is not too slow, at most. */
const DWELLS = [
  ['calm', 400, Number.POSITIVE_INFINITY],
  ['quick', 100, 250],
] as const;
const FRAMES = 30; // half a second or more: beyond the wait of the pointer’s rest
const ENGLISH = 'Software rented over the Internet';
const CHINESE = '按订阅租用的软件';

const ELSEWHERE: readonly (keyof Settings)[] = ['sitesOff', 'sitesOn', 'pausedUntil', 'badge'];
const HERE = ['fading', 'cardOpening', 'definitions', ...CASES.flatMap(([settings]) => Object.keys(settings))];

it('there is no setting without a test', () => {
  expect([...new Set([...HERE, ...ELSEWHERE])].sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
});

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

  /** Stores settings, with a look that tells where they have arrived, and does something in each tab and in the frame. */
  const storeAndTry = async (settings: Partial<Settings>, act: (tab: Page, place: Page | Frame) => Promise<void>) => {
    await expectShown(AT_FIRST);
    await store({ ...settings, highlight: { style: 'both', hue: 120 } });
    await expectShown({ ...AT_FIRST, hue: '120', tint: '22%' });
    for (const [tab, place] of [...tabs.map((page) => [page, page] as const), [tabs[1] as Page, frame] as const]) {
      await tab.bringToFront();
      await act(tab, place);
    }
  };
  const expectCard = (place: Page | Frame, isOpen: boolean) =>
    expect.poll(() => callInPage(place, isCardOpen), WAIT).toBe(isOpen);
  /** A card that was opened by the pointer alone: without the focus a frame hears no key. */
  const leave = async (tab: Page, place: Page | Frame) => {
    await tab.mouse.move(900, 700, { steps: 3 }); // off the word while it is still in the frame
    await expectCard(place, false);
  };
  const close = async (tab: Page, place: Page | Frame) => {
    await tab.keyboard.press('Escape');
    await expectCard(place, false);
  };
  /** Milliseconds from the pointer's last movement to the card, as the page sees them. */
  const measureDwell = async (tab: Page, place: Page | Frame) => {
    await callInPage(place, noteMovesAndCard);
    await pointAtLit(tab, place, 'SaaS');
    await expectCard(place, true);
    const dwell = await callInPage(place, () => (window as unknown as { dwell: number }).dwell);
    await leave(tab, place);
    return dwell;
  };

  it.each(DWELLS)('{"cardOpening":"%s"}', async (cardOpening, least, most) => {
    await storeAndTry({ cardOpening }, async (tab, place) => {
      const dwells: number[] = [];
      await expect
        .poll(async () => dwells.push(await measureDwell(tab, place)) && Math.min(...dwells), { timeout: 40_000 })
        .toBeLessThan(most);
      expect(Math.min(...dwells)).toBeGreaterThanOrEqual(least);
    });
  });

  it('{"cardOpening":"key"}', async () => {
    await storeAndTry({ cardOpening: 'key' }, async (tab, place) => {
      await pointAtLit(tab, place, 'SaaS');
      await passFrames(tab, FRAMES);
      expect(await callInPage(place, isCardOpen)).toBe(false);
      await tab.keyboard.down('Shift');
      await pointAtLit(tab, place, 'PaaS');
      await expectCard(place, true);
      await tab.keyboard.up('Shift');
      await leave(tab, place);
    });
  });

  it('{"cardOpening":"click"}', async () => {
    await storeAndTry({ cardOpening: 'click' }, async (tab, place) => {
      await clickLit(tab, place, 'SaaS');
      await expectCard(place, true);
      await close(tab, place);
    });
  });

  it('{"definitions":"zh"}', async () => {
    await storeAndTry({ cardOpening: 'click', definitions: 'en' }, async (tab, place) => {
      await clickLit(tab, place, 'SaaS');
      const text = () => callInCard(name, place, readText);
      await expect.poll(text, WAIT).toContain(ENGLISH);
      await store({ cardOpening: 'click', definitions: 'zh' });
      await expect.poll(text, WAIT).toContain(CHINESE);
      await store({ cardOpening: 'click', definitions: 'en' });
      await expect.poll(text, WAIT).toContain(ENGLISH);
      await close(tab, place);
    });
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

/** Moves the pointer onto a lit word of a page, or of a frame of its at the top. */
async function pointAtLit(tab: Page, place: Page | Frame, text: string): Promise<{ x: number; y: number }> {
  await waitUntilTextLit(place, text);
  const at = await locateLit(place, text);
  if (!at) throw new Error(`${text} is not lit`);
  const offset = place === tab ? { x: 0, y: 0 } : await callInPage(tab, readFrameOffset);
  const point = { x: at.x + offset.x, y: at.y + offset.y };
  await tab.mouse.move(point.x, point.y, { steps: 3 });
  return point;
}

async function clickLit(tab: Page, place: Page | Frame, text: string): Promise<void> {
  const { x, y } = await pointAtLit(tab, place, text);
  await tab.mouse.click(x, y);
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

function readText(root: ShadowRoot): string {
  return root.querySelector<HTMLElement>('[role="dialog"]')?.innerText ?? '';
}

/** Notes the milliseconds between the pointer's last movement and the next card that opens. */
function noteMovesAndCard(): void {
  let movedAt = 0;
  const onMove = ({ timeStamp }: Event) => {
    movedAt = timeStamp;
  };
  const onToggle = () => {
    Object.assign(window, { dwell: performance.now() - movedAt });
    window.removeEventListener('pointermove', onMove, true);
    window.removeEventListener('beforetoggle', onToggle, true);
  };
  window.addEventListener('pointermove', onMove, true);
  window.addEventListener('beforetoggle', onToggle, true);
}

function readFrameOffset(): { x: number; y: number } {
  const frame = document.querySelector('iframe') as HTMLIFrameElement;
  const { left, top } = frame.getBoundingClientRect();
  return { x: left + frame.clientLeft, y: top + frame.clientTop };
}
