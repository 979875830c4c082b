// What a reader does with a card that is to stay: pin it, move it, follow related terms in it, copy from it.
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { clickInCard, openCard, pointAt, readCard, readSaid, waitUntilClosed } from './card.ts';
import { callInCard } from './closed-root.ts';
import { BROWSERS, type TestBrowser, useNewTabs } from './harness.ts';

describe.each(BROWSERS)('a card that stays in %s', (name) => {
  let browser: TestBrowser;
  let page: Page;
  useNewTabs(name, async (opened) => {
    browser = opened;
    page = await browser.openFixture('keyboard.html');
    await waitUntilTextLit(page, 'SaaS');
    await openCard(browser, page, 'SaaS');
    return page;
  });

  const places = async () => (await callInCard(name, page, readPlaces)) ?? [];
  const place = async (name = 'SaaS') => {
    const { x, y } = (await places()).find(({ label }) => label === name) ?? { x: 0, y: 0 };
    return { x, y };
  };
  const openAnother = async (text: string) => {
    await pointAt(page, text);
    await expect.poll(async () => (await readCard(browser, page))?.label, { timeout: 10_000 }).toBe(text);
  };
  const drag = async (by: { x: number; y: number }, label?: string) => {
    const { x, y } = await place(label);
    await page.mouse.move(x + 30, y + 20);
    await page.mouse.down();
    await page.mouse.move(x + 30 + by.x, y + 20 + by.y, { steps: 5 });
    await page.mouse.up();
  };

  it('is dragged by its heading once it is pinned, and stays inside the window', async () => {
    const before = await place();
    await clickInCard(browser, page, 'Pin');
    await drag({ x: 200, y: 100 });
    await expect.poll(() => place()).toEqual({ x: before.x + 200, y: before.y + 100 });
    await drag({ x: -before.x - 225, y: -before.y - 115 }); // the pointer stays inside: in Firefox it must
    await expect.poll(() => place()).toEqual({ x: 0, y: 0 });
  });

  it('is not dragged before it is pinned', async () => {
    const before = await place();
    await drag({ x: 200, y: 100 });
    expect(await place()).toEqual(before);
  });

  it('stays where it is pinned while the page scrolls', async () => {
    await clickInCard(browser, page, 'Pin');
    const before = await place();
    await page.evaluate('document.body.style.height = "5000px"');
    await page.mouse.move(5, 800);
    await page.mouse.wheel({ deltaY: 300 });
    await expect.poll(() => callInPage(page, () => scrollY)).toBeGreaterThan(100);
    expect(await place()).toEqual(before);
  });

  it('is moved by the arrow keys', async () => {
    await clickInCard(browser, page, 'Pin'); // which has the focus now
    const { x, y } = await place();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft'] as const) await page.keyboard.press(key);
    await expect.poll(() => place()).toEqual({ x: x + 16, y: y + 16 });
    await page.keyboard.down('Alt'); // the browser's way through its history
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.up('Alt');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => place()).toEqual({ x: x + 16, y: y + 32 });
  });

  // Only Chromium lets a test compose.
  if (name === 'Chromium')
    it('stays where Escape belongs to an input method', async () => {
      await clickInCard(browser, page, 'Pin');
      await callInPage(page, watchCopying);
      await page.focus('textarea');
      const session = await page.createCDPSession();
      await session.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
      await page.keyboard.press('Escape');
      expect(await places()).toHaveLength(1);
      await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
      await page.keyboard.press('Escape');
      await waitUntilClosed(browser, page);
    });

  it('stays beside others, of which Escape closes the one used last', async () => {
    await clickInCard(browser, page, 'Pin');
    await drag({ x: 500, y: 300 });
    await openAnother('PaaS');
    await clickInCard(browser, page, 'Pin');
    await drag({ x: 0, y: 400 }, 'PaaS');
    await openAnother('IaaS');
    const description = (await readCard(browser, page))?.description;
    expect(description).toMatch(/^Computing power/);
    await expect.poll(() => readSaid(browser, page)).toBe(`IaaS: ${description}`);
    const names = async () => (await places()).map(({ label }) => label).sort();
    await expect.poll(names).toEqual(['IaaS', 'PaaS', 'SaaS']);
    await page.keyboard.press('Escape');
    await expect.poll(names).toEqual(['PaaS', 'SaaS']);
    await drag({ x: 10, y: 10 }, 'SaaS');
    await page.keyboard.press('Escape');
    await expect.poll(names).toEqual(['PaaS']);
  });

  it('keeps no other card open while the pointer rests on it', async () => {
    await clickInCard(browser, page, 'Pin');
    await drag({ x: 500, y: 300 });
    const { x, y } = await place();
    await openAnother('PaaS');
    await page.mouse.move(x + 30, y + 20);
    await expect.poll(async () => (await places()).map(({ label }) => label)).toEqual(['SaaS']);
  });

  it('closes with a press outside when the pin is taken off', async () => {
    await clickInCard(browser, page, 'Pin');
    await clickInCard(browser, page, 'Pin');
    await page.mouse.click(5, 800);
    await waitUntilClosed(browser, page);
  });

  it('opens related terms in itself, and has the focus there and back', async () => {
    const label = async () => (await readCard(browser, page))?.label;
    await clickInCard(browser, page, 'PaaS');
    await expect.poll(label).toBe('PaaS');
    await expect.poll(() => callInCard(name, page, readFocus)).toBe('PaaS');
    await clickInCard(browser, page, 'Back');
    await expect.poll(label).toBe('SaaS');
    await expect.poll(() => callInCard(name, page, readFocus)).toBe('SaaS');
  });

  it('shows a related term from its beginning', async () => {
    await clickInCard(browser, page, 'Pin');
    await page.setViewport({ width: 800, height: 300 });
    await expect.poll(() => callInCard(name, page, scrollToRelated)).toBeGreaterThan(0);
    await clickInCard(browser, page, 'PaaS');
    await expect.poll(async () => (await readCard(browser, page))?.label).toBe('PaaS');
    expect(await callInCard(name, page, (root) => root.querySelector('.card-body')?.scrollTop)).toBe(0);
    await page.setViewport({ width: 1280, height: 900 });
  });

  it('is copied as text or as Markdown, with its source, which the page cannot read', async () => {
    await callInPage(page, watchCopying);
    await clickInCard(browser, page, 'More');
    for (const [button, expected] of [
      [
        'Copy as text',
        /^SaaS \(Software as a Service, .+\n\n“.+”\n\n— Hu Xiaoming, TMTPost, 2017\nhttp.+2617972\.html/,
      ],
      [
        'Copy as Markdown',
        /^\*\*SaaS\*\* \(Software as a Service, .+\n\n> .+\n\n— \[Hu Xiaoming, TMTPost, 2017\]\(http/,
      ],
    ] as const) {
      await clickInCard(browser, page, button);
      await expect.poll(async () => (await readCard(browser, page))?.text).toContain('Copied');
      await callInPage(page, () => document.querySelector('textarea')?.select());
      await page.keyboard.down('Control');
      await page.keyboard.press('v');
      await page.keyboard.up('Control');
      await expect.poll(() => callInPage(page, () => document.querySelector('textarea')?.value)).toMatch(expected);
    }
    expect(await page.evaluate('copied')).toEqual(['', '']);
  });
});

// The functions below run in the page.

function readPlaces(root: ShadowRoot) {
  return [...root.querySelectorAll('[role="dialog"]')].map((card) => {
    const { x, y } = card.parentElement?.getBoundingClientRect() ?? new DOMRect();
    return { label: card.ariaLabel, x: Math.round(x), y: Math.round(y) };
  });
}

function readFocus(root: ShadowRoot): string | null {
  return root.activeElement?.ariaLabel ?? null;
}

/** A field to paste into, and a note of all that the page can read of what is copied. */
function watchCopying(): void {
  const copied: string[] = [];
  Object.assign(window, { copied });
  const note = (event: ClipboardEvent) => copied.push(event.clipboardData?.getData('text/plain') ?? '');
  window.addEventListener('copy', note, true);
  document.addEventListener('copy', note); // which comes after ours, and is not reached
  const field = document.createElement('textarea');
  field.style.cssText = 'position: fixed; right: 0; bottom: 0';
  document.body.append(field);
}

function scrollToRelated(root: ShadowRoot): number {
  const button = [...root.querySelectorAll('button')].find(({ innerText }) => innerText.trim() === 'PaaS');
  button?.scrollIntoView({ block: 'center' });
  return root.querySelector('.card-body')?.scrollTop ?? 0;
}
