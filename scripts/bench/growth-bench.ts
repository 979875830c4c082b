// What a page's changes cost Termlight by the size of the page, and after thousands of them.
import { callInPage } from '../in-page.ts';
import type { CandidateBrowser } from './candidate-browser.ts';
import { withPage } from './pages.ts';
import { type Spread, spreadOf } from './statistics.ts';
import { type BenchTab, withTab } from './tab.ts';

/** The cost of one change of a kind, in a task of its own, on a page with about so many nodes. */
export interface SizeResult {
  readonly kind: ChangeKind;
  readonly nodes: number;
  readonly changeUs: Spread;
}

/** The cost of a token in one minute of a streaming chat that keeps its last messages, and the heap after it. */
export interface ChatResult {
  readonly minute: number;
  readonly changeUs: number;
  readonly heapKb: number;
}

const CHANGE_KINDS = ['texts edited', 'nodes added', 'styles changed', 'evidence edited'] as const;
type ChangeKind = (typeof CHANGE_KINDS)[number];

const CHANGES = 200;
const EMPTY_PAGE = '<!doctype html><title>A page</title><body></body>';
const CHAT_MINUTES = 60;
const TOKENS_IN_MINUTE = 1_200; // 20 a second
const TOKENS_IN_MESSAGE = 200;
const KEPT_MESSAGES = 20;

/** Measures each kind of change on pages of several sizes. */
export function benchSizes(candidate: CandidateBrowser, sizes: readonly number[], runs: number) {
  return withPage(EMPTY_PAGE, async (url): Promise<SizeResult[]> => {
    const results: SizeResult[] = [];
    for (const kind of CHANGE_KINDS) {
      for (const nodes of sizes) {
        const costs: number[] = [];
        for (let run = 0; run < runs; run++) {
          costs.push(await withTab(candidate, (tab) => measureChanges(tab, url, nodes, kind)));
        }
        results.push({ kind, nodes, changeUs: spreadOf(costs) });
      }
    }
    return results;
  });
}

async function measureChanges(tab: BenchTab, url: string, nodes: number, kind: ChangeKind): Promise<number> {
  await tab.load(url);
  await callInPage(tab.page, fillPage, nodes);
  await tab.untilAtRest();
  const { totalMs } = await tab.profile(async () => {
    await callInPage(tab.page, changePage, kind, CHANGES);
    await tab.untilAtRest();
  });
  return (totalMs * 1000) / CHANGES;
}

/**
 * Measures the first and the last minute of an hour of a chat, once it has all the messages that it keeps: work and memory
 * must not grow. The minutes between, fewer at a smaller scale, go as fast as the page can.
 */
export function benchChat(candidate: CandidateBrowser, scale: number) {
  const lastMinute = Math.max(2, Math.round(CHAT_MINUTES * scale));
  const tokensBetween = (lastMinute - 2) * TOKENS_IN_MINUTE;
  return withPage(EMPTY_PAGE, (url) =>
    withTab(candidate, async (tab): Promise<ChatResult[]> => {
      await tab.load(url);
      await callInPage(tab.page, fillPage, 0);
      const stream = (tokens: number, pauseMs: number) =>
        callInPage(tab.page, streamChat, tokens, pauseMs, TOKENS_IN_MESSAGE, KEPT_MESSAGES);
      const measureMinute = async (minute: number): Promise<ChatResult> => {
        const { totalMs } = await tab.profile(() => stream(TOKENS_IN_MINUTE, 60_000 / TOKENS_IN_MINUTE));
        const heapKb = (await tab.usedHeap()) / 1024;
        return { minute, changeUs: (totalMs * 1000) / TOKENS_IN_MINUTE, heapKb };
      };
      await stream(TOKENS_IN_MESSAGE * KEPT_MESSAGES, 0);
      await tab.untilAtRest();
      const first = await measureMinute(1);
      await stream(tokensBetween, 0);
      await tab.untilAtRest();
      return [first, await measureMinute(lastMinute)];
    }),
  );
}

// The functions below run in the page.

/** Two nodes a paragraph; every fifth holds a term that hangs on evidence, every fifth one that does not. */
function fillPage(nodes: number): void {
  const texts = ['The BAT in a text.', 'A public cloud.', 'Nothing here.', 'Nor is there here.', 'Only plain words.'];
  const paragraphs = Array.from({ length: nodes / 2 }, (_, at) => `<p>${texts[at % texts.length]}</p>`);
  document.body.innerHTML = `<div id="changed"><p>SaaS</p></div><p>Tencent</p>${paragraphs.join('')}`;
}

async function changePage(kind: string, changes: number): Promise<void> {
  const changed = document.getElementById('changed') as HTMLElement;
  const text = changed.firstChild?.firstChild as Text;
  for (let at = 0; at < changes; at++) {
    if (kind === 'texts edited') text.data = `Number ${at}, SaaS`;
    if (kind === 'evidence edited') text.data = `Tencent and BAT, number ${at}`;
    if (kind === 'styles changed') changed.style.width = `${100 + at}px`;
    if (kind === 'nodes added') {
      const added = document.createElement('p');
      added.append(`Number ${at}, SaaS`);
      changed.append(added);
    }
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
}

/** Without a pause each token comes in a task of its own. */
async function streamChat(
  count: number,
  pauseMs: number,
  tokensInMessage: number,
  keptMessages: number,
): Promise<void> {
  const tokens = [
    'The',
    ' BAT',
    ' and',
    ' Ten',
    'cent',
    ' have',
    ' a',
    ' public',
    ' cloud',
    ',',
    ' no',
    ' tobacco',
    '. ',
  ];
  const chat = document.getElementById('changed') as HTMLElement;
  for (let at = 0; at < count; at++) {
    if (at % tokensInMessage === 0) chat.append(document.createElement('p'));
    if (chat.childElementCount > keptMessages) chat.firstElementChild?.remove();
    chat.lastElementChild?.append(tokens[at % tokens.length] as string);
    await new Promise((resolve) => {
      if (pauseMs) setTimeout(resolve, pauseMs);
      else scheduler.postTask(resolve as () => void);
    });
  }
}
