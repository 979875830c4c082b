// Spots terms in text without a browser, with the same engine the pages get.
import { parseTermKey } from '../glossary/model.ts';
import { createSpotter, type SpottedOccurrence } from '../glossary/spot.ts';
import { builtinGlossary } from './builtin-glossary.ts';
import { CommandError, decodeText, readArguments, readUserFile, runCommand } from './command-line.ts';
import { parseDocuments, type TextDocument } from './json-lines.ts';
import { formatTable } from './table.ts';

const USAGE = 'npm run -s spot -- FILE.txt | --jsonl FILE';

await runCommand((args) => {
  const { values, positionals } = readArguments(args, USAGE, { jsonl: { type: 'string' } });
  const [path] = positionals;
  if (values.jsonl !== undefined && !positionals.length) {
    process.stdout.write(spotLines(parseDocuments(readUserFile(values.jsonl), values.jsonl)));
  } else if (values.jsonl === undefined && path !== undefined && positionals.length === 1) {
    process.stdout.write(spotText(decodeText(readUserFile(path), path)));
  } else {
    throw new CommandError(`expected one file; usage: ${USAGE}`);
  }
  return 0;
});

/** One line of JSON a document, in their order. */
function spotLines(documents: readonly TextDocument[]): string {
  const spotter = createSpotter(builtinGlossary());
  return documents
    .map((document) => `${JSON.stringify({ id: document.id, occurrences: spotter.spot(document).map(toRecord) })}\n`)
    .join('');
}

function toRecord({ start, end, text, key, lit, confidence, because }: SpottedOccurrence) {
  return { start, end, text, termId: parseTermKey(key).termId, lit, confidence, because };
}

/** A table with one row an occurrence. */
function spotText(text: string): string {
  const occurrences = createSpotter(builtinGlossary()).spot({ text });
  if (!occurrences.length) return 'No terms found.\n';
  const rows = occurrences.map((occurrence) => [
    placeOf(text, occurrence.start),
    occurrence.text,
    parseTermKey(occurrence.key).termId,
    occurrence.lit ? 'yes' : 'no',
    occurrence.confidence.toFixed(2),
    occurrence.because.join(', '),
  ]);
  return `${formatTable(['Line', 'Text', 'Term', 'Lit', 'Confidence', 'Because'], rows)}\n`;
}

/** `LINE:COLUMN`, both from 1. */
function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
