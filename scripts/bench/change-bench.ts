// What a page's own changes cost with an extension on it: one change in every frame, and thousands at once.
import { callInPage } from '../in-page.ts';
import type { CandidateBrowser } from './candidate-browser.ts';
import type { CandidateName } from './candidates.ts';
import { changingPage, linesPage } from './generated-pages.ts';
import { withPage } from './pages.ts';
import { type Spread, spreadOf } from './statistics.ts';
import { type BenchTab, sleep, withTab } from './tab.ts';

/** CPU time of the page's thread a frame, on a page that changes in every frame. */
export interface FrameResult {
  readonly candidate: CandidateName;
  readonly frameMs: Spread;
}

/** What so many changes at once cost an extension's scripts. */
export interface MutationResult {
  readonly kind: MutationKind;
  readonly count: number;
  readonly scriptMs: Spread;
  readonly longestMs: Spread;
}

const MUTATION_KINDS = ['texts changed', 'paragraphs added'] as const;
export type MutationKind = (typeof MUTATION_KINDS)[number];

const SCAN_MS = 2_000; // the page never rests: time for the first scan
const FRAMES_MS = 3_000;
const LINES = 1_000;

/** Measures each candidate on the changing page, in turns. */
export function benchFrames(candidates: readonly CandidateBrowser[], runs: number, scale: number) {
  return withPage(changingPage(scale), async (url): Promise<FrameResult[]> => {
    const figures = new Map(candidates.map(({ name }) => [name, [] as number[]]));
    for (let run = 0; run < runs; run++) {
      for (const candidate of candidates) {
        figures.get(candidate.name)?.push(await withTab(candidate, (tab) => measureFrames(tab, url)));
      }
    }
    return [...figures].map(([candidate, frameMs]) => ({ candidate, frameMs: spreadOf(frameMs) }));
  });
}

async function measureFrames(tab: BenchTab, url: string): Promise<number> {
  await tab.page.goto(url, { waitUntil: 'load', timeout: 0 });
  await sleep(SCAN_MS);
  const read = async () => ({ ...(await tab.spent()), frames: await callInPage(tab.page, readCounter) });
  const before = await read();
  await sleep(FRAMES_MS);
  const after = await read();
  return (after.threadMs - before.threadMs) / (after.frames - before.frames);
}

/** Measures changes of each kind and number on one candidate. */
export function benchMutations(candidate: CandidateBrowser, counts: readonly number[], runs: number) {
  return withPage(linesPage(LINES), async (url): Promise<MutationResult[]> => {
    const results: MutationResult[] = [];
    for (const kind of MUTATION_KINDS) {
      for (const count of counts) {
        const costs = [];
        for (let run = 0; run < runs; run++) {
          costs.push(
            await withTab(candidate, async (tab) => {
              await tab.load(url);
              return tab.profile(async () => {
                await callInPage(tab.page, changePage, kind, count);
                await tab.untilAtRest();
              });
            }),
          );
        }
        const scriptMs = spreadOf(costs.map(({ totalMs }) => totalMs));
        results.push({ kind, count, scriptMs, longestMs: spreadOf(costs.map(({ longestMs }) => longestMs)) });
      }
    }
    return results;
  });
}

// The functions below run in the page.

function readCounter(): number {
  return Number(document.getElementById('counter')?.textContent);
}

function changePage(kind: MutationKind, count: number): void {
  const paragraphs = [...document.querySelectorAll('p')];
  for (let index = 0; index < count; index++) {
    const paragraph = paragraphs[index % paragraphs.length] as HTMLElement;
    if (kind === 'texts changed') (paragraph.firstChild as Text).data = `A public cloud of ${index} machines. `;
    else document.body.append(paragraph.cloneNode(true));
  }
}
