// The benchmarks' own arithmetic, and what the command says where it is used wrongly.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type CpuProfile, scriptCost } from '../../scripts/bench/profile.ts';
import { medianOf, spreadOf } from '../../scripts/bench/statistics.ts';
import { PROJECT_DIR } from '../../scripts/command-line.ts';

const ORIGIN = 'chrome-extension://ours/';

/** A root that calls the page's `render`, our `scan`, which calls the browser's `nextNode`, and the collector. */
function profileOf(samples: readonly number[], timeDeltas: readonly number[]): CpuProfile {
  const node = (id: number, functionName: string, url = '', children: number[] = []) => ({
    id,
    callFrame: { functionName, url },
    children,
  });
  const nodes = [
    node(1, '(root)', '', [2, 3, 5]),
    node(2, 'render', 'http://127.0.0.1/page.js'),
    node(3, 'scan', `${ORIGIN}content.js`, [4]),
    node(4, 'nextNode'),
    node(5, '(garbage collector)'),
  ];
  return { nodes, samples, timeDeltas };
}

describe('scriptCost', () => {
  it('counts our functions and the browser’s that they call, not the page’s', () => {
    const cost = scriptCost(profileOf([2, 3, 4, 2], [0, 1_000, 2_000, 4_000]), ORIGIN);
    expect(cost.totalMs).toBe(6);
    expect(cost.byFunction).toEqual([['scan', 6]]);
  });

  it('counts garbage that is collected while we work, no other', () => {
    const cost = scriptCost(profileOf([5, 3, 5, 2, 5], [0, 1_000, 2_000, 3_000, 4_000]), ORIGIN);
    expect(cost.totalMs).toBe(5);
  });

  it('takes the longest time without a break', () => {
    const cost = scriptCost(profileOf([3, 2, 3, 4, 2], [0, 1_000, 1_000, 2_000, 3_000]), ORIGIN);
    expect(cost.longestMs).toBe(5);
  });

  it('is nothing where nothing was sampled', () => {
    expect(scriptCost(profileOf([], []), ORIGIN)).toEqual({ totalMs: 0, longestMs: 0, byFunction: [] });
  });
});

describe('the middle of some figures', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
  ])('of %j is %d', (figures, median) => {
    expect(medianOf(figures)).toBe(median);
  });

  it('comes with their ends', () => {
    expect(spreadOf([5, 1, 9])).toEqual({ median: 5, min: 1, max: 9 });
  });
});

describe('npm run bench', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'termlight-bench-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function run(...args: readonly string[]) {
    const script = join(PROJECT_DIR, 'scripts/bench.ts');
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], {
      cwd: PROJECT_DIR,
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: folder },
    });
    return { stdout, stderr, status };
  }

  it.each([
    [['--fast'], "Unknown option '--fast'"],
    [['--runs', '0'], '--runs: expected a number from 1 to 99, found 0'],
    [['--runs', 'many'], '--runs: expected a number from 1 to 99, found many'],
    [['--pages', 'nowhere'], 'nowhere: no such folder'],
    [['--pages', '.'], '.: expected HTML files, found none'],
    [['everything'], 'expected one of pages, frames, '],
  ])('%j is one line on stderr and exit code 2', (args, message) => {
    const { stdout, stderr, status } = run(...args);
    expect({ stdout, status, lines: stderr.trim().split('\n').length }).toEqual({ stdout: '', status: 2, lines: 1 });
    expect(stderr).toContain(message);
  });

  it('gives its figures as JSON', () => {
    const { stdout, status } = run('--json', '--quick', 'matcher', 'senses');
    expect(status).toBe(0);
    const { matcher, senses } = JSON.parse(stdout);
    expect(matcher[0]).toMatchObject({ terms: 100, scanMs: { median: expect.any(Number) } });
    expect(matcher[0].matches).toBeGreaterThan(0);
    expect(new Set(matcher.map(({ matches }: { matches: number }) => matches)).size).toBe(1);
    expect(senses.decisions).toBeGreaterThan(0);
  });
});
