// Pages that nobody sees for a while: behind another tab, in the back/forward cache, prerendered.
import { createServer, type Server } from 'node:http';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { callInPage, waitInPage } from '../../scripts/in-page.ts';
import { litTexts, waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { closeServer, listen, portOf } from '../../scripts/serve.ts';
import { openCard, pointAt, readCard } from './card.ts';
import { BROWSERS, startBrowser, type TestBrowser } from './harness.ts';
import { openSettings, type StoreSettings } from './settings.ts';

const WAIT = { timeout: 15_000, interval: 30 };
const MANY = 1_000;

/** What the server has; unlike that of the fixtures it lets browsers keep its pages. */
const PAGES: Record<string, string> = {
  '/first': '<title>First</title><div id="text">SaaS<br>IaaS<br></div>',
  '/second': '<title>Second</title><p>PaaS</p>',
  '/before': `<title>Before</title><p><a href="/prerendered">SaaS</a></p>
    <script type="speculationrules">{"prerender": [{"urls": ["/prerendered"], "eagerness": "immediate"}]}</script>`,
  '/prerendered': `<title>Prerendered</title><div>SaaS<br></div><script>
    addEventListener('load', () => setTimeout(() => fetch('/loaded')));
    document.addEventListener('prerenderingchange', () => { window.litBefore = CSS.highlights.size; });
  </script>`,
};

describe.each(BROWSERS)('in %s', (name) => {
  let browser: TestBrowser;
  let store: StoreSettings;
  let server: Server;
  let page: Page;
  let onPrerendered: () => void;

  beforeAll(async () => {
    browser = await startBrowser(name);
    store = await openSettings(browser);
    server = createServer(({ url = '' }, response) => {
      if (url === '/loaded') onPrerendered();
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGES[url]);
    });
    await listen(server);
  });
  afterAll(async () => {
    await browser?.close();
    await closeServer(server);
  });
  beforeEach(async () => {
    await page?.close();
    await store({});
    page = await browser.openPage(urlOf('/first'));
    await page.bringToFront();
    await waitUntilTextLit(page, 'SaaS');
  });

  const urlOf = (path: string) => `http://127.0.0.1:${portOf(server)}${path}`;
  const expectLit = (expected: readonly string[]) => expect.poll(() => litTexts(page), WAIT).toEqual(expected);

  describe('a hidden tab', () => {
    const hide = async () => {
      const inFront = await browser.openPage(urlOf('/second'));
      onTestFinished(() => inFront.close());
      await inFront.bringToFront();
      await waitInPage(page, 'a hidden page', () => document.hidden, []);
    };

    it('reads what has been added to it when it is seen', async () => {
      await hide();
      await callInPage(page, appendText, 'Aliyun, PaaS');
      expect(await litTexts(page)).toEqual(['SaaS', 'IaaS']);
      await page.bringToFront();
      await expectLit(['SaaS', 'IaaS', 'Aliyun', 'PaaS']);
    });

    it('lets go at once of what is no longer there', async () => {
      await hide();
      await callInPage(page, changeFirstText, 'Saas');
      expect(await litTexts(page)).toEqual(['IaaS']);
      await page.bringToFront();
      await callInPage(page, changeFirstText, 'a public cloud');
      await expectLit(['public cloud', 'IaaS']);
    });

    it('takes over changed settings', async () => {
      await hide();
      await store({ knownTerms: ['hu-xiaoming-2017/saas'] });
      await page.bringToFront();
      await expectLit(['IaaS']);
    });

    it('is right after any number of changes', async () => {
      await hide();
      await callInPage(page, streamTokens, MANY);
      await page.bringToFront();
      await expectLit(['SaaS', 'IaaS', 'public cloud', 'PaaS']);
    });
  });

  describe('a page from the back/forward cache', () => {
    // Not by puppeteer's own `goto` and `goBack`: in Firefox they are told nothing of a page that comes from the cache.
    const go = async (script: string, title: string) => {
      await page.evaluate(`setTimeout(() => { ${script} })`);
      await expect.poll(() => page.title().catch(() => ''), WAIT).toBe(title); // no title between two pages
    };
    const leave = async () => {
      await callInPage(page, () => Object.assign(window, { isSamePage: true }));
      await go("location.href = '/second'", 'Second');
    };
    const comeBack = async () => {
      await go('history.back()', 'First');
      expect(await callInPage(page, () => 'isSamePage' in window)).toBe(true);
    };

    it('is lit as it was, explains, and is followed', async () => {
      await leave();
      await comeBack();
      expect(await litTexts(page)).toEqual(['SaaS', 'IaaS']);
      expect((await openCard(browser, page, 'IaaS')).label).toBe('IaaS');
      await callInPage(page, appendText, 'a public cloud');
      await expectLit(['SaaS', 'IaaS', 'public cloud']);
    });

    it.each([
      ['known', { knownTerms: ['hu-xiaoming-2017/saas'] }, ['IaaS']],
      ['switched off', { sitesOff: ['127.0.0.1'] }, []],
    ] as const)('takes over what has been %s meanwhile', async (_, settings, expected) => {
      await leave();
      await store(settings);
      await comeBack();
      await expectLit(expected);
    });

    it('is lit when its site has been switched on meanwhile', async () => {
      await store({ sitesOff: ['127.0.0.1'] });
      await expectLit([]);
      await leave();
      await store({});
      await comeBack();
      await expectLit(['SaaS', 'IaaS']);
    });
  });

  if (name === 'Chromium')
    // Firefox prerenders no pages. Puppeteer, on a busy machine, loses one now and then when it is shown.
    it('lights a prerendered page when it is shown, and not before', { retry: 2 }, async () => {
      const isPrerendered = new Promise<void>((resolve) => {
        onPrerendered = resolve;
      });
      await page.goto(urlOf('/before'));
      await isPrerendered;
      await page.click('a');
      await expect.poll(() => page.title().catch(() => ''), WAIT).toBe('Prerendered');
      await expectLit(['SaaS']);
      expect(await callInPage(page, () => (window as unknown as { litBefore: number }).litBefore)).toBe(0);
      expect((await openCard(browser, page, 'SaaS')).label).toBe('SaaS');
    });
});

it.each(BROWSERS)('explains in %s what stands in a document that was opened anew', async (name) => {
  const browser = await startBrowser(name);
  onTestFinished(() => browser.close());
  const page = await browser.openFixture('document-opened-and-written.html');
  await waitUntilTextLit(page, 'SaaS');
  await callInPage(page, () => (window as unknown as { act(): void }).act());
  await waitUntilTextLit(page, 'PaaS');
  // Opening a document takes all listeners away: they are back within a second.
  const pointAgain = async () => {
    const card = await readCard(browser, page);
    if (!card) await pointAt(page, 'PaaS');
    return card?.label;
  };
  await expect.poll(pointAgain, { timeout: 15_000, interval: 600 }).toBe('PaaS');
});

// The functions below run in the page. What is added has had its turn to be read when they are done.

async function appendText(text: string): Promise<void> {
  document.getElementById('text')?.append(text);
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve));
}

async function changeFirstText(text: string): Promise<void> {
  (document.getElementById('text')?.firstChild as Text).data = text;
  await null;
}

async function streamTokens(count: number): Promise<void> {
  const message = document.createElement('p');
  document.getElementById('text')?.append(message);
  for (let token = 0; token < count; token++) {
    const span = document.createElement('span');
    span.append(['a pub', 'lic clo', 'ud ', 'and ', 'Pa', 'aS '][token - count + 6] ?? 'word ');
    message.append(span);
    await null;
  }
}
