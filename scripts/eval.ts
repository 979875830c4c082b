// Measures the choice of sense on labelled passages: precision and recall, in total and by form.
import { createSpotter } from '../glossary/spot.ts';
import { builtinGlossary } from './builtin-glossary.ts';
import { CommandError, readArguments, readUserFile, runCommand } from './command-line.ts';
import { parseLabelledDocuments } from './json-lines.ts';
import { type Evaluation, evaluateSenses, type Score } from './sense-evaluation.ts';
import { formatTable } from './table.ts';

const USAGE = 'npm run -s eval -- [--json] [--mistakes] FILE.jsonl…';

await runCommand((args) => {
  const { values, positionals } = readArguments(args, USAGE, {
    json: { type: 'boolean' },
    mistakes: { type: 'boolean' },
  });
  if (!positionals.length) throw new CommandError(`expected a file; usage: ${USAGE}`);
  const documents = positionals.flatMap((path) => parseLabelledDocuments(readUserFile(path), path));
  const evaluation = evaluateSenses(createSpotter(builtinGlossary()), documents);
  process.stdout.write(values.json ? toJson(evaluation) : toTables(evaluation, values.mistakes ?? false));
  return 0;
});

function toJson({ total, byForm, mistakes }: Evaluation): string {
  return `${JSON.stringify({ total, forms: Object.fromEntries(byForm), mistakes })}\n`;
}

function toTables({ total, byForm, mistakes }: Evaluation, withMistakes: boolean): string {
  const rows = [...byForm].sort(([, a], [, b]) => b.right + b.wrong - a.right - a.wrong).map(toRow);
  const header = ['Form', 'Right', 'Lit', 'Wrong', 'Lit', 'Precision', 'Recall'];
  const tables = [formatTable(header, [...rows, toRow(['Total', total])])];
  if (withMistakes) {
    const found = mistakes.map(({ id, kind, form, context }) => [String(id), kind, form, context]);
    tables.push(formatTable(['Passage', 'Mistake', 'Form', 'Where'], found));
  }
  return `${tables.join('\n\n')}\n`;
}

function toRow([form, { right, found, wrong, falselyLit, precision, recall }]: [string, Score]) {
  return [form, right, found, wrong, falselyLit, precision.toFixed(3), recall.toFixed(3)];
}
