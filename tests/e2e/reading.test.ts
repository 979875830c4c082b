// A reader's way through the real extension in Chromium: lit term, card, side panel, popup.
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callInPage, waitInPage } from '../../scripts/in-page.ts';
import { litTexts, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { clickCardButton, findExtensionPage, openCard, openPanelFromCard, openPopup } from '../../scripts/pictures.ts';
import { startBrowser, type TestBrowser } from './harness.ts';

const HU_ON_SAAS =
  'In industrial use cases such as PaaS and SaaS, traditional companies would have more opportunities.';

let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser('Chromium');
});
afterAll(() => browser?.close());

beforeEach(async () => {
  page = await browser.openFixture('possessives-and-plurals.html');
  await waitUntilTextLit(page, 'SaaS');
});
afterEach(async () => {
  for (const open of await browser.browser.pages()) if (open.url() !== 'about:blank') await open.close();
  expect(browser.outsideRequests).toEqual([]);
});

describe('the card', () => {
  it('opens after the dwell with the definition, a quotation, its source and the buttons', async () => {
    const card = await openCard(page, 'SaaS');
    const { name, text, buttons } = await readCard(page);
    expect(name).toBe('SaaS');
    expect(text).toContain('Software rented over the Internet');
    expect(text).toContain(HU_ON_SAAS);
    expect(text).toContain('Hu Xiaoming, TMTPost, 2017');
    expect(buttons).toEqual(expect.arrayContaining(['All quotes', 'Pin', 'More', 'Close', 'PaaS', 'IaaS']));
    await card.dispose();
  });

  it('can be reached with the pointer, shows related terms and leads back', async () => {
    const card = await openCard(page, 'SaaS');
    await clickCardButton(card, 'PaaS');
    await expect.poll(async () => (await readCard(page)).name).toBe('PaaS');
    const related = await page.waitForSelector('termlight-card');
    await clickCardButton(related as never, 'Back');
    await expect.poll(async () => (await readCard(page)).name).toBe('SaaS');
  });

  it('closes when the pointer leaves, unless it is pinned', async () => {
    const card = await openCard(page, 'SaaS');
    await page.mouse.move(600, 500);
    await waitForCards(page, 0);
    const again = await openCard(page, 'SaaS');
    await clickCardButton(again, 'Pin');
    await page.mouse.move(600, 500);
    await openCard(page, 'Tencent');
    await waitForCards(page, 2);
    await card.dispose();
  });

  it('closes with Escape, which the page does not see', async () => {
    await callInPage(page, recordKeys);
    await openCard(page, 'SaaS');
    await page.keyboard.press('Escape');
    await waitForCards(page, 0);
    await page.keyboard.press('a');
    expect(await callInPage(page, () => (window as unknown as { keys: string[] }).keys)).toEqual(['a']);
  });

  it('does not open for events that the page makes up', async () => {
    await callInPage(page, makeUpHover);
    const card = await openCard(page, 'Tencent'); // a real one: by now the made-up one would have opened
    expect((await readCard(page)).name).toBe('Tencent');
    expect(await callInPage(page, () => (window as unknown as { cardsSeen: number }).cardsSeen)).toBe(1);
    await card.dispose();
  });

  it('opens without the service worker, which is told only then', async () => {
    const target = await browser.browser.waitForTarget((candidate) => candidate.type() === 'service_worker');
    await (await target.worker())?.close();
    await keepMessagesBack(page);
    await openCard(page, 'SaaS');
    expect((await readCard(page)).text).toContain(HU_ON_SAAS);
    expect(browser.browser.targets().filter((candidate) => candidate.type() === 'service_worker')).toEqual([]);
  });

  it('opens the panel while the service worker is stopped', async () => {
    const card = await openCard(page, 'SaaS');
    const target = await browser.browser.waitForTarget((candidate) => candidate.type() === 'service_worker');
    await (await target.worker())?.close();
    await openPanelFromCard(browser, card); // which wakes the worker
  });

  it('takes a term back at once when the reader knows it, and gives it again on Undo', async () => {
    const card = await openCard(page, 'SaaS');
    await clickCardButton(card, 'More');
    await clickCardButton(card, 'I know this term');
    await expect.poll(() => litTexts(page)).not.toContain('SaaS');
    await clickCardButton(card, 'Undo');
    await expect.poll(() => litTexts(page)).toContain('SaaS');
  });
});

