// How every command reads its arguments and ends: results on stdout, one clear line on stderr where something is wrong.
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The project's folder, without a slash at the end. */
export const PROJECT_DIR = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

/** Ends a command with one line and an exit code: 2 where it was used wrongly, 1 where it tried and failed. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 2,
  ) {
    super(message);
  }
}

/** Runs a command and sets the exit code to its result. Only a fault of ours shows a stack. */
export async function runCommand(command: (args: string[]) => number | Promise<number>): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    process.exitCode = await command(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    // At once, whatever still runs: a browser that half started goes down with its command.
    process.stderr.write(`${error.message}\n`, () => process.exit(error.exitCode));
  }
}

/** Options and other arguments. An option that is not known or lacks its value is a `CommandError`. */
export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  usage: string,
  options: T,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new CommandError(`${reason}; usage: ${usage}`);
  }
}

/** A path as the user means it: from where they called npm. */
export function userPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** The bytes of a user's file; one that is missing or cannot be read is a `CommandError` that names it. */
export function readUserFile(path: string): Uint8Array {
  try {
    return readFileSync(userPath(path));
  } catch (error) {
    throw new CommandError(`${path}: ${describeFileError(error)}`);
  }
}

/** Throws unless the user's path is a file that is there. */
export function requireUserFile(path: string): void {
  try {
    if (statSync(userPath(path)).isFile()) return;
  } catch (error) {
    throw new CommandError(`${path}: ${describeFileError(error)}`);
  }
  throw new CommandError(`${path}: expected a file`);
}

/** UTF-8 text, without a byte order mark. `place` (file, line) opens the message if it is something else. */
export function decodeText(bytes: Uint8Array, place: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CommandError(`${place}: expected UTF-8 text`);
  }
}

function describeFileError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'expected a file, found a folder';
  return message;
}
