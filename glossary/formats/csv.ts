// Writes comma-separated values, by RFC 4180.

/** Rows of texts below the names of their columns. */
export interface Table {
  /** Not there where the rows follow others. */
  readonly columns?: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One line a row, the names first. A text that a spreadsheet would take for a formula is given an apostrophe before it. */
export function toCsv({ columns, rows }: Table): string {
  return [...(columns ? [columns] : []), ...rows].map((row) => `${row.map(toField).join(',')}\r\n`).join('');
}

// https://owasp.org/www-community/attacks/CSV_Injection
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function toField(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
