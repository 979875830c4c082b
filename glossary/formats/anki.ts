// Writes the text file that Anki imports: tabs between fields, and what they are in lines at its head.
// https://docs.ankiweb.net/importing/text-files.html
import type { Table } from './csv.ts';

/** One line a note; the first column is the front. Texts are plain, not HTML. */
export function toAnki({ columns, rows }: Table): string {
  const head = columns ? ['#separator:tab', '#html:false', `#columns:${columns.map(oneLine).join('\t')}`] : [];
  return [...head, ...rows.map((row) => row.map(toField).join('\t'))].map((line) => `${line}\n`).join('');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** In quotes where it holds what parts fields or lines; a # at the start of a line would make it a comment. */
function toField(text: string): string {
  return /["\t\r\n]|^#/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
