// A copy of the extension that speaks a made-up language: every message marked, in strange letters, and longer by 40 %.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const GROWTH = 0.4; // as from English into German or Finnish, for whole sentences
const [BEGIN, END] = ['⟦', '⟧'];

const PLAIN = 'ACEINOSUYaceinosuyz';
const STRANGE = 'ÅÇÉÎÑÖŠÛÝåçéîñöšûýž';

/** Copies a built extension. Returns the new folder, and what removes it. */
export function makePseudoExtension(extensionDir: string): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'termlight-pseudo-'));
  cpSync(extensionDir, dir, { recursive: true });
  const file = join(dir, '_locales/en/messages.json');
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
  for (const [name, entry] of Object.entries(messages)) {
    if (name !== 'uiLanguage') entry.message = toPseudo(entry.message);
  }
  writeFileSync(file, JSON.stringify(messages));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** "Save $1" → "⟦Šåvé $1 ~~~⟧": substitutions stay, and a single word grows as one. */
export function toPseudo(message: string): string {
  const strange = message.replace(/\$\d|[a-z]/gi, (found) => STRANGE[PLAIN.indexOf(found)] ?? found);
  const missing = Math.max(1, Math.ceil(message.length * GROWTH) - BEGIN.length - END.length);
  const padding = message.includes(' ') ? ' łøñĝ'.repeat(missing).slice(0, missing).trimEnd() : 'ø'.repeat(missing);
  return BEGIN + strange + padding + END;
}

/**
 * The texts and names on a page or in the card that have not come through the messages; those of glossaries, pages and
 * the reader are among them. Runs in the page: it stands for itself.
 */
export function findUntranslated(root: ParentNode = document): string[] {
  const isShown = (element: Element | null) => element?.checkVisibility() && !element.closest('style, script');
  const walker = document.createTreeWalker(root instanceof Document ? root.body : root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    if (isShown(walker.currentNode.parentElement)) found.push(walker.currentNode.textContent ?? '');
  }
  const names = ['aria-label', 'aria-valuetext', 'aria-description', 'title', 'placeholder', 'alt'];
  for (const element of root.querySelectorAll('*')) {
    if (isShown(element)) found.push(...names.map((name) => element.getAttribute(name) ?? ''));
  }
  return found.map((text) => text.trim()).filter((text) => /\p{L}/u.test(text) && !/[⟦⟧]/.test(text));
}
