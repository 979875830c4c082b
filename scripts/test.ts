// Runs everything that must hold, each step even if one before it failed, and ends with how many passed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_DIR, readArguments, runCommand } from './command-line.ts';

interface Step {
  readonly name: string;
  /** A program of a dependency, and its arguments. */
  readonly command: readonly [program: string, ...args: string[]];
}

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const WXT = 'wxt/bin/wxt.mjs';
const TSC = 'typescript/bin/tsc';

/** Later steps use what earlier ones make: types, and the built extensions that browsers load. */
const STEPS: readonly Step[] = [
  { name: 'prepare', command: [WXT, 'prepare'] },
  { name: 'types', command: [TSC, '--noEmit', '-p', '.'] },
  { name: 'types of glossary/', command: [TSC, '--noEmit', '-p', 'glossary/tsconfig.json'] },
  { name: 'lint', command: ['@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--colors=off'] },
  { name: 'build for Chrome', command: [WXT, 'build'] },
  { name: 'build for Firefox', command: [WXT, 'build', '-b', 'firefox'] },
];

await runCommand((args) => {
  readArguments(args, 'npm test', {});
  const tallies = [...STEPS.map(runStep), runVitest()];
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed ? 1 : 0;
});

/** A step says what it found only if it failed. */
function runStep({ name, command: [program, ...args] }: Step): Tally {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [findProgram(program), ...args], {
    cwd: PROJECT_DIR,
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const isGood = status === 0;
  console.log(`${isGood ? 'passed' : 'FAILED'}: ${name}`);
  if (!isGood) console.log(`${stdout}${stderr}${error?.message ?? ''}`.trim());
  return isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The unit, page and browser tests, each counted by itself. A test that did not run counts as failed. */
function runVitest(): Tally {
  const folder = mkdtempSync(join(tmpdir(), 'termlight-test-'));
  const report = join(folder, 'report.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync(process.execPath, [findProgram('vitest/vitest.mjs'), ...args], {
    cwd: PROJECT_DIR,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const tally = readReport(report);
  rmSync(folder, { recursive: true, force: true });
  const isExplained = status === 0 ? tally.passed > 0 : tally.failed > 0;
  if (isExplained) return tally;
  console.log('FAILED: vitest itself, or a test file that could not be read');
  return { ...tally, failed: tally.failed + 1 };
}

function readReport(path: string): Tally {
  interface Report {
    readonly numPassedTests: number;
    readonly numTotalTests: number;
  }
  try {
    const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(path, 'utf8')) as Report;
    const notPassed = numTotalTests - numPassedTests;
    if (notPassed) console.log(`FAILED or did not run: ${notPassed} of ${numTotalTests} tests`);
    return { passed: numPassedTests, failed: notPassed };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

function findProgram(program: string): string {
  return join(PROJECT_DIR, 'node_modules', program);
}
