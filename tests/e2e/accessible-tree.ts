// The tree that screen readers are given, of a page or of the panel: Chromium's own, and Firefox's accessibility service.
import type { ElementHandle, Page } from 'puppeteer-core';
import { vi } from 'vitest';
import { evaluateInFirefoxItself } from './bidi.ts';
import type { TestBrowser } from './harness.ts';

const WAIT = { timeout: 10_000, interval: 50 };

/** A node of the tree; roles have the names that ARIA gives them. */
export interface AccessibleNode {
  readonly role: string;
  /** Or, where it has none, the text in it. */
  readonly name: string;
  readonly description: string;
  readonly isFocused: boolean;
}

/** What a reader can do who has nothing but the tree. */
export interface AccessibleTree {
  /** All nodes with a role. */
  read(role: string): Promise<AccessibleNode[]>;
  /** Waits for what has a role and a name, and activates it. */
  press(role: string, name: string | RegExp): Promise<void>;
}

/** The tree of a page in Chromium. */
export function treeInChromium(findPage: () => Promise<Page>): AccessibleTree {
  const find = async (role: string) => {
    const snapshot = await (await findPage()).accessibility.snapshot({ interestingOnly: false });
    return flatten((snapshot ?? {}) as ChromiumNode).filter((node) => node.role === role);
  };
  return {
    read: async (role) => (await find(role)).map(toNode),
    async press(role, name) {
      const isMeant = (node: ChromiumNode) => isNamed(toNode(node), name);
      const target = await vi.waitUntil(async () => (await find(role)).findLast(isMeant), WAIT);
      const page = await findPage();
      await (await target.elementHandle?.())?.focus();
      await page.keyboard.down('Enter'); // a popup is gone before the key comes up
      if (!page.isClosed()) await page.keyboard.up('Enter').catch(() => undefined);
    },
  };
}

/** The tree of the page in front, or of the sidebar, in Firefox. */
export function treeInFirefox({ browser }: TestBrowser, place: 'page' | 'sidebar'): AccessibleTree {
  const ask = async (role: string, press: string | null) =>
    JSON.parse(
      await evaluateInFirefoxItself(browser, `(${askFirefox})(${JSON.stringify([place, role, press])})`),
    ) as AccessibleNode[];
  return {
    read: (role) => ask(role, null),
    press: async (role, name) => {
      const pattern = typeof name === 'string' ? `^${name}$` : name.source;
      await vi.waitUntil(async () => (await ask(role, pattern)).length, WAIT);
    },
  };
}

/** The names of all nodes with a role. */
export async function readNames(tree: AccessibleTree, role: string): Promise<string[]> {
  return (await tree.read(role)).map(({ name }) => name);
}

function isNamed({ name }: AccessibleNode, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? name === wanted : wanted.test(name);
}

interface ChromiumNode {
  readonly role?: string;
  readonly name?: string;
  readonly description?: string;
  readonly focused?: boolean;
  readonly children?: readonly ChromiumNode[];
  readonly elementHandle?: () => Promise<ElementHandle | null>;
}

function flatten(node: ChromiumNode): ChromiumNode[] {
  return [node, ...(node.children ?? []).flatMap(flatten)];
}

function toNode(node: ChromiumNode): AccessibleNode {
  const texts = flatten(node).filter(({ role }) => role === 'StaticText');
  return {
    role: node.role ?? '',
    name: node.name || texts.map(({ name }) => name).join(''),
    description: node.description ?? '',
    isFocused: node.focused === true,
  };
}

// The function below runs in Firefox's own window: it stands for itself.

interface Accessible {
  readonly role: number;
  readonly name: string | null;
  readonly description: string | null;
  readonly childCount: number;
  getChildAt(index: number): Accessible;
  getState(state: { value?: number }, more: object): void;
  doAction(index: number): void;
}

interface AccessibilityService {
  getAccessibleFor(node: unknown): Accessible | null;
  getStringRole(role: number): string;
}

declare const Cc: Readonly<Record<string, { getService(type: unknown): AccessibilityService }>>;
declare const Ci: { readonly nsIAccessibilityService: unknown };

/** The nodes with a role; with a pattern, the last that is so named, which is pressed. */
function askFirefox([place, role, press]: [string, string, string | null]): string {
  const names: Record<string, string> = {
    pushbutton: 'button',
    'toggle button': 'button',
    statusbar: 'status',
    entry: 'textbox',
  };
  const FOCUSED = 4;
  const service = Cc['@mozilla.org/accessibilityService;1']?.getService(Ci.nsIAccessibilityService);
  const sidebar = (document.getElementById('sidebar') as HTMLIFrameElement | null)?.contentDocument;
  const view =
    place === 'page'
      ? (window as unknown as { gBrowser: { selectedBrowser: unknown } }).gBrowser.selectedBrowser
      : sidebar?.getElementById('webext-panels-browser');
  const top = view ? service?.getAccessibleFor(view) : null;
  if (!service || !top) return '[]';
  const roleOf = (node: Accessible) => {
    const own = service.getStringRole(node.role);
    return names[own] ?? own;
  };
  const childrenOf = (node: Accessible) => Array.from({ length: node.childCount }, (_, at) => node.getChildAt(at));
  const all = (node: Accessible): Accessible[] => [node, ...childrenOf(node).flatMap(all)];
  const textIn = (node: Accessible) =>
    all(node)
      .filter((part) => service.getStringRole(part.role) === 'text leaf')
      .map(({ name }) => name)
      .join('');
  const isFocused = (node: Accessible) => {
    const state: { value?: number } = {};
    node.getState(state, {});
    return ((state.value ?? 0) & FOCUSED) !== 0;
  };
  try {
    const nameOf = (node: Accessible) => node.name || textIn(node);
    let found = all(top).filter((node) => roleOf(node) === role);
    if (press !== null) {
      found = found.filter((node) => new RegExp(press).test(nameOf(node))).slice(-1);
      found[0]?.doAction(0);
    }
    return JSON.stringify(
      found.map((node) => ({
        role,
        name: nameOf(node),
        description: node.description ?? '',
        isFocused: isFocused(node),
      })),
    );
  } catch {
    return '[]'; // the tree has changed meanwhile
  }
}
