// The words of the extension's interface, for commands.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_DIR } from './command-line.ts';

/** A text of the interface by its name, with what goes into it. Throws where there is none. */
export function uiText(folder: 'en' | 'zh_CN', name: string, ...values: readonly string[]): string {
  const path = join(PROJECT_DIR, 'public/_locales', folder, 'messages.json');
  const messages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { message: string } | undefined>;
  const text = messages[name]?.message;
  if (!text) throw new Error(`public/_locales/${folder}: no message ${name}`);
  return text.replace(/\$(\d)/g, (_, index) => values[index - 1] ?? '');
}
