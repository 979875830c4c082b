// The panel beside a page whose frames come and go, and beside one that takes for ever to load.
import { createServer, type Server } from 'node:http';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callInPage } from '../../scripts/in-page.ts';
import { waitUntilTextLit } from '../../scripts/lit-texts.ts';
import { closeServer, listen, portOf } from '../../scripts/serve.ts';
import { BROWSERS, startBrowser, type TestBrowser } from './harness.ts';
import { openPanelBeside, type PanelPage } from './panel-page.ts';

const WAIT = { timeout: 15_000, interval: 50 };

const FAR = '<p style="height: 3000px"></p>';

const PAGES: Record<string, string> = {
  '/page': '<title>Page</title><p>SaaS</p>',
  '/frame': '<p>PaaS</p>',
  '/slow': `<title>Slow</title><img src="/never">${FAR}<p>Freemium</p>`,
};

describe.each(BROWSERS)('in %s', (name) => {
  let browser: TestBrowser;
  let server: Server;
  let page: Page;
  let panel: Pick<PanelPage, 'evaluate'>;

  beforeAll(async () => {
    browser = await startBrowser(name);
    server = createServer(({ url = '' }, response) => {
      if (url !== '/never') response.writeHead(200, { 'content-type': 'text/html' }).end(PAGES[url]);
    });
    await listen(server);
    page = await browser.openPage(urlOf('/page'));
    await waitUntilTextLit(page, 'SaaS');
  });
  afterAll(async () => {
    await browser?.close();
    await closeServer(server);
  });

  const urlOf = (path: string) => `http://127.0.0.1:${portOf(server)}${path}`;
  const rows = () =>
    panel.evaluate(
      '[...document.querySelectorAll(".page-term")].map((row) => row.firstElementChild.textContent).join()',
    );
  const expectRows = (expected: string) => expect.poll(rows, WAIT).toBe(expected);

  it('lists what a frame holds when it comes, shows another document, and goes', async () => {
    panel = await openPanelBeside(browser, page, 'SaaS');
    await expectRows('SaaS');
    await callInPage(page, addFrame, 'Aliyun');
    await expectRows('SaaS,Aliyun');
    await callInPage(page, leadFrame, urlOf('/frame'));
    await expectRows('SaaS,PaaS');
    await callInPage(page, removeFrame);
    await expectRows('SaaS');
  });

  it('lists what a page holds that never ends loading, and goes to it', async () => {
    await page.goto(urlOf('/slow'), { waitUntil: 'domcontentloaded' });
    await expectRows('freemium');
    expect(await panel.evaluate('document.querySelector(".page-title").textContent')).toBe('Slow');
    await panel.evaluate('document.querySelector(".page-term").click()');
    await expect.poll(() => callInPage(page, () => scrollY), WAIT).toBeGreaterThan(1000);
    await callInPage(page, () => history.back());
    await expectRows('SaaS');
  });
});

// The functions below run in the page.

function addFrame(text: string): void {
  document.body.append(Object.assign(document.createElement('iframe'), { srcdoc: `<p>${text}</p>` }));
}

function leadFrame(address: string): void {
  const frame = document.querySelector('iframe');
  frame?.removeAttribute('srcdoc');
  if (frame) frame.src = address;
}

function removeFrame(): void {
  document.querySelector('iframe')?.remove();
}