describe('the side panel', () => {
  it('shows all quotations of the term, with question, section, source and a link to the sentence', async () => {
    const card = await openCard(page, 'SaaS');
    const panel = await openPanelFromCard(browser, card);
    expect(await panel.$eval('h1', (heading) => heading.textContent)).toBe('SaaS');
    const quotations = await panel.$$eval('blockquote', (quotes) => quotes.map((quote) => quote.textContent));
    expect(quotations.some((text) => text?.includes(HU_ON_SAAS))).toBe(true);
    const text = await panel.$eval('body', (body) => body.textContent);
    expect(text).toContain('Industrial cloud is a pseudo proposition');
    expect(text).toContain('They believe that traditional giants will be the leaders in industrial cloud.');
    const links = await panel.$$eval('a', (all) =>
      all.filter((a) => a.textContent === 'Read in context').map((a) => a.href),
    );
    expect(links[0]).toMatch(/^http:\/\/www\.tmtpost\.com\/2617972\.html#:~:text=/);
  });

  it('lists the terms of the page and leads to each', async () => {
    const card = await openCard(page, 'SaaS');
    const panel = await openPanelFromCard(browser, card);
    await (await panel.waitForSelector('::-p-text(This page)'))?.click();
    await expect
      .poll(() => panel.$eval('body', (body) => body.textContent), { timeout: 10_000 })
      .toContain('public cloud');
    await (await panel.waitForSelector('li ::-p-text(public cloud)'))?.click();
    await waitInPage(page, 'a glow under “public clouds”', isGlowing, ['public clouds']);
  });
});

describe('the popup', () => {
  it('finds a misspelt term and opens the panel at it with Enter', async () => {
    await page.bringToFront();
    const popup = await openPopup(browser, 'allyun');
    await popup.keyboard.down('Enter'); // the popup is gone before the key comes up
    const panel = await findExtensionPage(browser, 'sidepanel.html');
    await expect.poll(() => panel.$eval('h1', (heading) => heading.textContent).catch(() => null)).toBe('Aliyun');
  });

  it('switches the site off and on, at once', async () => {
    await page.bringToFront();
    const popup = await openPopup(browser, 'saas');
    const control = await popup.waitForSelector('[role="switch"]');
    await control?.click();
    await expect.poll(() => litTexts(page)).toEqual([]);
    await control?.click();
    await expect.poll(() => litTexts(page)).toContain('SaaS');
  });
});

/** What assistive technology is told of the open card. */
async function readCard(from: Page): Promise<{ name: string; text: string; buttons: string[] }> {
  const tree = await from.accessibility.snapshot({ interestingOnly: false });
  const nodes = tree ? flatten(tree) : [];
  const dialog = nodes.find((node) => node.role === 'dialog');
  const inside = dialog ? flatten(dialog) : [];
  return {
    name: dialog?.name ?? '',
    text: inside.flatMap((node) => (node.role === 'StaticText' ? [node.name ?? ''] : [])).join(' '),
    buttons: inside.flatMap((node) => (node.role === 'button' ? [node.name ?? ''] : [])),
  };
}

interface AccessibleNode {
  readonly role?: string;
  readonly name?: string;
  readonly children?: readonly AccessibleNode[];
}

function flatten(node: AccessibleNode): AccessibleNode[] {
  return [node, ...(node.children ?? []).flatMap(flatten)];
}

async function waitForCards(from: Page, count: number): Promise<void> {
  await expect
    .poll(async () => {
      const tree = await from.accessibility.snapshot({ interestingOnly: false });
      return tree ? flatten(tree).filter((node) => node.role === 'dialog').length : 0;
    })
    .toBe(count);
}

// The functions below run in the page.

function recordKeys(): void {
  const keys: string[] = [];
  Object.assign(window, { keys });
  window.addEventListener('keydown', (event) => keys.push(event.key), true);
}

/** Everything that a pointer would send on its way to SaaS, and how many card elements came of it. */
function makeUpHover(): void {
  Object.assign(window, { cardsSeen: 0 });
  new MutationObserver((records) => {
    for (const { addedNodes } of records) (window as unknown as { cardsSeen: number }).cardsSeen += addedNodes.length;
  }).observe(document.documentElement, { childList: true });
  const [lit] = [...(CSS.highlights.get('termlight') ?? [])];
  if (!lit) throw new Error('nothing is lit');
  const range = document.createRange();
  range.setStart(lit.startContainer, lit.startOffset);
  range.setEnd(lit.endContainer, lit.endOffset);
  const { x, y } = range.getBoundingClientRect();
  for (const type of ['pointerover', 'pointermove', 'mouseover', 'mousemove', 'pointerdown', 'click', 'touchstart']) {
    const event = new PointerEvent(type, { bubbles: true, composed: true, clientX: x + 2, clientY: y + 2 });
    lit.startContainer.parentElement?.dispatchEvent(event);
  }
}

function isGlowing(text: string): boolean {
  return [...(CSS.highlights.get('termlight-current') ?? [])].some((lit) => {
    const range = document.createRange();
    range.setStart(lit.startContainer, lit.startOffset);
    range.setEnd(lit.endContainer, lit.endOffset);
    return range.toString() === text;
  });
}

/** From now on no message of the content script reaches anyone. */
async function keepMessagesBack(from: Page): Promise<void> {
  const session = await from.createCDPSession();
  const world = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (browser.extensionOrigin.startsWith(context.origin)) resolve(context.id);
    });
  });
  await session.send('Runtime.enable');
  const expression = 'chrome.runtime.sendMessage = () => new Promise(() => {})';
  await session.send('Runtime.evaluate', { contextId: await world, expression });
}
