// Hands a text to the browser as a file to keep; needs no permission.
import { type ExportedTerm, type ExportFormat, exportTerms, FILE_TYPES } from '../../components/exported-terms.ts';
import type { Text } from '../../components/text.tsx';

const BYTE_ORDER_MARK = '\ufeff'; // without it Excel reads a CSV file in the system's old code page

/** Downloads terms as `termlight-NAME-DATE.ENDING`. */
export function downloadTerms(terms: readonly ExportedTerm[], format: ExportFormat, name: string, text: Text): void {
  const { ending, type } = FILE_TYPES[format];
  const content = (format === 'csv' ? BYTE_ORDER_MARK : '') + exportTerms(terms, format, text);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  link.download = `termlight-${name}-${new Date().toISOString().slice(0, 10)}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the browser reads it after the click
}
