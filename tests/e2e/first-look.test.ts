// A page that no term stands in is only looked at; whatever brings one to it has it lit, and whoever asks is answered.
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { litTexts } from '../../scripts/lit-texts.ts';
import { BROWSERS, type TestBrowser, useNewTabs } from './harness.ts';

/** What is done to a page without terms, and what is lit then. Each function runs in the page. */
const CHANGES: readonly { what: string; change: () => void; lit: string }[] = [
  {
    what: 'a paragraph is added',
    lit: 'SaaS',
    change: () => document.body.insertAdjacentHTML('beforeend', '<p>SaaS</p>'),
  },
  {
    what: 'an element is added in whose markup a word is in pieces',
    lit: 'SaaS',
    change: () => document.body.insertAdjacentHTML('beforeend', '<p>S<b>a</b>a<i>S</i></p>'),
  },
  {
    what: 'the second word of a term comes after the first',
    lit: 'public cloud',
    change: () => (document.getElementById('c') as HTMLElement).append('cloud '),
  },
  {
    what: 'what stood between two words goes',
    lit: 'public cloud',
    change: () => {
      (document.getElementById('d') as HTMLElement).after(' cloud');
      (document.getElementById('d') as HTMLElement).remove();
    },
  },
  {
    what: 'a word goes on in the text beside it',
    lit: 'PaaS',
    change: () => {
      (document.getElementById('d') as HTMLElement).textContent = 'Pa';
      ((document.getElementById('d') as HTMLElement).nextSibling as Text).data = 'aS';
    },
  },
  {
    what: 'a text is edited letter by letter',
    lit: 'IaaS',
    change: () => {
      const text = (document.getElementById('d') as HTMLElement).firstChild as Text;
      text.data = '';
      for (const letter of 'IaaS') text.appendData(letter);
    },
  },
  {
    what: 'a word goes on beyond the note of a character',
    lit: '云计算',
    change: () =>
      (document.getElementById('f') as HTMLElement).insertAdjacentHTML('beforeend', '计<rt>jì</rt>算<rt>suàn</rt>'),
  },
  {
    what: 'a shadow root is attached',
    lit: 'PaaS',
    change: () => {
      (document.getElementById('g') as HTMLElement).attachShadow({ mode: 'open' }).innerHTML = '<p>PaaS</p>';
    },
  },
];

describe.each(BROWSERS)('%s', (name) => {
  let browser: TestBrowser;
  let page: Page;
  useNewTabs(name, async (opened) => {
    browser = opened;
    page = await browser.openFixture('without-terms.html');
    return page;
  });

  it.each(CHANGES)('lights a term when $what', async ({ change, lit }) => {
    expect(await litTexts(page)).toEqual([]);
    await callInPage(page, change);
    await expect.poll(() => litTexts(page), { timeout: 15_000 }).toEqual([lit]);
  });
});
