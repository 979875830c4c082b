// Sets the results out for a terminal: ratios first, absolute figures second.
import { formatTable } from '../table.ts';
import type { CandidateName } from './candidates.ts';
import type { CardResult, HoverResult } from './card-bench.ts';
import type { FrameResult, MutationResult } from './change-bench.ts';
import type { ChatResult, SizeResult } from './growth-bench.ts';
import type { MatcherResult, SensesResult } from './matcher-bench.ts';
import type { OptionsResult } from './options-bench.ts';
import type { PageResult } from './page-bench.ts';
import type { PanelResult } from './panel-bench.ts';
import { medianOf, type Spread, sumOf } from './statistics.ts';

/** All that was measured; parts that were not asked for are not there. */
export interface BenchResults {
  readonly machine: string;
  readonly runs: number;
  readonly pages?: readonly PageResult[];
  readonly frames?: readonly FrameResult[];
  readonly mutations?: readonly MutationResult[];
  readonly sizes?: readonly SizeResult[];
  readonly chat?: readonly ChatResult[];
  readonly card?: readonly CardResult[];
  readonly hover?: HoverResult;
  readonly panel?: readonly PanelResult[];
  readonly options?: OptionsResult;
  readonly matcher?: readonly MatcherResult[];
  readonly senses?: SensesResult;
}

type Rows = readonly (readonly (string | number)[])[];

/** The results as tables. */
export function formatResults(results: BenchResults): string {
  const { pages, frames, mutations, sizes, chat, card, hover, panel, options, matcher, senses } = results;
  const sections: (string | undefined)[] = [
    `${results.machine}; ${results.runs === 1 ? 'one run' : `medians of ${results.runs} runs`} (lowest–highest)`,
    pages && formatPages(pages),
    frames && section('CPU of the page’s thread a frame, on a page that changes in every frame', frameRows(frames)),
    mutations && section('JavaScript of Termlight for so many changes at once', mutationRows(mutations)),
    sizes && section('JavaScript of Termlight for one change, by the size of the page', sizeRows(sizes)),
    chat && section('JavaScript of Termlight for a token of a streaming chat', chatRows(chat)),
    card && hover && section('From the end of the dwell to the frame that shows the card', cardRows(card, hover)),
    panel && section('From the start of the side panel to the frame that shows its list', panelRows(panel)),
    options && `Options page: ${formatSpread(options.openMs, 'ms')} from the navigation to the frame with the settings`,
    matcher && section('Matcher: a text of a million characters', matcherRows(matcher)),
    senses && `Choice of sense: ${formatSpread(senses.decisionUs, 'µs')} a decision, its text scanned`,
  ];
  return `${sections.filter((part) => part !== undefined).join('\n\n')}\n`;
}

function section(title: string, [header = [], ...rows]: Rows): string {
  return `${title}\n${formatTable(header.map(String), rows)}`;
}

function formatPages(pages: readonly PageResult[]): string {
  const groups = groupPages(pages);
  return [
    section('Ratios of profiled JavaScript', [
      ['', 'Termlight / walk', 'mark.js / Termlight'],
      ...groups.map(ratioRow),
    ]),
    ...groups.map(({ name, results }) =>
      section(name, [PAGE_HEADER, ...CANDIDATES.map((who) => pageRow(who, results))]),
    ),
    'mark.js searches the labels of the glossary and is measured in the first run alone; Termlight searches all forms.',
  ].join('\n\n');
}

interface PageGroup {
  readonly name: string;
  readonly results: readonly PageResult[];
}

const CANDIDATES: readonly CandidateName[] = ['empty', 'walk', 'termlight', 'mark.js'];

/** Saved pages together, generated ones each by itself. */
function groupPages(pages: readonly PageResult[]): PageGroup[] {
  const saved = pages.filter(({ isSaved }) => isSaved);
  const savedCount = new Set(saved.map(({ page }) => page)).size;
  const generated = new Set(pages.filter(({ isSaved }) => !isSaved).map(({ page }) => page));
  const groups = [...generated].map((name) => ({ name, results: pages.filter(({ page }) => page === name) }));
  return savedCount ? [{ name: `${savedCount} saved pages together`, results: saved }, ...groups] : groups;
}

function scriptSum(results: readonly PageResult[], candidate: CandidateName): number {
  return sumOf(results.filter((result) => result.candidate === candidate).map(({ scriptMs }) => scriptMs.median));
}

function ratioRow({ name, results }: PageGroup): (string | number)[] {
  const termlight = scriptSum(results, 'termlight');
  return [
    name,
    formatRatio(termlight / scriptSum(results, 'walk')),
    formatRatio(scriptSum(results, 'mark.js') / termlight),
  ];
}

