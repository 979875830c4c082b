// What Termlight lit on a page and why, asked of the page's own content scripts as the side panel asks.
import type { Page } from 'puppeteer-core';
import { type FrameTerms, mergeFrames, PAGE_TERMS_PORTS, type TabTerm } from '../entrypoints/shared/page-terms.ts';
import { callInWorker } from './extension-worker.ts';
import type { TermlightBrowser } from './launch.ts';
import { formatTable } from './table.ts';

const SHOWN_REASONS = 4; // words
const QUIET_MS = 700; // frames that have said nothing new for so long are done

/** The terms lit in all frames of a page, in reading order. */
export async function readPageTerms({ browser }: TermlightBrowser, page: Page): Promise<TabTerm[]> {
  return mergeFrames(await callInWorker(browser, askFrames, page.url(), PAGE_TERMS_PORTS.lit, QUIET_MS));
}

/** The terms as a table: term, count, why. */
export function formatPageTerms(terms: readonly TabTerm[]): string {
  if (!terms.length) return 'Nothing on this page is lit.';
  const rows = terms.map(({ label, count, because }) => [label, count, describeReason(because)]);
  return formatTable(['Term', 'Count', 'Why'], rows);
}

function describeReason(because: readonly string[]): string {
  if (!because.length) return 'needs no evidence';
  const others = because.length - SHOWN_REASONS;
  return because.slice(0, SHOWN_REASONS).join(', ') + (others > 0 ? ` and ${others} more` : '');
}

interface Port {
  readonly onMessage: { addListener(listener: (message: FrameTerms) => void): void };
  disconnect(): void;
}

interface Tabs {
  query(filter: object): Promise<{ id: number; url?: string }[]>;
  connect(tabId: number, options: object): Port;
}

/** Runs in the service worker: names nothing outside. */
async function askFrames(url: string, portName: string, quietMs: number): Promise<FrameTerms[]> {
  const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
  const tab = (await tabs.query({})).find((candidate) => candidate.url === url);
  if (!tab) return [];
  return new Promise((resolve) => {
    const answers = new Map<string, FrameTerms>();
    const port = tabs.connect(tab.id, { name: portName });
    const finish = () => {
      port.disconnect();
      resolve([...answers.values()]);
    };
    let quiet = setTimeout(finish, quietMs);
    port.onMessage.addListener((message) => {
      answers.set(message.frame, message);
      clearTimeout(quiet);
      quiet = setTimeout(finish, quietMs);
    });
  });
}
