// The rules of who may import whom, and of what may be named where (docs/decisions.md has the reasons).
import { describe, expect, it } from 'vitest';
import { findImports, findReachable, readSourceFiles, type SourceFile } from './source-files.ts';

const files = readSourceFiles();

/** A part of the extension, and the parts that it may import from beside itself. */
const ALLOWED: Record<string, readonly string[]> = {
  glossary: [],
  components: ['glossary'],
  'entrypoints/shared': ['glossary'],
  'entrypoints/background': ['entrypoints/shared', 'glossary'],
  'entrypoints/content': ['entrypoints/shared', 'glossary', 'components'],
  'entrypoints/early.content': ['entrypoints/content'],
  'entrypoints/card': ['entrypoints/content', 'entrypoints/shared', 'glossary', 'components'],
  'entrypoints/selection': ['entrypoints/content'],
  'entrypoints/popup': ['entrypoints/shared', 'glossary', 'components'],
  'entrypoints/sidepanel': ['entrypoints/shared', 'glossary', 'components'],
  'entrypoints/welcome': ['entrypoints/shared', 'glossary', 'components'],
  'entrypoints/options': ['entrypoints/shared', 'glossary', 'components'],
};
const PARTS = Object.keys(ALLOWED);
/** `public` is no code: what is imported from there is the type of the messages. */
const OURS = /^(?:glossary|components|entrypoints|scripts|tests)\//;

function partOf(path: string): string | undefined {
  return PARTS.find((part) => path.startsWith(`${part}/`));
}

function filesOf(part: string): SourceFile[] {
  return files.filter(({ path }) => partOf(path) === part);
}

function findForbiddenImports(part: string): string[] {
  const allowed = [part, ...(ALLOWED[part] ?? [])];
  return filesOf(part).flatMap(({ path, imports }) =>
    imports
      .filter((name) => OURS.test(name) && !allowed.includes(partOf(name) ?? ''))
      .map((name) => `${path} imports ${name}`),
  );
}

describe('imports', () => {
  it('are found in every form they take', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type { B } from '../shared/b.ts';",
      "export * from './c.ts';",
      "import './style.css';",
      "import css from './card.css?inline';",
      "import {\n  d,\n  type E,\n} from 'preact/hooks';",
    ].join('\n');
    expect(findImports(text, 'entrypoints/content/x.ts')).toEqual([
      'entrypoints/content/a.ts',
      'entrypoints/shared/b.ts',
      'entrypoints/content/c.ts',
      'entrypoints/content/style.css',
      'entrypoints/content/card.css',
      'preact/hooks',
    ]);
  });

  it('exist: every part has files', () => {
    expect(PARTS.filter((part) => filesOf(part).length === 0)).toEqual([]);
  });

  it('belong to a part that has a rule', () => {
    expect(files.filter(({ path }) => partOf(path) === undefined).map(({ path }) => path)).toEqual([]);
  });

  it.each(PARTS)('of %s come only from where they may', (part) => {
    expect(findForbiddenImports(part)).toEqual([]);
  });

  it('of glossary are pure: no browser, no Preact, no Node', () => {
    const impure = /^(?:preact|wxt|webextension-polyfill|@floating-ui|node:)/;
    const found = filesOf('glossary').flatMap(({ path, imports }) =>
      imports.filter((name) => impure.test(name)).map((name) => `${path} imports ${name}`),
    );
    expect(found).toEqual([]);
  });

  it('of components reach neither the browser nor the store', () => {
    const found = filesOf('components').flatMap(({ path, imports }) =>
      imports.filter((name) => /^(?:wxt|webextension-polyfill)/.test(name)).map((name) => `${path} imports ${name}`),
    );
    expect(found).toEqual([]);
  });
});

describe('the content script', () => {
  it('never reaches the fuzzy search, which would double it', () => {
    const reached = findReachable(files, (path) => path.startsWith('entrypoints/content/'));
    expect([...reached].filter((name) => name === 'glossary/search.ts' || name.startsWith('fuse.js'))).toEqual([]);
  });

  it('loads no code later, which would need files that any page could probe', () => {
    const reached = findReachable(files, (path) => path.startsWith('entrypoints/content/'));
    const found = files.filter(({ path, text }) => reached.has(path) && /\bimport\s*\(/.test(withoutComments(text)));
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

describe('a file', () => {
  it('names CSS.highlights only if it is the highlighter', () => {
    const found = files.filter(({ text }) => /\bCSS\s*\.\s*highlights\b/.test(withoutComments(text)));
    expect(found.map(({ path }) => path)).toEqual(['entrypoints/content/highlighter.ts']);
  });

  it('uses fuse.js only if it is the search', () => {
    const found = files.filter(({ imports }) => imports.some((name) => name.startsWith('fuse.js')));
    expect(found.map(({ path }) => path)).toEqual(['glossary/search.ts']);
  });

  it('opens with one sentence on what it is for', () => {
    expect(files.filter(({ text }) => !/^(?:\/\/|\/\*) ?\S/.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
