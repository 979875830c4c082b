// Makes sure that node_modules holds what package-lock.json asks for.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './setup-error.mjs';

/** Installs the dependencies if any is missing or of another version. Says so on stderr; stdout stays clean. */
export function ensureDependencies(root) {
  if (isUpToDate(root)) return;
  console.error('Installing dependencies …');
  const [command, ...before] = npmCommand();
  const args = [...before, 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new SetupError(`npm ci failed (${error?.message ?? `exit code ${status}`}).`, 1);
}

/** npm by the way this command was started, so that its version is the user's. */
function npmCommand() {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return [process.execPath, npm];
  return process.platform === 'win32' ? ['cmd', '/d', '/c', 'npm'] : ['npm'];
}

/** npm writes the second file last of all, so an install that was cut short counts as none. */
function isUpToDate(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === entry.version : entry.optional || entry.peer;
  });
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw new SetupError(`${path}: ${error.message}`);
  }
}
