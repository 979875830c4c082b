// Starts Chromium or Firefox with the built extension, cut off from the network unless asked otherwise.
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import {
  type BrowserOptions,
  chromiumArgs,
  chromiumEnvironment,
  colourScheme,
  defaultViewport,
  FIREFOX_UUID,
  firefoxPrefs,
} from './browser-flags.ts';
import { findChromium, findFirefox } from './browsers.mjs';
import { findWorker, waitUntilInstalled } from './extension-worker.ts';
import { closeFirstPage } from './first-run.ts';
import { catchOutsideRequests, type OutsideRequests } from './outside-requests.ts';

export type { BrowserOptions } from './browser-flags.ts';

/** A browser that runs Termlight. */
export interface TermlightBrowser {
  readonly browser: Browser;
  /** `chrome-extension://ID/` or `moz-extension://UUID/`, with the slash. */
  readonly extensionOrigin: string;
  /** Requests to anything but 127.0.0.1 and localhost, by page, worker or browser; empty when online. */
  readonly outsideRequests: readonly string[];
  /** Opens an address in a new tab with the viewport and colours of the options. */
  openPage(url: string): Promise<Page>;
  /** Opens an empty tab with the viewport and colours of the options. */
  openBlankPage(): Promise<Page>;
  /** Resolves once a person has closed the browser or its last window. */
  untilClosed(): Promise<void>;
  /** Gives a page or panel that is already open the colours and the scale of the options. */
  dress(page: Page, viewport?: { width: number; height: number }): Promise<void>;
  close(): Promise<void>;
}

/** Starts Chromium, Chrome or Edge with the extension. */
export function launchChromium(options: BrowserOptions): Promise<TermlightBrowser> {
  return launch(options, async (profile, outside) => {
    const browser = await puppeteer.launch({
      userDataDir: profile,
      executablePath: requireBrowser(findChromium(), 'Chromium'),
      headless: options.headless ?? true,
      ...(options.headless === false && { ignoreDefaultArgs: ['--enable-automation'] }), // no bar that says so
      pipe: true,
      enableExtensions: [options.extensionDir],
      defaultViewport: defaultViewport(options),
      env: chromiumEnvironment(options),
      args: chromiumArgs(options, outside?.port),
      ...(options.downloads && { downloadBehavior: { policy: 'allow', downloadPath: options.downloads } }),
    });
    // Puppeteer stops listening to its pipes before Chromium ends, which may leave a message unread.
    for (const pipe of browser.process()?.stdio ?? []) pipe?.on('error', () => undefined);
    const worker = await findWorker(browser);
    await waitUntilInstalled(browser);
    if (!options.firstRun) await closeFirstPage(browser, options.extensionDir);
    return createTermlightBrowser(browser, worker.url().replace(/[^/]*$/, ''), options, outside);
  });
}

/** Starts Firefox with the extension. */
export function launchFirefox(options: BrowserOptions): Promise<TermlightBrowser> {
  return launch(options, async (profile, outside) => {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      userDataDir: profile,
      executablePath: requireBrowser(findFirefox(), 'Firefox'),
      headless: options.headless ?? true,
      defaultViewport: defaultViewport(options),
      args: ['--remote-allow-system-access'], // lets tests see the extension's own windows
      extraPrefsFirefox: firefoxPrefs(options, outside?.port),
    });
    await browser.installExtension(options.extensionDir);
    return createTermlightBrowser(browser, `moz-extension://${FIREFOX_UUID}/`, options, outside);
  });
}

/** Starts a browser with a profile of its own behind the proxy; neither is left behind, also if it does not start. */
async function launch(
  options: BrowserOptions,
  start: (profile: string, outside: OutsideRequests | null) => Promise<Omit<TermlightBrowser, 'close'>>,
): Promise<TermlightBrowser> {
  requireBuild(options.extensionDir);
  const outside = options.online ? null : await catchOutsideRequests();
  const profile = await mkdtemp(join(tmpdir(), 'termlight-profile-'));
  const clear = async () => {
    await rm(profile, { recursive: true, force: true, maxRetries: 10 }); // its last processes may still write there
    await outside?.close();
  };
  try {
    if (options.profile) await cp(options.profile, profile, { recursive: true });
    const started = await start(profile, outside);
    return {
      ...started,
      async close() {
        await end(started.browser);
        await clear();
      },
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

function createTermlightBrowser(
  browser: Browser,
  extensionOrigin: string,
  options: BrowserOptions,
  outside: OutsideRequests | null,
): Omit<TermlightBrowser, 'close'> {
  const isFirefox = extensionOrigin.startsWith('moz-');
  const dress: TermlightBrowser['dress'] = async (page, viewport) => {
    if (viewport) await page.setViewport({ ...viewport, deviceScaleFactor: options.scale ?? 1 });
    // Firefox takes the colours from its preferences, for every page; a window keeps its owner's.
    if (!isFirefox && (options.headless ?? true)) await page.emulateMediaFeatures([colourScheme(options)]);
  };
  const openBlankPage = async () => {
    const page = await browser.newPage();
    await dress(page);
    return page;
  };
  return {
    browser,
    extensionOrigin,
    outsideRequests: outside?.seen ?? [],
    dress,
    openBlankPage,
    async openPage(url) {
      const page = await openBlankPage();
      await page.goto(url);
      return page;
    },
    untilClosed: () => waitUntilClosed(browser),
  };
}

/** Killed, not closed: what it would save, Firefox for half a second, goes with its profile. */
async function end(browser: Browser): Promise<void> {
  const process = browser.process();
  if (process?.exitCode !== null || process.signalCode !== null) return;
  const ended = once(process, 'exit');
  process.kill('SIGKILL');
  await ended;
}

/** On macOS a browser outlives its last window, so the windows count. */
function waitUntilClosed(browser: Browser): Promise<void> {
  return new Promise((resolve) => {
    browser.once('disconnected', () => resolve());
    browser.on('targetdestroyed', async () => {
      if (browser.connected && (await browser.pages().catch(() => [null])).length === 0) await browser.close();
    });
  });
}

function requireBuild(extensionDir: string): void {
  if (existsSync(join(extensionDir, 'manifest.json'))) return;
  throw new Error(`${basename(extensionDir)} is not built: run \`npm run build\` and \`npm run build:firefox\` first.`);
}

function requireBrowser(path: string | null, name: string): string {
  if (path) return path;
  throw new Error(`${name} was not found.`);
}

/** Whether a browser can open a window here. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
