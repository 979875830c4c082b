// Measures what Termlight costs, beside an empty extension, a bare walk of the text, and mark.js, in one run.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import type { CandidateBrowser } from './bench/candidate-browser.ts';
import { launchCandidate } from './bench/candidate-browser.ts';
import { prepareCandidates } from './bench/candidates.ts';
import { benchCard, benchHover } from './bench/card-bench.ts';
import { benchFrames, benchMutations } from './bench/change-bench.ts';
import { benchChat, benchSizes } from './bench/growth-bench.ts';
import { benchMatcher, benchSenses } from './bench/matcher-bench.ts';
import { benchOptions } from './bench/options-bench.ts';
import { benchPages } from './bench/page-bench.ts';
import { type BenchPage, generatedPages, savedPages } from './bench/pages.ts';
import { benchPanel } from './bench/panel-bench.ts';
import { type BenchResults, formatResults } from './bench/report.ts';
import { CommandError, PROJECT_DIR, readArguments, runCommand } from './command-line.ts';

const USAGE = 'npm run bench -- [--quick] [--json] [--runs N] [--pages FOLDER] [PART…]';

/** What can be asked for by itself. */
const IN_BROWSER = ['pages', 'frames', 'mutations', 'sizes', 'chat', 'card', 'panel', 'options'] as const;
const PARTS = [...IN_BROWSER, 'matcher', 'senses'] as const;
type Part = (typeof PARTS)[number];

/** Saved pages that are there on some machines. */
const USUAL_PAGES = join(PROJECT_DIR, '../shared/pages');
const USUAL_RUNS = 3;
const MOST_RUNS = 99;

interface BenchOptions {
  readonly parts: readonly Part[];
  readonly runs: number;
  readonly pages: readonly BenchPage[];
  /** How much of a generated page, of cards and of terms: 1, or less where it must be quick. */
  readonly scale: number;
  readonly asJson: boolean;
}

await runCommand(async (args) => {
  const options = readOptions(args);
  const results = await measure(options);
  process.stdout.write(options.asJson ? `${JSON.stringify(results)}\n` : formatResults(results));
  return 0;
});

function readOptions(args: string[]): BenchOptions {
  const { values, positionals } = readArguments(args, USAGE, {
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    runs: { type: 'string' },
    pages: { type: 'string' },
  });
  const parts = positionals.map(requirePart);
  const scale = values.quick ? 0.1 : 1;
  const folder = values.pages ?? (existsSync(USUAL_PAGES) ? USUAL_PAGES : undefined);
  const saved = folder === undefined ? [] : savedPages(folder);
  return {
    parts: parts.length ? parts : PARTS,
    runs: requireRuns(values.runs ?? (values.quick ? '1' : String(USUAL_RUNS))),
    pages: [...saved.filter((_, index) => Number.isInteger(index * scale)), ...generatedPages(scale)],
    scale,
    asJson: values.json ?? false,
  };
}

function requirePart(name: string): Part {
  const part = PARTS.find((known) => known === name);
  if (part) return part;
  throw new CommandError(`expected one of ${PARTS.join(', ')}, found ${name}; usage: ${USAGE}`);
}

function requireRuns(given: string): number {
  const runs = Number(given);
  if (Number.isInteger(runs) && runs >= 1 && runs <= MOST_RUNS) return runs;
  throw new CommandError(`--runs: expected a number from 1 to ${MOST_RUNS}, found ${given}; usage: ${USAGE}`);
}

async function measure(options: BenchOptions): Promise<BenchResults> {
  const { parts, runs, scale } = options;
  const inBrowser = IN_BROWSER.some((part) => parts.includes(part)) ? await measureInBrowser(options) : {};
  const sizes = [100, 1_000, 10_000, 100_000, 1_000_000].filter((size) => size <= 1_000_000 * scale);
  return {
    machine: describeMachine(),
    runs,
    ...inBrowser,
    ...(parts.includes('matcher') && { matcher: benchMatcher(sizes, runs) }),
    ...(parts.includes('senses') && { senses: benchSenses(runs) }),
  };
}

/** Starts the browsers, measures in them, and leaves none behind. */
async function measureInBrowser({ parts, runs, pages, scale }: BenchOptions): Promise<Partial<BenchResults>> {
  const folder = mkdtempSync(join(tmpdir(), 'termlight-bench-'));
  const browsers: CandidateBrowser[] = [];
  try {
    for (const candidate of prepareCandidates(folder)) browsers.push(await launchCandidate(candidate));
    const termlight = browsers.find(({ name }) => name === 'termlight') as CandidateBrowser;
    const still = browsers.filter(({ name }) => name === 'empty' || name === 'termlight');
    const counts = [1_000, 10_000, 100_000].filter((count) => count <= 100_000 * scale);
    const opens = Math.ceil(20 * scale);
    return {
      ...(parts.includes('pages') && { pages: await benchPages(browsers, pages, runs, tellProgress) }),
      ...(parts.includes('frames') && { frames: await benchFrames(still, runs, scale) }),
      ...(parts.includes('mutations') && { mutations: await benchMutations(termlight, counts, runs) }),
      ...(parts.includes('sizes') && { sizes: await benchSizes(termlight, counts, runs) }),
      ...(parts.includes('chat') && { chat: await benchChat(termlight, scale) }),
      ...(parts.includes('card') && {
        card: await benchCard(termlight, opens),
        hover: await benchHover(termlight, opens),
      }),
      ...(parts.includes('panel') && { panel: await benchPanel(termlight, Math.ceil(10 * scale), scale) }),
      ...(parts.includes('options') && { options: await benchOptions(termlight, opens) }),
    };
  } finally {
    await Promise.all(browsers.map(({ browser }) => browser.close()));
    rmSync(folder, { recursive: true, force: true });
  }
}

function tellProgress(message: string): void {
  process.stderr.write(`${message}\n`);
}

function describeMachine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpu?.model.trim() ?? 'CPU'}, ${memory} GB, ${process.platform}, Node ${process.versions.node}`;
}
