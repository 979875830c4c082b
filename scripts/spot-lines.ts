// Reads the documents of `spot --jsonl` and names the first line that is not one.
import * as v from 'valibot';
import { CommandError, decodeText } from './command-line.ts';

const LINE_FEED = 0x0a;

const optionalText = v.pipe(
  v.nullish(v.string()),
  v.transform((text) => text ?? undefined),
);
const spotLineSchema = v.object({
  id: v.union([v.string(), v.number()]),
  title: optionalText,
  url: optionalText,
  lang: optionalText,
  text: v.string(),
});

/** One document, as it stands in a line. */
export interface SpotLine {
  readonly id: string | number;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly lang?: string | undefined;
  readonly text: string;
}

/** All documents of a file of JSON lines; empty lines are passed over. The first broken line is a `CommandError`. */
export function parseSpotLines(bytes: Uint8Array, path: string): SpotLine[] {
  return splitLines(bytes).flatMap((line, index) => {
    const place = `${path}:${index + 1}`;
    const text = decodeText(line, place);
    return text.trim() === '' ? [] : [parseSpotLine(text, place)];
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

function parseSpotLine(text: string, place: string): SpotLine {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    throw new CommandError(`${place}: expected one JSON object`);
  }
  if (Array.isArray(input)) throw new CommandError(`${place}: expected one JSON object, found a list`);
  const parsed = v.safeParse(spotLineSchema, input);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const field = issue.path?.[0]?.key;
  if (field === undefined) throw new CommandError(`${place}: expected one JSON object, found ${issue.received}`);
  const found = issue.input === undefined ? 'none' : issue.received;
  throw new CommandError(`${place}: expected "${String(field)}" to be ${describeField(String(field))}, found ${found}`);
}

function describeField(field: string): string {
  return field === 'id' ? 'a string or a number' : 'a string';
}
