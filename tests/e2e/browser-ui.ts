// Works what is the browser's own: its menu on a selection, its keys, its address bar. Firefox lets a test use the real
// ones. Chromium's are out of reach: there the worker is given what the browser would give it.
import type { Page } from 'puppeteer-core';
import { callInWorker } from '../../scripts/extension-worker.ts';
import { callInPage } from '../../scripts/in-page.ts';
import { evaluateInFirefoxItself } from './bidi.ts';
import { pressKeysInFirefox } from './extension-pages.ts';
import type { TestBrowser } from './harness.ts';

/** Chooses `Explain “…”` from the menu on what is selected in the page. */
export async function chooseExplain(browser: TestBrowser, page: Page, selector: string): Promise<void> {
  if (browser.name === 'Firefox') {
    await page.click(selector, { button: 'right' });
    await evaluateInFirefoxItself(browser.browser, `(${activateMenuItem})('Explain “')`);
  } else {
    const selectionText = await callInPage(page, () => String(getSelection()));
    await callInWorker(browser.browser, dispatchMenuClick, selectionText);
  }
}

/** The commands of the manifest, and how Firefox's own keys for them are found; the last has none before one is chosen. */
const COMMANDS = {
  'next-term': '[keycode="VK_PERIOD"]',
  'previous-term': '[keycode="VK_COMMA"]',
  'open-card': '[key="K"]',
  'open-side-panel': '[key="L"]',
  'toggle-site': null,
};

/** Presses the key of a command, with the focus wherever it is. */
export async function pressCommand({ name, browser }: TestBrowser, command: keyof typeof COMMANDS): Promise<void> {
  if (name !== 'Firefox') return callInWorker(browser, dispatchCommand, command);
  const key = COMMANDS[command];
  const press = key ? `(${pressShortcut})('${key}')` : `(${emitCommand})('${command}')`;
  await evaluateInFirefoxItself(browser, press);
}

/** Types the keyword and a text into the address bar, and gives what is suggested; empty until it is. */
export async function typeAfterKeyword(browser: TestBrowser, text: string): Promise<() => Promise<string[]>> {
  if (browser.name !== 'Firefox') return () => callInWorker(browser.browser, dispatchInput, text);
  await evaluateInFirefoxItself(browser.browser, `(${focusAddressBar})()`);
  await pressKeysInFirefox(browser, [...`tl ${text}`]);
  return async () =>
    JSON.parse(await evaluateInFirefoxItself(browser.browser, `(${readSuggestions})()`)) as Promise<string[]>;
}

/** Presses Enter in the address bar, after a text has been typed there. */
export async function enterAfterKeyword(browser: TestBrowser, text: string): Promise<void> {
  if (browser.name === 'Firefox') await pressKeysInFirefox(browser, ['Enter']);
  else await callInWorker(browser.browser, dispatchEnter, text);
}

// The functions below run in Chromium's worker: each stands for itself.

interface Dispatcher {
  dispatch(...args: readonly unknown[]): void;
}

declare const chrome: {
  readonly tabs: { query(query: object): Promise<object[]> };
  readonly contextMenus: { readonly onClicked: Dispatcher };
  readonly commands: { readonly onCommand: Dispatcher };
  readonly omnibox: { readonly onInputChanged: Dispatcher; readonly onInputEntered: Dispatcher };
};

async function dispatchMenuClick(selectionText: string): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  chrome.contextMenus.onClicked.dispatch({ menuItemId: 'explain-selection', selectionText, frameId: 0 }, tab);
}

async function dispatchCommand(command: string): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  chrome.commands.onCommand.dispatch(command, tab);
}

function dispatchInput(text: string): Promise<string[]> {
  return new Promise((resolve) => {
    const suggest = (found: { description: string }[]) => resolve(found.map(({ description }) => description));
    chrome.omnibox.onInputChanged.dispatch(text, suggest);
  });
}

function dispatchEnter(text: string): void {
  chrome.omnibox.onInputEntered.dispatch(text, 'currentTab');
}

// The functions below run in Firefox's own window: each stands for itself.

interface MenuPopup extends Element {
  readonly state: string;
  activateItem(item: Element): void;
}

async function activateMenuItem(start: string): Promise<string> {
  const menu = document.querySelector<MenuPopup>('#contentAreaContextMenu');
  if (!menu) throw new Error('Firefox has no menu');
  if (menu.state !== 'open')
    await new Promise((resolve) => menu.addEventListener('popupshown', resolve, { once: true }));
  const items = [...menu.querySelectorAll('menuitem')];
  const item = items.find((candidate) => candidate.getAttribute('label')?.startsWith(start));
  if (!item) throw new Error(`no “${start}” among ${items.map((candidate) => candidate.getAttribute('label'))}`);
  menu.activateItem(item);
  return start;
}

function pressShortcut(key: string): string {
  const selector = `keyset[id^="ext-keyset-id-termlight"] key${key}`;
  (document.querySelector(selector) as unknown as { doCommand(): void }).doCommand();
  return key;
}

declare const WebExtensionPolicy: {
  getByID(id: string): { readonly extension: { readonly shortcuts: { onCommand(command: string): void } } };
};

function emitCommand(command: string): string {
  WebExtensionPolicy.getByID('termlight@termlight.example').extension.shortcuts.onCommand(command);
  return command;
}

interface AddressBar {
  readonly gURLBar: {
    focus(): void;
    value: string;
    readonly panel: Element;
  };
}

function focusAddressBar(): string {
  const { gURLBar } = window as unknown as AddressBar;
  gURLBar.focus();
  gURLBar.value = '';
  return 'focused';
}

function readSuggestions(): string {
  const { gURLBar } = window as unknown as AddressBar;
  const rows = [...gURLBar.panel.querySelectorAll('.urlbarView-row[type="addon"] .urlbarView-title')];
  return JSON.stringify(rows.map((row) => row.textContent ?? ''));
}
