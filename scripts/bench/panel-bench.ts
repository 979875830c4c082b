// How long the side panel takes from its start to the frame that shows its list: this page's terms, and a long history.
import type { Page } from 'puppeteer-core';
import { builtinGlossary } from '../builtin-glossary.ts';
import { callInPage } from '../in-page.ts';
import { waitUntilTextLit } from '../lit-texts.ts';
import { clickCardButton, findExtensionPage, openCard } from '../pictures.ts';
import type { CandidateBrowser } from './candidate-browser.ts';
import { occurrencesPage } from './generated-pages.ts';
import { withPage } from './pages.ts';
import { type Spread, spreadOf } from './statistics.ts';
import { withTab } from './tab.ts';

const OCCURRENCES = 500;
const HISTORY_ROWS = 100_000;
const FIRST_TERM = 'SaaS';

/** Milliseconds from the navigation to the panel until a frame shows the first rows. */
export interface PanelResult {
  readonly view: string;
  readonly rows: number;
  readonly filledMs: Spread;
}

/** Opens the panel beside a page of terms, then its views in turns; `scale` makes page and history shorter. */
export function benchPanel(candidate: CandidateBrowser, opens: number, scale: number): Promise<PanelResult[]> {
  const occurrences = OCCURRENCES * scale;
  const entries = HISTORY_ROWS * scale;
  return withPage(occurrencesPage(occurrences, [FIRST_TERM, ...usualLabels()]), (url) =>
    withTab(candidate, async ({ page }) => {
      await page.goto(url);
      await waitUntilTextLit(page, FIRST_TERM);
      await clickCardButton(await openCard(page, FIRST_TERM), 'All quotes');
      const panel = await findExtensionPage(candidate, 'sidepanel.html');
      await panel.evaluateOnNewDocument(`((__name) => (${watchForRows})())((named) => named)`);
      await callInPage(panel, fillHistory, entries);
      const open = (view: string) => openView(panel, `${candidate.extensionOrigin}sidepanel.html${view}`, opens);
      const results = [
        { view: 'this page', rows: occurrences, filledMs: await open('') },
        { view: 'history', rows: entries, filledMs: await open('?view=history') },
      ];
      await callInPage(panel, fillHistory, 0);
      await panel.close();
      return results;
    }),
  );
}

/** Names of terms that are lit wherever nothing speaks against them. */
function usualLabels(): string[] {
  const terms = builtinGlossary().terms.filter(
    ({ level, evidence }) => level !== 'everyday' && evidence !== 'required',
  );
  return terms.map(({ label }) => label);
}

async function openView(panel: Page, url: string, opens: number): Promise<Spread> {
  const times: number[] = [];
  for (let index = 0; index < opens; index++) {
    await panel.goto('about:blank');
    await panel.goto(url);
    times.push(await callInPage(panel, readFilledAfter));
  }
  return spreadOf(times);
}

// The functions below run in the panel's page.

interface RowWatch {
  benchRows: Promise<number>;
}

/** Tells how long after the navigation a frame has shown rows with a text. */
function watchForRows(): void {
  (globalThis as unknown as RowWatch).benchRows = new Promise((resolve) => {
    const look = () => {
      const isFilled = document.querySelector('.page-term, .met') !== null;
      requestAnimationFrame(isFilled ? () => resolve(performance.now()) : look);
    };
    look();
  });
}

function readFilledAfter(): Promise<number> {
  return (globalThis as unknown as RowWatch).benchRows;
}

/** Makes so many entries all that the history has: ten a day, at a hundred sites in turn. */
async function fillHistory(count: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('termlight-memory');
    request.onsuccess = () => resolve(request.result);
  });
  const transaction = database.transaction('history', 'readwrite');
  const entries = transaction.objectStore('history');
  entries.clear();
  for (let index = 0; index < count; index++) {
    const site = `site${index % 100}.example`;
    entries.add({
      at: Date.now() - index * 8_640_000,
      key: 'hu-xiaoming-2017/saas',
      label: 'SaaS',
      sentence: 'Their accounts moved to a public cloud, and SaaS took the place of the old machines.',
      title: 'Notes',
      url: `https://${site}/${index}`,
      site,
    });
  }
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}
