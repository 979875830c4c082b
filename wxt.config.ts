// Configures the build: manifest, permissions (reasons in docs/permissions.md), JSX, and the glossary file that ships with the extension.
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { builtinGlossary } from './scripts/builtin-glossary.ts';

// wxt's own context announces the extension to every page; see docs/decisions.md.
const CONTENT_SCRIPT_CONTEXT = fileURLToPath(new URL('entrypoints/content/content-script-context.ts', import.meta.url));

const NATIVE_BROWSER = '@wxt-dev/browser';

/**
 * What Vite's own minifier leaves over: 3 % of the script, after it. And in ASCII alone: one other character makes V8 keep
 * and parse a script of twice the bytes.
 */
const shrinkFurther: Plugin = {
  name: 'shrink-further',
  async generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const { code } = await minify(file.code, {
        ecma: 2020,
        compress: { passes: 2, unsafe_arrows: true, expression: true }, // a script's last value is what it tells who runs it
        format: { ascii_only: true },
      });
      file.code = code ?? file.code;
    }
  },
};

/** In Firefox an element hands no highlight down: there the rules are for every element. */
const highlightEveryElement: Plugin = {
  name: 'highlight-every-element',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('/highlight.css') ? code.replaceAll(':root::highlight(', '::highlight(') : null,
};

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  targetBrowsers: ['chrome', 'firefox'],
  manifestVersion: 3,
  vite: ({ browser }) => ({
    plugins: browser === 'firefox' ? [highlightEveryElement] : [],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    resolve: { alias: { 'wxt/utils/content-script-context': CONTENT_SCRIPT_CONTEXT } },
  }),
  hooks: {
    // Every browser's own API answers with promises by now; in what runs in pages, which pay for each byte, the polyfill
    // is left out.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ type }) => type === 'content-script' || type === 'unlisted-script')) {
        config.resolve = { ...config.resolve, alias: { ...config.resolve?.alias, 'wxt/browser': NATIVE_BROWSER } };
        config.plugins = [...(config.plugins ?? []), shrinkFurther];
      }
    },
    // The built-in glossary travels as an ordinary glossary file and is read like a reader's own.
    'build:publicAssets': (_wxt, files) => {
      files.push({ relativeDest: 'hu-xiaoming-2017.termlight.json', contents: JSON.stringify(builtinGlossary()) });
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'contextMenus', 'alarms', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    host_permissions: ['<all_urls>'],
    icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' },
    action: { default_title: '__MSG_extensionName__' },
    omnibox: { keyword: 'tl' },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'termlight@termlight.example',
          strict_min_version: '149.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
    commands: {
      'next-term': { suggested_key: { default: 'Alt+Shift+Period' }, description: '__MSG_commandNextTerm__' },
      'previous-term': { suggested_key: { default: 'Alt+Shift+Comma' }, description: '__MSG_commandPreviousTerm__' },
      'open-card': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_commandOpenCard__' },
      'open-side-panel': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commandOpenSidePanel__' },
      'toggle-site': { description: '__MSG_commandToggleSite__' },
    },
  }),
});
