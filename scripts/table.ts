// Lays rows out in columns for a terminal, Chinese characters counted as two.

const WIDE = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\u3000-\u303f\uff01-\uff60]/u;

/** A table with a header line. Columns of numbers are set to the right; the last column is not padded. */
export function formatTable(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...lines.map((line) => displayWidth(String(line[column] ?? '')))));
  const isNumeric = header.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'));
  const formatLine = (line: readonly (string | number)[]) =>
    line
      .map((cell, column) => pad(String(cell), widths[column] ?? 0, isNumeric[column] ?? false))
      .join('  ')
      .trimEnd();
  return lines.map(formatLine).join('\n');
}

/** How many columns of a terminal a text takes. */
export function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
}

function pad(text: string, width: number, toTheRight: boolean): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return toTheRight ? space + text : text + space;
}
