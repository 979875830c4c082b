// Builds the extension for another command: in silence, unless it fails.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CommandError, PROJECT_DIR } from './command-line.ts';

/** The folder of the unpacked extension for a browser. */
export function extensionDir(browser: 'chrome' | 'firefox'): string {
  return join(PROJECT_DIR, '.output', `${browser}-mv3`);
}

/** Builds the extension and returns its folder. A build that fails shows what it said and is a `CommandError`. */
export function buildExtension(browser: 'chrome' | 'firefox'): string {
  const args = [join(PROJECT_DIR, 'node_modules/wxt/bin/wxt.mjs'), 'build', '-b', browser];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: PROJECT_DIR, encoding: 'utf8' });
  if (status === 0) return extensionDir(browser);
  process.stderr.write(stdout + stderr);
  throw new CommandError('The extension does not build; see above.', 1);
}
