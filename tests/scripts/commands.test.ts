// The commands as a person or a script runs them: what stands on stdout and stderr, and the exit code.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PROJECT_DIR } from '../../scripts/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'termlight-commands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(PROJECT_DIR, 'scripts/run.mjs'), ...args], {
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
    env: { ...process.env, INIT_CWD: folder },
  });
  return { stdout, stderr, status };
}

function write(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

const GLOSSARY = {
  format: 'termlight-glossary',
  version: 1,
  id: 'mine',
  title: { en: 'Mine' },
  terms: [{ id: 'loom', label: 'loom', senses: [{ id: 'loom', definition: { en: 'A machine that weaves.' } }] }],
};

describe('run', () => {
  it.each([
    [['bake'], 'run: expected one of demo, '],
    [[], 'found none'],
    [['build', '--fast'], 'build: takes no arguments, found --fast'],
  ])('%j is used wrongly', (args, message) => {
    const { stdout, stderr, status } = run(...args);
    expect({ stdout, status, lines: stderr.trim().split('\n').length }).toEqual({ stdout: '', status: 2, lines: 1 });
    expect(stderr).toContain(message);
  });
});

describe('spot', { timeout: 60_000 }, () => {
  it('gives one line of JSON a document', () => {
    const file = write(
      'pages.jsonl',
      '{"id":"a","text":"Our SaaS runs on a public cloud."}\n{"id":"b","text":"Nothing."}\n',
    );
    const { stdout, stderr, status } = run('spot', '--jsonl', file);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const [first, second] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(second).toEqual({ id: 'b', occurrences: [] });
    expect(first.id).toBe('a');
    expect(
      first.occurrences.map(({ start, end, text, termId, lit }: Record<string, unknown>) => [
        start,
        end,
        text,
        termId,
        lit,
      ]),
    ).toEqual([
      [4, 8, 'SaaS', 'saas', true],
      [19, 31, 'public cloud', 'public-cloud', true],
    ]);
    expect(Object.keys(first.occurrences[0])).toEqual([
      'start',
      'end',
      'text',
      'termId',
      'lit',
      'confidence',
      'because',
    ]);
  });

  it('prints nothing but the broken line’s place where one is broken', () => {
    const file = write('broken.jsonl', '{"id":"a","text":"SaaS"}\n{"id":"b"}\n');
    expect(run('spot', '--jsonl', file)).toEqual({
      stdout: '',
      stderr: 'broken.jsonl:2: expected "text" to be a string, found none\n',
      status: 2,
    });
  });

  it('shows a text’s terms as a table', () => {
    const file = write('page.txt', 'First line.\nA public cloud.\n');
    const { stdout, status } = run('spot', file);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Line +Text +Term +Lit +Confidence +Because\n2:3 +public cloud +public-cloud +yes/);
  });

  it.each([
    [['missing.txt'], 'missing.txt: no such file\n'],
    [['--jsonl', 'missing.jsonl'], 'missing.jsonl: no such file\n'],
    [['.'], '.: expected a file, found a folder\n'],
    [['--json', 'x'], "Unknown option '--json'; usage: npm run -s spot -- FILE.txt | --jsonl FILE\n"],
    [[], 'expected one file; usage: npm run -s spot -- FILE.txt | --jsonl FILE\n'],
  ])('%j is one line on stderr and exit code 2', (args, stderr) => {
    expect(run('spot', ...args)).toEqual({ stdout: '', stderr, status: 2 });
  });
});

describe('glossary', { timeout: 60_000 }, () => {
  it('exports a glossary that its own check finds good', () => {
    const exported = run('glossary', 'export');
    expect(JSON.parse(exported.stdout).format).toBe('termlight-glossary');
    const { stdout, stderr, status } = run('glossary', 'check', write('export.json', exported.stdout));
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toMatch(/^\d+ terms, \d+ quotations: no errors\n$/);
  });

  it('names every error in the shape of a file', () => {
    const file = write('shape.json', {
      ...GLOSSARY,
      version: 2,
      terms: [{ id: 'loom', label: 'loom', senses: [{ id: 'x' }] }],
    });
    expect(run('glossary', 'check', file)).toEqual({
      stdout: 'version: expected 1, found 2\nterms[0].senses[0].definition: missing\n',
      stderr: '',
      status: 1,
    });
  });

  it('names every error in the content of a file', () => {
    const definition = { en: 'A machine. It weaves.' };
    const file = write('content.json', {
      ...GLOSSARY,
      terms: [{ id: 'loom', label: 'loom', senses: [{ id: 'x', definition }] }],
    });
    expect(run('glossary', 'check', file)).toEqual({
      stdout: 'loom: its definition in en has 2 sentences, it must be one\n',
      stderr: '',
      status: 1,
    });
  });

  it.each([
    [['check', 'missing.json'], /^missing\.json: no such file\n$/],
    [['check', '--interview', 'missing.txt'], /^missing\.txt: no such file\n$/],
    [['check', 'page.json'], /^page\.json: expected JSON \(.*\)\n$/],
    [['bake'], /^expected export or check; usage: .*\n$/],
    [['export', '--all'], /^Unknown option '--all'; usage: .*\n$/],
  ])('%j is one line on stderr and exit code 2', (args, message) => {
    write('page.json', '{"id":');
    const { stdout, stderr, status } = run('glossary', ...args);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toMatch(message);
  });
});
