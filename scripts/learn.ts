// Learns how much each kind of evidence counts (glossary/sense-weights.ts) from labelled passages.
import { createGlossaryIndex } from '../glossary/spot.ts';
import { builtinGlossary } from './builtin-glossary.ts';
import { CommandError, readArguments, readUserFile, runCommand } from './command-line.ts';
import { parseLabelledDocuments } from './json-lines.ts';
import { collectExamples, learnWeights } from './sense-learning.ts';

const USAGE = 'npm run -s learn -- FILE.jsonl…';

await runCommand((args) => {
  const { positionals } = readArguments(args, USAGE, {});
  if (!positionals.length) throw new CommandError(`expected a file; usage: ${USAGE}`);
  const documents = positionals.flatMap((path) => parseLabelledDocuments(readUserFile(path), path));
  const index = createGlossaryIndex(builtinGlossary());
  const examples = collectExamples(documents, index);
  const { bias, weights } = learnWeights(examples);
  process.stdout.write(`${JSON.stringify({ examples: examples.length, bias, weights }, null, 2)}\n`);
  return 0;
});
