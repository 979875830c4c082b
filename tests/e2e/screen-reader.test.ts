// A reader who has nothing but the tree that screen readers are given: everything is found by role and name, and acted on
// by the focus and a key. From a page to what Hu said.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { findExtensionPage, openPopup } from '../../scripts/pictures.ts';
import { startBrowser, type TestBrowser } from './harness.ts';

const HU_ON_SAAS =
  'In industrial use cases such as PaaS and SaaS, traditional companies would have more opportunities.';
const WAIT = { timeout: 10_000 };

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser('Chromium');
});
afterAll(() => browser?.close());

it('goes from a page through the panel’s list of its terms to what Hu said, and to a place on the page', async () => {
  const page = await browser.openFixture('keyboard.html');
  await waitUntilTextLit(page, 'SaaS');
  await page.bringToFront();
  const popup = await openPopup(browser, 'cloud'); // by its button or key, which are the browser's
  await press(popup, 'button', 'Side panel');

  const panel = await findExtensionPage(browser, 'sidepanel.html');
  await expect.poll(() => read(panel, 'heading'), WAIT).toContain('This page');
  await expect
    .poll(() => read(panel, 'button'), WAIT)
    .toEqual(expect.arrayContaining(['SaaS lit 1 time', 'PaaS lit 1 time', 'IaaS lit 1 time']));
  await press(panel, 'button', 'PaaS lit 1 time');
  await expect.poll(() => page.evaluate(READ_GLOW), WAIT).toBe('PaaS');

  await press(panel, 'link', 'Explain SaaS');
  await expect.poll(() => read(panel, 'heading'), WAIT).toEqual(expect.arrayContaining(['SaaS', 'Quotations']));
  expect((await read(panel, 'blockquote')).join(' ')).toContain(HU_ON_SAAS);
  expect(await read(panel, 'link')).toContain('Read in context');
  expect(await focusedName(panel)).toBe('SaaS');
  await press(panel, 'link', 'This page');
  await expect.poll(() => focusedName(panel), WAIT).toBe('This page');
});

const READ_GLOW = `(() => {
  const [lit] = [...(CSS.highlights.get('termlight-current') ?? [])];
  return lit ? lit.startContainer.data.slice(lit.startOffset, lit.endOffset) : '';
})()`;

/** Finds what has a role and a name, gives it the focus, and presses Enter. */
async function press(page: Page, role: string, name: string): Promise<void> {
  const target = await page.waitForSelector(`::-p-aria(${name}[role="${role}"])`, WAIT);
  await target?.focus();
  await page.keyboard.down('Enter'); // a popup is gone before the key comes up
  if (!page.isClosed()) await page.keyboard.up('Enter').catch(() => undefined);
}

interface AccessibleNode {
  readonly role?: string;
  readonly name?: string;
  readonly focused?: boolean;
  readonly children?: readonly AccessibleNode[];
}

/** All nodes of the tree with a role: their names, or where they have none the texts in them. */
async function read(page: Page, role: string): Promise<string[]> {
  const nodes = flatten(await page.accessibility.snapshot({ interestingOnly: false }));
  return nodes.filter((node) => node.role === role).map((node) => node.name || textIn(node));
}

async function focusedName(page: Page): Promise<string> {
  const nodes = flatten(await page.accessibility.snapshot({ interestingOnly: false }));
  return nodes.findLast(({ focused }) => focused)?.name ?? '';
}

function flatten(node: AccessibleNode | null): AccessibleNode[] {
  return node ? [node, ...(node.children ?? []).flatMap(flatten)] : [];
}

function textIn(node: AccessibleNode): string {
  return flatten(node)
    .filter(({ role }) => role === 'StaticText')
    .map(({ name }) => name)
    .join('');
}
