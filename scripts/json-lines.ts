// Reads files of JSON lines and names the first line that is not as expected.
import * as v from 'valibot';
import { CommandError, decodeText } from './command-line.ts';

const LINE_FEED = 0x0a;

const optionalText = v.pipe(
  v.nullish(v.string()),
  v.transform((text) => text ?? undefined),
);

/** A document, as a line of `spot --jsonl` has it. */
const documentSchema = v.object({
  id: v.union([v.string(), v.number()]),
  title: optionalText,
  url: optionalText,
  lang: optionalText,
  text: v.string(),
});

const mentionSchema = v.object({
  form: v.string(),
  start: v.number(),
  end: v.number(),
  right: v.boolean(),
});

/** A document in which every mention of a form is labelled, as a line of `eval` has it. */
const labelledSchema = v.object({ ...documentSchema.entries, mentions: v.array(mentionSchema) });

/** One document, as it stands in a line. */
export type TextDocument = v.InferOutput<typeof documentSchema>;
/** A place where a form stands (UTF-16 offsets), and whether it stands there in the glossary's sense. */
export type Mention = v.InferOutput<typeof mentionSchema>;
/** One labelled document. */
export type LabelledDocument = v.InferOutput<typeof labelledSchema>;

/** All documents of a file; empty lines are passed over. The first broken line is a `CommandError`. */
export function parseDocuments(bytes: Uint8Array, path: string): TextDocument[] {
  return parseLines(bytes, path, documentSchema);
}

/** All labelled documents of a file, in the same way. A mention must be where its form stands in the text. */
export function parseLabelledDocuments(bytes: Uint8Array, path: string): LabelledDocument[] {
  return parseLines(bytes, path, labelledSchema, ({ text, mentions }) => {
    const index = mentions.findIndex(({ form, start, end }) => text.slice(start, end) !== form);
    const wrong = mentions[index];
    if (!wrong) return null;
    return `expected "mentions.${index}" to be where "${wrong.form}" stands, found "${text.slice(wrong.start, wrong.end)}"`;
  });
}

function parseLines<S extends typeof documentSchema | typeof labelledSchema>(
  bytes: Uint8Array,
  path: string,
  schema: S,
  findFault: (document: v.InferOutput<S>) => string | null = () => null,
): v.InferOutput<S>[] {
  return splitLines(bytes).flatMap((line, index) => {
    const place = `${path}:${index + 1}`;
    const text = decodeText(line, place);
    if (text.trim() === '') return [];
    const document = parseLine(text, place, schema);
    const fault = findFault(document);
    if (fault) throw new CommandError(`${place}: ${fault}`);
    return [document];
  });
}

function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(LINE_FEED, start);
    lines.push(bytes.subarray(start, end < 0 ? bytes.length : end));
    start = end < 0 ? bytes.length : end + 1;
  }
  return lines;
}

function parseLine<S extends typeof documentSchema | typeof labelledSchema>(
  text: string,
  place: string,
  schema: S,
): v.InferOutput<S> {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    throw new CommandError(`${place}: expected one JSON object`);
  }
  if (Array.isArray(input)) throw new CommandError(`${place}: expected one JSON object, found a list`);
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const keys = issue.path?.map(({ key }) => key) ?? [];
  if (!keys.length) throw new CommandError(`${place}: expected one JSON object, found ${issue.received}`);
  const found = issue.input === undefined ? 'none' : issue.received;
  throw new CommandError(`${place}: expected "${keys.join('.')}" to be ${describeType(keys)}, found ${found}`);
}

function describeType(keys: readonly unknown[]): string {
  const last = String(keys.at(-1));
  if (last === 'id') return 'a string or a number';
  if (last === 'start' || last === 'end') return 'a number';
  if (last === 'mentions') return 'a list';
  if (last === 'right') return 'true or false';
  return typeof keys.at(-1) === 'number' ? 'an object' : 'a string';
}