const PAGE_HEADER = [
  ...['Extension', 'JavaScript', 'of the median page', 'longest task', 'CPU added, sum', 'of the median page'],
  ...['style and layout added', 'heap added', 'layout shift', 'mutations'],
];

/** Sums over a group's pages, medians of its pages, or the worst of them. */
function pageRow(candidate: CandidateName, results: readonly PageResult[]): (string | number)[] {
  const own = results.filter((result) => result.candidate === candidate);
  const medians = (of: (result: PageResult) => Spread) => own.map((result) => of(result).median);
  const script = (end: keyof Spread) => sumOf(own.map(({ scriptMs }) => scriptMs[end]));
  return [
    candidate,
    formatSpread({ median: script('median'), min: script('min'), max: script('max') }, 'ms'),
    `${format(medianOf(medians(({ scriptMs }) => scriptMs)))} ms`,
    `${format(Math.max(...medians(({ longestMs }) => longestMs)))} ms`,
    `${format(sumOf(medians(({ addedProcessMs }) => addedProcessMs)))} ms`,
    `${format(medianOf(medians(({ addedThreadMs }) => addedThreadMs)))} ms`,
    `${format(medianOf(medians(({ addedLayoutMs }) => addedLayoutMs)))} ms`,
    `${format(medianOf(medians(({ addedHeapKb }) => addedHeapKb)))} kB`,
    Math.max(...medians(({ layoutShift }) => layoutShift)).toFixed(3),
    String(sumOf(medians(({ mutations }) => mutations))),
  ];
}

function frameRows(frames: readonly FrameResult[]): Rows {
  const empty = frames.find(({ candidate }) => candidate === 'empty')?.frameMs.median ?? 0;
  const rows = frames.map(({ candidate, frameMs }) => [
    candidate,
    formatSpread(frameMs, 'ms'),
    `${format(frameMs.median - empty)} ms`,
  ]);
  return [['Extension', 'a frame', 'added'], ...rows];
}

function mutationRows(mutations: readonly MutationResult[]): Rows {
  const rows = mutations.map(({ kind, count, scriptMs, longestMs }) => [
    `${count} ${kind}`,
    formatSpread(scriptMs, 'ms'),
    `${format((scriptMs.median * 1000) / count)} µs`,
    formatSpread(longestMs, 'ms'),
  ]);
  return [['Changes', 'JavaScript', 'a change', 'longest task'], ...rows];
}

function sizeRows(sizes: readonly SizeResult[]): Rows {
  const rows = sizes.map(({ kind, nodes, changeUs }) => [
    kind,
    nodes.toLocaleString('en'),
    formatSpread(changeUs, 'µs'),
  ]);
  return [['Changes', 'nodes', 'a change'], ...rows];
}

function chatRows(chat: readonly ChatResult[]): Rows {
  const rows = chat.map(({ minute, changeUs, heapKb }) => [minute, `${format(changeUs)} µs`, `${format(heapKb)} kB`]);
  return [['Minute', 'a token', 'heap'], ...rows];
}

function cardRows(card: readonly CardResult[], hover: HoverResult): Rows {
  const rows = card.map(({ worker, latencyMs }) => [`worker ${worker}`, formatSpread(latencyMs, 'ms')]);
  return [['', 'latency'], ...rows, ['longest task', formatSpread(hover.longestMs, 'ms')]];
}

function panelRows(panel: readonly PanelResult[]): Rows {
  const rows = panel.map(({ view, rows, filledMs }) => [view, rows.toLocaleString('en'), formatSpread(filledMs, 'ms')]);
  return [['View', 'of', 'filled'], ...rows];
}

function matcherRows(matcher: readonly MatcherResult[]): Rows {
  const first = matcher[0]?.scanMs.median ?? Number.NaN;
  const rows = matcher.map(({ terms, scanMs, indexMs, matches }) => [
    terms.toLocaleString('en'),
    formatRatio(scanMs.median / first),
    formatSpread(scanMs, 'ms'),
    formatSpread(indexMs, 'ms'),
    matches,
  ]);
  return [['Terms', 'scan / scan of the first', 'scan', 'index', 'matches'], ...rows];
}

function formatSpread({ median, min, max }: Spread, unit: string): string {
  return `${format(median)} ${unit} (${format(min)}–${format(max)})`;
}

function formatRatio(ratio: number): string {
  return Number.isFinite(ratio) ? `${format(ratio)} ×` : '–';
}

/** Three digits are as many as such figures are good for. */
function format(figure: number): string {
  const digits = Math.abs(figure) >= 100 ? 0 : Math.abs(figure) >= 10 ? 1 : 2;
  return figure.toFixed(digits);
}
