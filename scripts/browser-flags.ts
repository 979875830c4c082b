// The flags and preferences that a test, a demo or a picture starts its browser with.
import type { LaunchOptions } from 'puppeteer-core';

/** What a browser is started with. */
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
  /** Leaves the page open that the extension shows once, at its first run. Chromium only. */
  readonly firstRun?: boolean;
  /** The folder of a profile to begin with a copy of; otherwise it is new. */
  readonly profile?: string;
  /** The folder that files are saved to without asking. Default: where the browser saves them. */
  readonly downloads?: string;
  /** Lets requests out to other machines; otherwise each is refused and noted. */
  readonly online?: boolean;
}

const DEFAULT_LANG = 'en-US';
const DEFAULT_VIEWPORT = { width: 1280, height: 900 };
const SCREEN = { width: 1600, height: 1200 };
const WINDOW_FRAME_PX = 150; // tabs and toolbar

/** As in the manifest; Firefox is told beforehand which address the extension's pages get. */
export const FIREFOX_ID = 'termlight@termlight.example';
/** The host of the extension's own pages in Firefox. */
export const FIREFOX_UUID = '5f0e8c1d-7b52-4d0e-9d3c-2c54b6f9a1e7';

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

/** Chromium's command line; with a proxy's port, no request gets past the proxy. */
export function chromiumArgs(options: BrowserOptions, proxyPort: number | undefined): string[] {
  const { headless = true, lang = DEFAULT_LANG, viewport: { width, height } = DEFAULT_VIEWPORT } = options;
  return [
    ...CHROMIUM_ARGS,
    `--lang=${lang}`,
    ...(headless ? [screenOf(options)] : []),
    `--window-size=${width},${height + WINDOW_FRAME_PX}`,
    ...(isRoot() ? ['--no-sandbox', '--test-type'] : []),
    ...(proxyPort ? [`--proxy-server=http://127.0.0.1:${proxyPort}`] : []),
  ];
}

/** The environment that makes Chromium speak the language of the options. */
export function chromiumEnvironment({ lang = DEFAULT_LANG }: BrowserOptions): NodeJS.ProcessEnv {
  return { ...process.env, LANGUAGE: lang.replace('-', '_') };
}

/** Firefox's preferences; with a proxy's port, no request gets past the proxy. */
export function firefoxPrefs(
  options: BrowserOptions,
  proxyPort: number | undefined,
): LaunchOptions['extraPrefsFirefox'] {
  return {
    ...FIREFOX_PREFS,
    ...colourPrefs(options),
    ...(options.downloads && downloadPrefs(options.downloads)),
    ...(proxyPort && proxyPrefs(proxyPort)),
  };
}

/** The size of new pages; `null` where the window gives it. */
export function defaultViewport({ headless = true, viewport = DEFAULT_VIEWPORT, scale = 1 }: BrowserOptions) {
  return headless ? { ...viewport, deviceScaleFactor: scale } : null;
}

/** The colours of a page, as a media feature. */
export function colourScheme({ dark }: BrowserOptions) {
  return { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' };
}

/** A screen that the toolbar popup fits on, with the pixels that no emulation gives it. */
function screenOf({ scale = 1 }: BrowserOptions): string {
  return `--screen-info={${SCREEN.width * scale}x${SCREEN.height * scale} devicePixelRatio=${scale}}`;
}

function colourPrefs({ dark }: BrowserOptions): LaunchOptions['extraPrefsFirefox'] {
  return { 'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1 };
}

function downloadPrefs(folder: string): LaunchOptions['extraPrefsFirefox'] {
  return {
    'browser.download.folderList': 2, // the folder named below
    'browser.download.dir': folder,
    'browser.download.alwaysOpenPanel': false, // it takes the focus
    'browser.download.always_ask_before_handling_new_types': false,
  };
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
