// The demo article: every word that is ours is lit, none of its other senses is, and nothing is asked of the network.
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT_DIR } from '../../scripts/command-line.ts';
import { litTexts } from '../../scripts/lit-texts.ts';
import { type FileServer, serveFolder } from '../../scripts/serve.ts';
import { BROWSERS, startBrowser, type TestBrowser } from './harness.ts';

/** In reading order. Not among them: BAT of the tobacco maker, a 2B pencil, a forest ecosystem, an azure sky, code. */
const LIT = [
  ...['SaaS', 'cloud computing', 'SaaS', 'IaaS', 'PaaS', 'IOE', 'private cloud', 'public cloud', 'Aliyun', 'AWS'],
  ...['Azure', '2C', 'freemium', '2C', '2B', 'BAT', 'Baidu', 'Alibaba', 'Tencent', 'industrial Internet'],
  ...['ecosystem', 'DingTalk', 'YunOS', 'technology dividend', 'cloud computing'],
  ...['2B', '私有云', '公有云', '阿里云', '钉钉', '云计算', '产业互联网'],
];

describe.each(BROWSERS)('the demo article in %s', (name) => {
  let browser: TestBrowser;
  let server: FileServer;
  let page: Page;

  beforeAll(async () => {
    server = await serveFolder(join(PROJECT_DIR, 'docs/demo'));
    browser = await startBrowser(name, { viewport: { width: 1280, height: 4000 } }); // all of it near enough to be lit
    page = await browser.openPage(server.urlOf('index.html'));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('is lit where its words are meant, and nowhere else', async () => {
    await expect.poll(() => litTexts(page), { timeout: 10_000 }).toContain('产业互联网');
    await expect.poll(() => litTexts(page), { timeout: 10_000 }).toEqual(LIT);
  });

  it('makes no request to anywhere', () => {
    expect(browser.outsideRequests).toEqual([]);
  });
});
