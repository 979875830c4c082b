// The project's own source files and what each imports, for the tests of the architecture.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { PROJECT_DIR } from '../scripts/command-line.ts';

const SOURCE_FOLDERS = ['glossary', 'components', 'entrypoints'];
const STATIC_IMPORT = /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]/gm;

/** A file, by its path from the project's folder with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Paths of ours, and names of packages, as written. */
  readonly imports: readonly string[];
}

/** All TypeScript files of the extension. */
export function readSourceFiles(): SourceFile[] {
  return SOURCE_FOLDERS.flatMap((folder) =>
    readdirSync(join(PROJECT_DIR, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readSourceFile(join(PROJECT_DIR, folder, name))),
  );
}

/** The imports of a module's text; relative ones are resolved against the module's path. */
export function findImports(text: string, path: string): string[] {
  return [...text.matchAll(STATIC_IMPORT)].map((match) => {
    const name = (match[1] ?? match[2] ?? '').replace(/\?.*$/, '');
    return name.startsWith('.') ? toProjectPath(resolve(dirname(join(PROJECT_DIR, path)), name)) : name;
  });
}

/** Everything that a set of files imports, directly and through files of ours. */
export function findReachable(files: readonly SourceFile[], from: (path: string) => boolean): Set<string> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reached = new Set(files.map(({ path }) => path).filter(from));
  for (const path of reached) for (const name of byPath.get(path)?.imports ?? []) reached.add(name);
  return reached;
}

function readSourceFile(file: string): SourceFile {
  const path = toProjectPath(file);
  const text = readFileSync(file, 'utf8');
  return { path, text, imports: findImports(text, path) };
}

function toProjectPath(file: string): string {
  return relative(PROJECT_DIR, file).split(sep).join('/');
}
