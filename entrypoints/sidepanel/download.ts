// Hands a text to the browser as a file to keep; needs no permission.

import { type ExportedTerm, type ExportFormat, exportTerms, FILE_TYPES } from '../../components/exported-terms.ts';
import type { Text } from '../../components/text.tsx';
import { saveFile } from '../shared/save-file.ts';

const BYTE_ORDER_MARK = '\ufeff'; // without it Excel reads a CSV file in the system's old code page

/** Downloads terms as `termlight-NAME-DATE.ENDING`. */
export async function downloadTerms(
  terms: readonly ExportedTerm[],
  format: ExportFormat,
  name: string,
  text: Text,
): Promise<void> {
  const { ending, type } = FILE_TYPES[format];
  const parts = format === 'csv' ? [BYTE_ORDER_MARK] : [];
  for (const part of exportTerms(terms, format, text)) {
    parts.push(part);
    await new Promise((resolve) => setTimeout(resolve));
  }
  saveFile(new Blob(parts, { type: `${type};charset=utf-8` }), `termlight-${name}`, ending);
}
