// Why nothing is lit in a tab, told by what browsers say of it, by its page, and by the settings.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageTermsState } from '../../entrypoints/shared/page-hooks.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../entrypoints/shared/settings.ts';
import { whyUnlit } from '../../entrypoints/shared/why-unlit.ts';

const READ: PageTermsState = { status: 'read', terms: [], cost: 0, isPdf: false, reveal: () => undefined };
const WEB = { url: 'https://a.example/' };
const settingsOf = (settings: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...settings });

/** What the build for a browser knows of it. */
const runIn = (browser: 'Chromium' | 'Firefox') => vi.stubEnv('FIREFOX', browser === 'Firefox' ? 'true' : '');
beforeEach(() => void runIn('Chromium'));
afterEach(() => void vi.unstubAllEnvs());

describe('a page that cannot be read', () => {
  it.each([
    [undefined, 'pageOfBrowser'], // of its own pages, and of its reader view, a browser tells no address
    ['chrome://settings/', 'pageOfBrowser'],
    ['edge://extensions', 'pageOfBrowser'],
    ['read://https_example.com/?url=https%3A%2F%2Fexample.com', 'pageOfBrowser'],
    ['about:addons', 'pageOfBrowser'],
    ['view-source:https://example.com/', 'pageOfBrowser'],
    ['https://chromewebstore.google.com/detail/x', 'pageOfStore'],
    ['https://chrome.google.com/webstore/category', 'pageOfStore'],
    ['https://chrome.google.com/other', 'pageUnreadable'],
    ['https://microsoftedge.microsoft.com/addons/x', 'pageOfStore'],
    ['https://example.com/paper.PDF?page=2', 'pageOfPdf'],
    ['https://example.com/?file=paper.pdf', 'pageUnreadable'],
    ['about:blank', 'pageUnreadable'],
    ['file:///home/a/page.html', 'pageUnreadable'],
  ])('%s: %s', (url, message) => {
    const tab = url === undefined ? {} : { url };
    expect(whyUnlit(tab, { status: 'unreadable' }, DEFAULT_SETTINGS)).toEqual({ message, hint: 'pageHintSelect' });
  });
});

describe.each([
  [false, ['https://chromewebstore.google.com/detail/x', 'https://microsoftedge.microsoft.com/addons/x']],
  [true, ['https://addons.mozilla.org/en-US/firefox/']],
] as const)('where it is Firefox: %s', (isFirefox, stores) => {
  it.each([
    'https://chromewebstore.google.com/detail/x',
    'https://microsoftedge.microsoft.com/addons/x',
    'https://addons.mozilla.org/en-US/firefox/',
  ])('%s is a store only if it is the browser’s own', (url) => {
    runIn(isFirefox ? 'Firefox' : 'Chromium');
    const { message } = whyUnlit({ url }, { status: 'unreadable' }, DEFAULT_SETTINGS);
    expect(message).toBe((stores as readonly string[]).includes(url) ? 'pageOfStore' : 'pageUnreadable');
  });
});

describe('a page that can be', () => {
  it.each([
    [WEB, {}, 'pageNoTerms'],
    [{ url: 'https://a.example/File:paper.pdf' }, {}, 'pageNoTerms'],
    [{ url: 'https://addons.mozilla.org/en-US/firefox/' }, {}, 'pageNoTerms'], // in another browser
    [WEB, { pausedUntil: 'restart', sitesOff: ['a.example'] }, 'pagePaused'],
    [WEB, { sitesOff: ['a.example'] }, 'pageSiteOff'],
    [{ url: 'file:///home/a/page.html' }, { sitesOff: ['*'] }, 'pageNotListed'],
  ] as const)('%j with %j: %s', (tab, settings, message) => {
    expect(whyUnlit(tab, READ, settingsOf(settings)).message).toBe(message);
  });

  it('holds a PDF', () => {
    expect(whyUnlit(WEB, { ...READ, isPdf: true }, settingsOf({ pausedUntil: 'restart' })).message).toBe('pageOfPdf');
  });

  it('is still being read', () => {
    expect(whyUnlit(WEB, { status: 'reading' }, DEFAULT_SETTINGS)).toEqual({ message: 'pageReading' });
  });
});
