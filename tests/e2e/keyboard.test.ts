// The keyboard alone, from a page to a term's card and back. Chromium hands its own keys to the extension where no test
// can press them: the worker is given the command as the browser would give it.
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { litTexts, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { pressCommand } from './browser-ui.ts';
import { readCard, readFocused, readSaid, waitUntilClosed } from './card.ts';
import { callInCard } from './closed-root.ts';
import { closeFirefoxPage, closeFirefoxSidebar, openFirefoxSidebar } from './extension-pages.ts';
import { BROWSERS, type TestBrowser, useNewTabs } from './harness.ts';
import { evaluateInOpenPanel, pressInOpenPanel } from './panel-page.ts';
import { openSettings } from './settings.ts';

const WAIT = { timeout: 10_000, interval: 30 };

describe.each(BROWSERS)('by the keyboard in %s', (name) => {
  let browser: TestBrowser;
  let page: Page;
  useNewTabs(name, async (opened) => {
    browser = opened;
    page = await browser.openFixture('keyboard.html');
    await page.bringToFront();
    await waitUntilTextLit(page, 'SaaS');
    await page.focus('#link');
    return page;
  });

  const focused = () => readFocused(browser, page);
  const said = () => readSaid(browser, page);
  const glowing = () => callInPage(page, readGlow);
  const inPanel = (expression: string) => evaluateInOpenPanel(browser, expression);
  const readPanel = () => inPanel('document.body.innerText');
  const focusedInPanel = () =>
    inPanel('document.activeElement.innerText || document.activeElement.localName').then((text) => text.trim());
  const tabInPanelTo = async (label: string) => {
    for (let step = 0; step < 40; step++) {
      await pressInOpenPanel(browser, ['Tab']);
      if ((await focusedInPanel()) === label) return;
    }
    throw new Error(`in the panel Tab does not lead to “${label}”`);
  };
  /** Presses Tab until what has this name has the focus; gives the names on the way. */
  const tabTo = async (label: string): Promise<string[]> => {
    const passed: string[] = [];
    for (let step = 0; step < 20; step++) {
      await page.keyboard.press('Tab');
      const name = await focused();
      if (name === label) return passed;
      passed.push(name);
    }
    throw new Error(`Tab does not lead to “${label}”, but to ${passed}`);
  };

  /** Goes on until a term is current, and opens its card. */
  const openByKey = async (label = 'SaaS') => {
    while ((await glowing()) !== label) {
      const before = await glowing();
      await pressCommand(browser, 'next-term');
      await expect.poll(glowing, WAIT).not.toBe(before);
    }
    await pressCommand(browser, 'open-card');
    await expect.poll(focused, WAIT).toBe(label);
  };

  it('walks the terms in reading order, around the end, and glows under the current one', async () => {
    const walked: string[] = [];
    for (const command of ['next-term', 'next-term', 'next-term', 'previous-term', 'next-term', 'next-term'] as const) {
      const before = walked.at(-1);
      await pressCommand(browser, command);
      await expect.poll(glowing, WAIT).not.toBe(before ?? '');
      walked.push(await glowing());
    }
    expect(walked).toEqual(['SaaS', 'PaaS', 'IaaS', 'PaaS', 'IaaS', 'SaaS']);
  });

  it('says which term it has come to, and how many there are, without moving the focus', async () => {
    for (const saying of ['SaaS, term 1 of 3', 'PaaS, term 2 of 3']) {
      await pressCommand(browser, 'next-term');
      await expect.poll(said, WAIT).toBe(saying);
    }
    expect(await page.evaluate('document.activeElement.id')).toBe('link');
    expect(await page.evaluate('document.querySelectorAll("termlight-card").length')).toBe(1);
  });

  it('says so where there is no term', async () => {
    await page.evaluate('document.body.textContent = "Nothing"');
    await expect.poll(() => litTexts(page), WAIT).toEqual([]);
    await pressCommand(browser, 'next-term');
    await expect.poll(said, WAIT).toBe('No terms on this page');
  });

  it('says whether its key has switched the site off or on', async () => {
    await pressCommand(browser, 'toggle-site');
    await expect.poll(said, WAIT).toBe('Termlight is off for this site');
    expect(await litTexts(page)).toEqual([]);
    await pressCommand(browser, 'toggle-site');
    await expect.poll(said, WAIT).toBe('Termlight is on for this site');
    await waitUntilTextLit(page, 'SaaS');
  });

  it('walks terms that are unlit, too, and glows under the current one', async () => {
    const storeSettings = await openSettings(browser);
    await storeSettings({ density: 'quiet' });
    await page.bringToFront();
    await expect.poll(() => litTexts(page)).toEqual([]);
    await pressCommand(browser, 'next-term');
    await expect.poll(glowing, WAIT).toBe('SaaS');
    expect(await litTexts(page)).toEqual(['SaaS']);
    await storeSettings({});
  });

  it('walks into a form whose fields are named like methods', async () => {
    await page.goto(browser.server.urlOf('fields-named-like-methods.html'));
    await waitUntilTextLit(page, 'SaaS');
    await pressCommand(browser, 'next-term');
    await expect.poll(glowing, WAIT).toBe('SaaS');
  });

  it('opens the card of the current term, moves the focus into it, and gives it back', async () => {
    await openByKey();
    expect((await readCard(browser, page))?.description).toMatch(/^Software rented over the Internet/);
    expect(await tabTo('Close')).toEqual(expect.arrayContaining(['PaaS', 'All quotes', 'Pin', 'More']));
    await page.keyboard.press('Escape');
    await waitUntilClosed(browser, page);
    expect(await page.evaluate('document.activeElement.id')).toBe('link');
  });

  it('brings a term into view that stands far down or far to the right in a box, in a high or wide text', async () => {
    await callInPage(page, fillBoxes);
    await waitUntilTextLit(page, 'SaaS');
    for (const label of ['SaaS', 'PaaS', 'IaaS']) {
      await pressCommand(browser, 'next-term');
      await expect.poll(glowing, WAIT).toBe(label);
      await expect.poll(() => callInPage(page, isGlowSeen), WAIT).toBe(true);
    }
  });

  it('brings the current term into view, with its card, when that is opened', async () => {
    await pressCommand(browser, 'next-term');
    await expect.poll(glowing, WAIT).toBe('SaaS');
    await page.evaluate('document.body.style.paddingBottom = "5000px"; scrollTo(0, 4000)');
    await openByKey();
    await expect.poll(() => callInPage(page, isGlowSeen), WAIT).toBe(true);
    await expect.poll(() => callInCard(name, page, isCardSeen), WAIT).toBe(true);
  });

  it('opens the card of the first term on screen where none is current', async () => {
    await page.evaluate('document.querySelector("p").style.marginBottom = "5000px"; scrollTo(0, 5000)');
    await waitUntilTextLit(page, 'PaaS');
    await pressCommand(browser, 'open-card');
    await expect.poll(focused, WAIT).toBe('PaaS');
    expect(await glowing()).toBe('PaaS');
  });

  it('gives the focus back into a shadow root, to a link in a drawing, and to a pinned card', async () => {
    await callInPage(page, addFocusable);
    for (const place of ['in a root', 'in a closed root', 'in a drawing']) {
      await page.evaluate(`focusables[${JSON.stringify(place)}].focus()`);
      await openByKey();
      await page.keyboard.press('Escape');
      await waitUntilClosed(browser, page);
      expect(await page.evaluate(`focusables[${JSON.stringify(place)}].matches(':focus')`)).toBe(true);
    }
    await openByKey();
    await tabTo('Pin');
    await page.keyboard.press('Enter');
    await openByKey('PaaS');
    await page.keyboard.press('Escape');
    await expect.poll(focused, WAIT).toBe('Pin');
  });

  it('works on a page that takes all keys and keeps the focus', async () => {
    await page.goto(browser.server.urlOf('takes-all-keys.html'));
    await waitUntilTextLit(page, 'SaaS');
    await page.focus('#link');
    await openByKey();
    await tabTo('Pin');
    await page.keyboard.press('Enter');
    const placeOf = () => callInCard(name, page, (root) => root.querySelector('.place')?.getBoundingClientRect().x);
    const before = Number(await placeOf());
    await page.keyboard.press('ArrowRight');
    await expect.poll(placeOf, WAIT).toBe(before + 16);
    expect(await page.evaluate('taken')).toEqual([]);
    await page.keyboard.press('Escape');
    await waitUntilClosed(browser, page);
    expect(await page.evaluate('document.activeElement.id')).toBe('link');
    await page.keyboard.press('a');
    expect(await page.evaluate('taken')).toContain('a');
  });

  // Chromium opens no side panel for a test.
  if (name === 'Firefox')
    it('walks the page also from the sidebar', async () => {
      await openFirefoxSidebar(browser);
      await expect.poll(() => page.evaluate('document.hasFocus()'), WAIT).toBe(false);
      await pressCommand(browser, 'next-term');
      await expect.poll(glowing, WAIT).toBe('SaaS');
      await closeFirefoxSidebar(browser);
    });

  it('does all that is under More, and writes a note, with keys alone', async () => {
    const use = async (button: string) => {
      await tabTo(button);
      await page.keyboard.press('Enter');
    };
    const cardText = async () => (await readCard(browser, page))?.text;
    await openByKey();
    await use('More');
    for (const button of ['Not this meaning', 'I know this term']) {
      await use(button);
      await expect.poll(focused, WAIT).toBe('Undo');
      await expect.poll(() => litTexts(page), WAIT).not.toContain('SaaS');
      await page.keyboard.press('Enter');
      await expect.poll(focused, WAIT).toBe('SaaS');
      await waitUntilTextLit(page, 'SaaS');
    }
    for (const button of ['Copy as text', 'Copy as Markdown']) {
      await use(button);
      await expect.poll(cardText, WAIT).toContain('Copied');
    }
    await page.keyboard.press('Escape');
    await openByKey();
    await use('More');
    await use('Not on this site');
    await expect.poll(() => litTexts(page), WAIT).toEqual([]);
    await pressCommand(browser, 'toggle-site');
    await waitUntilTextLit(page, 'SaaS');
    await openByKey();
    await use('More');
    await use('Add a note of my own');
    await expect.poll(focusedInPanel, WAIT).toBe('textarea');
    await pressInOpenPanel(browser, [...'Ask Ann']);
    await expect.poll(() => inPanel('document.activeElement.value'), WAIT).toBe('Ask Ann');
    await tabInPanelTo('Delete note');
    await pressInOpenPanel(browser, ['Enter']);
    await expect.poll(focusedInPanel, WAIT).toBe('Undo');
    await pressInOpenPanel(browser, ['Enter']);
    await expect.poll(() => inPanel('document.querySelector("textarea")?.value'), WAIT).toBe('Ask Ann');
    if (name === 'Firefox') await closeFirefoxPage(browser, 'sidepanel.html');
  });

  it('goes from the page to what Hu said, and through a related term and back, with keys alone', async () => {
    await openByKey();
    await tabTo('PaaS');
    await page.keyboard.press('Enter');
    await expect.poll(focused, WAIT).toBe('PaaS');
    await tabTo('Back');
    await page.keyboard.press(' ');
    await expect.poll(focused, WAIT).toBe('SaaS');
    await tabTo('All quotes');
    await page.keyboard.press('Enter');
    await expect.poll(readPanel, WAIT).toContain('traditional companies would have more opportunities.');
    await tabInPanelTo('Read in context');
    expect(await inPanel('document.activeElement.href')).toMatch(/^http:.*2617972\.html#:~:text=/);
  });
});

// The functions below run in the page.
function readGlow(): string {
  const [lit] = [...(CSS.highlights.get('termlight-current') ?? [])];
  if (!lit) return '';
  const range = document.createRange();
  range.setStart(lit.startContainer, lit.startOffset);
  range.setEnd(lit.endContainer, lit.endOffset);
  return range.toString();
}

/** Focusable elements where the document’s `activeElement` does not name them, or they are no HTML. */
function addFocusable(): void {
  const addInRoot = (name: string, mode: ShadowRootMode) => {
    const host = document.createElement(name);
    document.body.append(host);
    const root = host.attachShadow({ mode });
    root.innerHTML = '<a href="#a">A link</a>';
    return root.querySelector('a');
  };
  document.body.insertAdjacentHTML('beforeend', '<svg><a href="#a"><text y="20">A link</text></a></svg>');
  const focusables = {
    'in a root': addInRoot('open-part', 'open'),
    'in a closed root': addInRoot('closed-part', 'closed'),
    'in a drawing': document.querySelector('svg a'),
  };
  Object.assign(window, { focusables });
}

function fillBoxes(): void {
  const box = (style: string, text: string) =>
    `<div class="box" style="width: 300px; height: 200px; margin-top: 1200px; overflow: auto; ${style}"><p>${text}</p></div>`;
  const filler = 'Nothing to see here. '.repeat(400);
  document.body.innerHTML = [
    box('', `${filler} SaaS ${filler}`),
    box('white-space: nowrap', `${filler} PaaS ${filler}`),
    box('white-space: nowrap; direction: rtl', `${filler} IaaS ${filler}`),
  ].join('');
}

/** Whether the current term is inside the window and the box that it stands in. */
function isGlowSeen(): boolean {
  const [lit] = [...(CSS.highlights.get('termlight-current') ?? [])];
  if (!lit) return false;
  const range = document.createRange();
  range.setStart(lit.startContainer, lit.startOffset);
  range.setEnd(lit.endContainer, lit.endOffset);
  const { left, right, top, bottom } = range.getBoundingClientRect();
  const box = lit.startContainer.parentElement?.closest('.box')?.getBoundingClientRect();
  const sees = (view: { left: number; right: number; top: number; bottom: number }) =>
    left >= view.left && right <= view.right && top >= view.top && bottom <= view.bottom;
  return sees({ left: 0, right: innerWidth, top: 0, bottom: innerHeight }) && (!box || sees(box));
}

function isCardSeen(root: ShadowRoot): boolean {
  const { top, bottom } = root.querySelector('[role="dialog"]')?.getBoundingClientRect() ?? new DOMRect(0, -1);
  return top >= 0 && bottom <= innerHeight;
}
