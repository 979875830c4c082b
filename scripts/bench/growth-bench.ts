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

/** The cost of a token of a streaming chat that keeps its last messages, and the heap after so many. */
export interface ChatResult {
  readonly tokens: number;
  readonly changeUs: number;
  readonly heapKb: number;
}

const CHANGE_KINDS = ['texts edited', 'nodes added', 'styles changed', 'evidence edited'] as const;
type ChangeKind = (typeof CHANGE_KINDS)[number];

const CHANGES = 200;
const EMPTY_PAGE = '<!doctype html><title>A page</title><body></body>';
const TOKENS_IN_PART = 12_000; // six parts: an hour at 20 a second

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

/** Measures a chat in parts, one after another: work and memory must not grow. The first fills the chat. */
export function benchChat(candidate: CandidateBrowser, parts: number) {
  return withPage(EMPTY_PAGE, (url) =>
    withTab(candidate, async (tab): Promise<ChatResult[]> => {
      await tab.load(url);
      await callInPage(tab.page, fillPage, 0);
      const results: ChatResult[] = [];
      for (let part = 0; part <= parts; part++) {
        const from = part * TOKENS_IN_PART;
        const { totalMs } = await tab.profile(async () => {
          await callInPage(tab.page, streamChat, from, TOKENS_IN_PART);
          await tab.untilAtRest();
        });
        const heapKb = (await tab.usedHeap()) / 1024;
        results.push({ tokens: from + TOKENS_IN_PART, changeUs: (totalMs * 1000) / TOKENS_IN_PART, heapKb });
      }
      return results;
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

async function streamChat(from: number, changes: number): Promise<void> {
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
  const tokensInMessage = 200;
  const keptMessages = 20;
  const chat = document.getElementById('changed') as HTMLElement;
  for (let at = from; at < from + changes; at++) {
    if (at % tokensInMessage === 0) chat.append(document.createElement('p'));
    if (chat.childElementCount > keptMessages) chat.firstElementChild?.remove();
    chat.lastElementChild?.append(tokens[at % tokens.length] as string);
    const { port1, port2 } = new MessageChannel();
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    port1.close();
  }
}
