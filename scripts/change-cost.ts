// Measures what the changes of a page cost Termlight: by the size of the page, and hour after hour.
import type { CDPSession, Page } from 'puppeteer-core';
import { callInPage, waitInPage } from './in-page.ts';

/** What a series of changes cost. */
export interface ChangeCost {
  readonly changes: number;
  /** CPU time of the content script for each change, in microseconds. */
  readonly cpuUs: number;
  /** The page's heap afterwards, its own and ours, in bytes; what is no longer needed is not counted. */
  readonly heapBytes: number;
}

/** Kinds of changes that are measured. */
export type ChangeKind = 'edited texts' | 'added nodes' | 'changed styles' | 'evidence edited';

/** The cost of changes, one in each task, on a page with about so many nodes. */
export async function measureChanges(
  page: Page,
  nodes: number,
  kind: ChangeKind,
  changes: number,
): Promise<ChangeCost> {
  await callInPage(page, fillPage, nodes);
  await settle(page);
  return measure(page, changes, () => callInPage(page, changePage, kind, changes));
}

/**
 * The cost of a streaming chat, a token in each task, in parts of so many changes: of the first part and of the last
 * one. The chat keeps its last messages.
 */
export async function measureChat(page: Page, parts: number, changesInPart: number): Promise<ChangeCost[]> {
  await callInPage(page, fillPage, 0);
  const costs: ChangeCost[] = [];
  for (let part = 0; part < parts; part++) {
    const from = part * changesInPart;
    const cost = await measure(page, changesInPart, () => callInPage(page, streamChat, from, changesInPart));
    if (part === 0 || part === parts - 1) costs.push(cost);
  }
  return costs;
}

async function measure(page: Page, changes: number, act: () => Promise<unknown>): Promise<ChangeCost> {
  const session = await page.createCDPSession();
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 200 });
  await session.send('Profiler.start');
  await act();
  await settle(page);
  const { profile } = await session.send('Profiler.stop');
  await session.send('Profiler.disable');
  const heapBytes = await measureHeap(session);
  await session.detach();
  return { changes, cpuUs: ownTime(profile) / changes, heapBytes };
}

interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly url: string } }[];
  readonly samples?: readonly number[] | undefined;
  readonly timeDeltas?: readonly number[] | undefined;
}

/** Microseconds spent in functions of the extension; calls into the DOM count for the function that makes them. */
function ownTime({ nodes, samples = [], timeDeltas = [] }: Profile): number {
  const own = new Set(
    nodes.filter(({ callFrame }) => callFrame.url.startsWith('chrome-extension:')).map(({ id }) => id),
  );
  return samples.reduce((sum, id, at) => sum + (own.has(id) ? (timeDeltas[at] as number) : 0), 0);
}

async function measureHeap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/** Waits until everything so far has been read: a term added after it is lit. */
async function settle(page: Page): Promise<void> {
  await callInPage(page, addMark);
  await waitInPage(page, 'the mark to be lit', isMarkLit, [], 60_000);
}

// The functions below run in the page.

function addMark(): void {
  document.getElementById('mark-of-the-test')?.remove();
  const mark = document.createElement('p');
  mark.id = 'mark-of-the-test';
  mark.textContent = 'freemium';
  document.body.prepend(mark);
}

function isMarkLit(): boolean {
  const text = document.getElementById('mark-of-the-test')?.firstChild;
  return [...CSS.highlights.values()].some((highlight) => [...highlight].some((lit) => lit.startContainer === text));
}

/** Two nodes a paragraph; every fifth holds a term that hangs on evidence, every fifth one that does not. */
function fillPage(nodes: number): void {
  const texts = ['The BAT in a text.', 'A public cloud.', 'Nothing here.', 'Nor is there here.', 'Only plain words.'];
  const paragraphs = Array.from({ length: nodes / 2 }, (_, at) => `<p>${texts[at % texts.length]}</p>`);
  document.body.innerHTML = `<div id="changed"><p>Tencent</p></div>${paragraphs.join('')}`;
}

async function changePage(kind: string, changes: number): Promise<void> {
  const changed = document.getElementById('changed') as HTMLElement;
  const text = changed.firstChild?.firstChild as Text;
  for (let at = 0; at < changes; at++) {
    if (kind === 'edited texts') text.data = `Number ${at}, SaaS`;
    if (kind === 'evidence edited') text.data = `Tencent and BAT, number ${at}`;
    if (kind === 'changed styles') changed.style.width = `${100 + at}px`;
    if (kind === 'added nodes') {
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
