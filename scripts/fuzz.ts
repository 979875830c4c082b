// Edits a page at random, for as long as wanted, and checks that what is lit follows.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildExtension } from './build.ts';
import { CommandError, PROJECT_DIR, readArguments, runCommand } from './command-line.ts';

const USAGE = 'npm run fuzz -- [--runs N] [--seed N]';
const RUNS = 200; // of some 150 edits each, and a third as many with another setting, in each browser: about 80,000

await runCommand((args) => {
  const { values, positionals } = readArguments(args, USAGE, { runs: { type: 'string' }, seed: { type: 'string' } });
  if (positionals.length) throw new CommandError(`unexpected argument ${positionals[0]}; usage: ${USAGE}`);
  const runs = readNumber('--runs', values.runs) ?? RUNS;
  const seed = readNumber('--seed', values.seed);
  for (const browser of ['chrome', 'firefox'] as const) buildExtension(browser);
  const vitest = join(PROJECT_DIR, 'node_modules/vitest/vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', 'tests/e2e/incremental.test.ts'], {
    cwd: PROJECT_DIR,
    env: {
      ...process.env,
      TERMLIGHT_FUZZ_RUNS: String(runs),
      ...(seed !== undefined && { TERMLIGHT_FUZZ_SEED: String(seed) }),
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status === 0 ? 0 : 1;
});

function readNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[0-9]{1,9}$/.test(text)) return Number(text);
  throw new CommandError(`${name}: expected a number, found ${text}; usage: ${USAGE}`);
}
