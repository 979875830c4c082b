// Ports from an extension page to the frames of a tab, one each: frames that come later get theirs, and one that goes is told of.
import { browser } from 'wxt/browser';
import { onMessages } from './messages.ts';

/** The browser's number for the page itself. */
const TOP_FRAME = 0;

const RETRY_MS = 500;
const MOST_RETRIES = 3; // once the page has loaded: its content script may listen a moment later

interface FramePortsOptions {
  readonly tabId: number;
  /** The ports' name. */
  readonly name: string;
  readonly onMessage: (frameId: number, message: unknown) => void;
  /** A frame has been removed, or shows another document. Not told of each frame where the page itself goes. */
  readonly onGone: (frameId: number) => void;
  /** The page has none of our content scripts: not yet while it is loading, and never where browsers keep us out. */
  readonly onNone: (isLoading: boolean) => void;
  readonly signal: AbortSignal;
}

/** Connects to all frames, and again when the page or one of them has another document, until the signal aborts. */
export function connectFrames({ tabId, name, onMessage, onGone, onNone, signal }: FramePortsOptions): {
  post(frameId: number, message: unknown): void;
} {
  const ports = new Map<number, ReturnType<typeof browser.tabs.connect>>();
  let retries = 0;

  const connect = (frameId: number) => {
    if (ports.has(frameId) || signal.aborted) return;
    const port = browser.tabs.connect(tabId, { name, frameId });
    ports.set(frameId, port);
    port.onMessage.addListener((message: unknown) => onMessage(frameId, message));
    port.onDisconnect.addListener(() => {
      if (ports.get(frameId) !== port) return;
      ports.delete(frameId);
      if (frameId === TOP_FRAME) void waitForPage();
      else onGone(frameId);
    });
  };
  const connectAll = async () => {
    connect(TOP_FRAME);
    for (const frameId of await findFrames(tabId)) connect(frameId);
  };
  const disconnect = () => {
    for (const port of ports.values()) port.disconnect();
    ports.clear();
  };
  const waitForPage = async () => {
    disconnect();
    const isLoading = (await browser.tabs.get(tabId).catch(() => null))?.status === 'loading';
    if (signal.aborted || ports.size) return;
    onNone(isLoading);
    if (isLoading || retries++ < MOST_RETRIES) setTimeout(() => void connectAll(), RETRY_MS);
  };
  const onUpdated = (updatedTabId: number, change: { status?: string }) => {
    if (updatedTabId !== tabId || change.status !== 'complete') return;
    retries = 0;
    void connectAll();
  };

  void connectAll();
  browser.tabs.onUpdated.addListener(onUpdated);
  onMessages(
    {
      termsChanged(_, { tab, frameId }) {
        if (tab?.id === tabId && frameId !== undefined) connect(frameId);
      },
    },
    signal,
  );
  signal.addEventListener('abort', () => {
    browser.tabs.onUpdated.removeListener(onUpdated);
    disconnect();
  });
  return { post: (frameId, message) => ports.get(frameId)?.postMessage(message) };
}

/** The frames of a tab, told by a script that does nothing in each; none where browsers let us run none. */
async function findFrames(tabId: number): Promise<number[]> {
  const target = { tabId, allFrames: true };
  const results = await browser.scripting
    .executeScript({ target, func: () => undefined, injectImmediately: true })
    .catch(() => []);
  return results.map(({ frameId }) => frameId);
}
