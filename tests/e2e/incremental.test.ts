// After any edits of a page, what is lit is what a fresh reading of the page lights, also where not every occurrence is
// to be; on the way no wrong text is.
import fc from 'fast-check';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callInPage, waitInPage } from '../../scripts/in-page.ts';
import { addCoveredTexts, withoutForms } from './covered-texts.ts';
import { BROWSERS, startBrowser, type TestBrowser } from './harness.ts';
import { anyEdit, type Edit, makeEdits } from './random-edits.ts';
import { openSettings, type StoreSettings } from './settings.ts';

// `npm run fuzz` asks for more runs, or for those of an earlier seed.
const RUNS = Number(process.env.TERMLIGHT_FUZZ_RUNS ?? 20);
const SEED = Number(process.env.TERMLIGHT_FUZZ_SEED ?? Date.now() % 2 ** 31);
/** Of one round: a run has one or two. */
const LEAST_EDITS = 40;
const MOST_EDITS = 160;
/** New runs, and the shrinking of a failure, end after this time. */
const TIME_LIMIT_MS = Math.max(90_000, RUNS * 2_500);

const SITE = '127.0.0.1';

const HOW = [
  { what: 'every occurrence', density: 'every', runs: RUNS },
  { what: 'the first of each section', density: 'section', runs: Math.ceil(RUNS / 3) },
] as const;

// What fails once has failed: run again, a race would pass.
describe.each(BROWSERS)('%s', { retry: 0 }, (name) => {
  let browser: TestBrowser;
  let store: StoreSettings;
  let page: Page;

  beforeAll(async () => {
    browser = await startBrowser(name);
    store = await openSettings(browser);
    page = await browser.openFixture('playground.html');
    await addCoveredTexts(page);
    await page.bringToFront();
  });
  afterAll(() => browser?.close());

  const timeout = TIME_LIMIT_MS + 60_000;
  it.each(HOW)('lights $what after random edits as a fresh reading does', { timeout }, async ({ density, runs }) => {
    await store({ density });
    let steps = 0;
    const seed = SEED + 2 * BROWSERS.indexOf(name) + (density === 'every' ? 0 : 1);
    const edits = fc.array(fc.array(anyEdit, { minLength: LEAST_EDITS, maxLength: MOST_EDITS, size: 'max' }), {
      minLength: 1,
      maxLength: 2,
      size: 'max',
    });
    await fc.assert(
      fc.asyncProperty(edits, async (rounds: Edit[][]) => {
        await callInPage(page, resetPlayground);
        for (const round of rounds) {
          steps += round.length;
          const covered = await callInPage(page, makeEdits, round);
          expect(withoutForms(covered)).toEqual([]);
          await settle(
            page,
            round.some(({ kind }) => kind === 'attach-shadow'),
          );
        }
        const incremental = await callInPage(page, readLit);
        await store({ density, sitesOff: [SITE] });
        await waitInPage(page, 'nothing lit', isNothingLit, []);
        await store({ density });
        await settle(page, false);
        expect(incremental).toEqual(await callInPage(page, readLit));
      }),
      { numRuns: runs, seed, interruptAfterTimeLimit: TIME_LIMIT_MS },
    );
    console.log(`${steps} random edits, seed ${SEED}`);
    expect(steps).toBeGreaterThanOrEqual(runs * LEAST_EDITS);
  });
});

/**
 * Waits until all changes so far have been read and decided about. Of two marks the second one is read when all that
 * the changes have tipped has been decided, too.
 */
async function settle(page: Page, hasLateShadows: boolean): Promise<void> {
  await waitForMark(page, hasLateShadows);
  await waitForMark(page, false);
}

/**
 * Waits until a mark, added after the changes so far and shown after that, is lit. Its term needs evidence, which is
 * weighed last. (The page has a hidden text with all ambiguous words of the edits, so that their cues are there when
 * those of the mark are.) Shadow roots attached late make no record: the mark then stands in one.
 */
async function waitForMark(page: Page, hasLateShadows: boolean): Promise<void> {
  await callInPage(page, addHiddenMark);
  await callInPage(page, showMark, hasLateShadows);
  await waitInPage(page, 'the mark to be lit', isMarkLit, []);
  await callInPage(page, removeMark);
}

// The functions below run in the page.

function resetPlayground(): void {
  document.title = 'Playground';
  document.adoptedStyleSheets = [];
  history.replaceState(null, '', location.pathname);
  const old = document.getElementById('playground');
  const fresh = document.createElement('div');
  fresh.id = 'playground';
  fresh.innerHTML = '<p>public <b>cloud</b> and SaaS</p><p>BAT</p><ul><li>Tencent</li><li>公有云</li></ul>';
  old?.replaceWith(fresh);
}

function isNothingLit(): boolean {
  return ![...CSS.highlights.keys()].some((name) => name.startsWith('termlight'));
}

function addHiddenMark(): void {
  const mark = document.createElement('h2'); // its own section, and so the first in it
  mark.id = 'mark-of-the-test';
  mark.hidden = true;
  mark.textContent = 'recommendation rate (NPS)';
  document.body.append(mark);
}

function showMark(inShadow: boolean): void {
  const mark = document.getElementById('mark-of-the-test') as HTMLElement;
  mark.hidden = false;
  if (inShadow) mark.attachShadow({ mode: 'open' }).append('recommendation rate (NPS)');
}

function isMarkLit(): boolean {
  const mark = document.getElementById('mark-of-the-test');
  const text = (mark?.shadowRoot ?? mark)?.firstChild;
  return [...CSS.highlights.values()].some((highlight) => [...highlight].some((lit) => lit.startContainer === text));
}

function removeMark(): void {
  document.getElementById('mark-of-the-test')?.remove();
}

/** Every lit range by the places of its nodes in the page, and its text. */
function readLit(): string[] {
  const allNodes = (root: Node): Node[] =>
    [...root.childNodes].flatMap((node) => {
      const shadow = node instanceof Element && node.shadowRoot ? allNodes(node.shadowRoot) : [];
      return [node, ...shadow, ...allNodes(node)];
    });
  const nodes = allNodes(document.body);
  const lit = [...CSS.highlights].filter(([name]) => name.startsWith('termlight')).flatMap(([, ranges]) => [...ranges]);
  return lit
    .map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return `${nodes.indexOf(startContainer)}:${startOffset}–${nodes.indexOf(endContainer)}:${endOffset} ${range}`;
    })
    .sort();
}
