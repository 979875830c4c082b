// The panel beside pages whose terms stand in every kind of place, whose frames come and go, and that take for ever to load.
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
  '/places': `<title>Places</title><p class="term">SaaS</p>${FAR}
    <div style="height: 200px; overflow: auto">${FAR}<p class="term">PaaS</p>${FAR}</div>${FAR}
    <div id="host"><template shadowrootmode="open"><p class="term">Aliyun</p></template></div>${FAR}
    <iframe srcdoc='${FAR.replaceAll('"', '&quot;')}<p class="term">Freemium</p>${FAR.replaceAll('"', '&quot;')}'></iframe>${FAR}`,
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
      '[...document.querySelectorAll(".page-term")].map((row) => row.querySelector(".page-term-name").textContent).join()',
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

  it('goes to a term in a box that is scrolled, in a shadow root and in a frame, and back', async () => {
    await page.goto(urlOf('/places'));
    await expectRows('SaaS,PaaS,Aliyun,freemium');
    for (const place of [3, 2, 1, 0]) {
      await panel.evaluate(`document.querySelectorAll(".page-term")[${place}].click()`);
      const term = ['SaaS', 'PaaS', 'Aliyun', 'Freemium'][place];
      await expect.poll(() => callInPage(page, readTermsInView), WAIT).toEqual([term]);
    }
  });

  it('lists what the tab holds that is gone to, and back', async () => {
    const other = await browser.openPage(urlOf('/frame'));
    await expectRows('PaaS');
    await page.bringToFront();
    await expectRows('SaaS,PaaS,Aliyun,freemium');
    await other.close();
  });

  it('lists what a page holds that never ends loading, and goes to it', async () => {
    await page.goto(urlOf('/slow'), { waitUntil: 'domcontentloaded' });
    await expectRows('freemium');
    expect(await panel.evaluate('document.querySelector(".page-title").textContent')).toBe('Slow');
    await panel.evaluate('document.querySelector(".page-term").click()');
    await expect.poll(() => callInPage(page, () => scrollY), WAIT).toBeGreaterThan(1000);
    await callInPage(page, () => history.back());
    await expectRows('SaaS,PaaS,Aliyun,freemium');
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

/** Those that a reader sees, in whatever place they stand. */
function readTermsInView(): (string | null)[] {
  const isInView = (element: Element): boolean => {
    const { left, top, bottom } = element.getBoundingClientRect();
    const frame = element.ownerDocument.defaultView?.frameElement;
    const root = element.getRootNode() as Document | ShadowRoot;
    return root.elementFromPoint(left + 1, (top + bottom) / 2) === element && (!frame || isInView(frame));
  };
  const roots = [
    document,
    document.getElementById('host')?.shadowRoot,
    document.querySelector('iframe')?.contentDocument,
  ];
  const terms = roots.flatMap((root) => [...(root?.querySelectorAll('.term') ?? [])]);
  return terms.filter(isInView).map(({ textContent }) => textContent);
}
