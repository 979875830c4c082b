// The text fragments of `Read in context`: in a page that holds the quoted sentences, each leads to its own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readInOrder } from '../../glossary/quoted-source.ts';
import { readInContextUrl } from '../../glossary/read-in-context.ts';
import { builtinGlossary } from '../../scripts/builtin-glossary.ts';
import { callInPage } from '../../scripts/in-page.ts';
import { launchChromium, launchFirefox } from '../../scripts/launch.ts';
import { type FileServer, serveFolder } from '../../scripts/serve.ts';
import { extensionDirOf } from './harness.ts';

const TERMS = builtinGlossary().terms;
const QUOTED = TERMS.flatMap(({ senses }) =>
  senses.flatMap(({ quotations = [] }) => quotations.map(({ text }) => text)),
);
/** What the built-in glossary does not have: signs with a meaning in a fragment, two paragraphs, no spaces. */
const OTHERS = [
  'A well-known, cloud-first start-up & its R&D - all in one.',
  '-leading and trailing dashes-',
  'The first of two paragraphs that are quoted together.\n\nThe second of the two, with a low-cost ending.',
  '云计算改变了企业使用技术的方式，也改变了我自己。'.repeat(4),
];
const TEXTS = [...new Set([...QUOTED, ...OTHERS])];

/** Each sentence once, as in the source: questions, and answers with their overlaps joined. */
const ANSWERS = readInOrder(TERMS.map((term) => ({ key: term.id, term }))).flatMap(({ answers }) => answers);
const PASSAGES = new Set([
  ...ANSWERS.flatMap(({ question = [] }) => question),
  ...ANSWERS.flatMap(({ passages }) => passages.map(({ quotation }) => quotation.text)),
  ...OTHERS,
]);

let folder: string;
let server: FileServer;
let browser: Browser;
let close: () => Promise<void>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'termlight-context-'));
  writeFileSync(join(folder, 'article.html'), toPage([...PASSAGES]));
  server = await serveFolder(folder);
  ({ browser, close } = await launchChromium({ extensionDir: extensionDirOf('Chromium') }));
});
afterAll(async () => {
  await close?.();
  await server?.close();
  if (folder) rmSync(folder, { recursive: true });
});

it('lead to the quoted sentence, whichever it is', async () => {
  expect(TEXTS.length).toBeGreaterThan(90);
  const missed: string[] = [];
  const page = await browser.newPage();
  for (const [number, text] of TEXTS.entries()) {
    // At an address of its own: to go within a document is another thing.
    await page.goto(readInContextUrl(`${server.urlOf('article.html')}?${number}`, text));
    const reached = async () => (await callInPage(page, readMiddle)).includes(text.split('\n')[0] as string);
    await expect
      .poll(reached, { timeout: 5_000, interval: 20 })
      .toBe(true)
      .catch(() => missed.push(text));
  }
  expect(missed).toEqual([]);
}, 180_000);

it('lead to the quoted sentence in Firefox, too', async () => {
  const firefox = await launchFirefox({ extensionDir: extensionDirOf('Firefox') });
  try {
    const page = await firefox.browser.newPage();
    for (const text of [...QUOTED.slice(0, 5), ...OTHERS]) {
      await page.goto(readInContextUrl(`${server.urlOf('article.html')}?${TEXTS.indexOf(text)}`, text));
      const reached = () => callInPage(page, readMiddle);
      await expect.poll(reached, { timeout: 5_000, interval: 50 }).toContain(text.split('\n')[0]);
    }
  } finally {
    await firefox.close();
  }
});

it('lead nowhere where the sentence does not stand', async () => {
  const page = await browser.newPage();
  await page.goto(readInContextUrl(server.urlOf('article.html'), 'Not a word of this stands in it.'));
  expect(await callInPage(page, () => scrollY)).toBe(0);
});

/** A page of sections, each higher than the window and begun by one of the texts. */
function toPage(texts: readonly string[]): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const sections = texts.map((text) => {
    const paragraphs = text.split(/\n+/).map((paragraph) => `<p>${escaped(paragraph)} </p>`);
    return `<section>${paragraphs.join('')}</section>`;
  });
  return `<!doctype html><meta charset="utf-8"><style>section { height: 2000px }</style><h1>Top</h1>
<section></section>${sections.join('\n')}`;
}

// Runs in the page.
/** The text of the section in the middle of the window. */
function readMiddle(): string {
  return document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('section')?.textContent ?? '';
}
