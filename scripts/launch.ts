// Starts Chromium or Firefox with the built extension, cut off from the network unless asked otherwise.
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import puppeteer, { type Browser, type LaunchOptions, type Page } from 'puppeteer-core';
import { findChromium, findFirefox } from './browsers.mjs';
import { catchOutsideRequests, type OutsideRequests } from './outside-requests.ts';

export interface BrowserOptions {
  /** The unpacked extension: `.output/chrome-mv3` or `.output/firefox-mv3`. */
  readonly extensionDir: string;
  /** Default `true`. */
  readonly headless?: boolean;
  /** The browser's own language, as a BCP 47 tag. Default `en-US`. */
  readonly lang?: string;
  readonly dark?: boolean;
  /** Size of new pages in CSS pixels. Default 1280 × 900; a window with a head sizes its own pages. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Device pixels for each CSS pixel. Default 1. */
  readonly scale?: number;
  /** Lets requests out to other machines; otherwise each is refused and noted. */
  readonly online?: boolean;
}

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
  /** Gives a page or panel that is already open the colours and the scale of the options. */
  dress(page: Page, viewport?: { width: number; height: number }): Promise<void>;
  close(): Promise<void>;
}

const DEFAULT_VIEWPORT = { width: 1280, height: 900 };
const SCREEN = { width: 1600, height: 1200 };
const WINDOW_FRAME_PX = 150; // tabs and toolbar

/** As in the manifest; Firefox is told beforehand which address the extension's pages get. */
const FIREFOX_ID = 'termlight@termlight.example';
const FIREFOX_UUID = '5f0e8c1d-7b52-4d0e-9d3c-2c54b6f9a1e7';

const CHROMIUM_ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-search-engine-choice-screen',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--hide-scrollbars',
];

/** What Firefox asks its maker for by itself, switched off, so that a request seen is a request of ours. */
const FIREFOX_PREFS = {
  'browser.newtabpage.activity-stream.feeds.topsites': false,
  'browser.topsites.contile.enabled': false,
  'browser.region.update.enabled': false,
  'dom.push.connection.enabled': false,
  'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_UUID }),
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://127.0.0.1:9/v1',
};

/** Starts Chromium, Chrome or Edge with the extension. */
export async function launchChromium(options: BrowserOptions): Promise<TermlightBrowser> {
  requireBuild(options.extensionDir);
  const outside = options.online ? null : await catchOutsideRequests();
  const lang = options.lang ?? 'en-US';
  const { headless = true, viewport: { width, height } = DEFAULT_VIEWPORT } = options;
  const browser = await puppeteer.launch({
    executablePath: requireBrowser(findChromium(), 'Chromium'),
    headless,
    pipe: true,
    enableExtensions: [options.extensionDir],
    defaultViewport: defaultViewport(options),
    env: { ...process.env, LANGUAGE: lang.replace('-', '_') },
    args: [
      ...CHROMIUM_ARGS,
      `--lang=${lang}`,
      ...(headless ? [screenOf(options)] : []),
      `--window-size=${width},${height + WINDOW_FRAME_PX}`,
      ...(isRoot() ? ['--no-sandbox', '--test-type'] : []),
      ...(outside ? [`--proxy-server=http://127.0.0.1:${outside.port}`] : []),
    ],
  });
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  return createTermlightBrowser(browser, worker.url().replace(/[^/]*$/, ''), options, outside);
}

/** Starts Firefox with the extension. */
export async function launchFirefox(options: BrowserOptions): Promise<TermlightBrowser> {
  requireBuild(options.extensionDir);
  const outside = options.online ? null : await catchOutsideRequests();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: requireBrowser(findFirefox(), 'Firefox'),
    headless: options.headless ?? true,
    defaultViewport: defaultViewport(options),
    args: ['--remote-allow-system-access'], // lets tests see the extension's own windows
    extraPrefsFirefox: { ...FIREFOX_PREFS, ...colourPrefs(options), ...(outside && proxyPrefs(outside.port)) },
  });
  await browser.installExtension(options.extensionDir);
  return createTermlightBrowser(browser, `moz-extension://${FIREFOX_UUID}/`, options, outside);
}

function createTermlightBrowser(
  browser: Browser,
  extensionOrigin: string,
  options: BrowserOptions,
  outside: OutsideRequests | null,
): TermlightBrowser {
  const isFirefox = extensionOrigin.startsWith('moz-');
  const dress: TermlightBrowser['dress'] = async (page, viewport) => {
    if (viewport) await page.setViewport({ ...viewport, deviceScaleFactor: options.scale ?? 1 });
    // Firefox takes the colours from its preferences, for every page.
    if (!isFirefox) await page.emulateMediaFeatures([colourScheme(options)]);
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
    async close() {
      if (browser.connected) await browser.close();
      await outside?.close();
    },
  };
}

function requireBuild(extensionDir: string): void {
  if (existsSync(join(extensionDir, 'manifest.json'))) return;
  throw new Error(`${basename(extensionDir)} is not built: run \`npm run build\` and \`npm run build:firefox\` first.`);
}

function requireBrowser(path: string | null, name: string): string {
  if (path) return path;
  throw new Error(`${name} was not found.`);
}

function defaultViewport({ headless = true, viewport = DEFAULT_VIEWPORT, scale = 1 }: BrowserOptions) {
  return headless ? { ...viewport, deviceScaleFactor: scale } : null;
}

/** A screen that the toolbar popup fits on, with the pixels that no emulation gives it. */
function screenOf({ scale = 1 }: BrowserOptions): string {
  return `--screen-info={${SCREEN.width * scale}x${SCREEN.height * scale} devicePixelRatio=${scale}}`;
}

function colourScheme({ dark }: BrowserOptions) {
  return { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' };
}

function colourPrefs({ dark }: BrowserOptions): LaunchOptions['extraPrefsFirefox'] {
  return { 'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1 };
}

function proxyPrefs(port: number): LaunchOptions['extraPrefsFirefox'] {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
  };
}

/** Chromium refuses to run its sandbox as root. */
function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Whether a browser can open a window here. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
