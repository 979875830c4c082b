// Writes terms that were saved or met for taking elsewhere: to Anki, to a spreadsheet, to notes.
import { toAnki } from '../glossary/formats/anki.ts';
import { type Table, toCsv } from '../glossary/formats/csv.ts';
import { toMarkdownLink, toMarkdownText } from '../glossary/formats/markdown.ts';
import { localize, sourceOf } from '../glossary/model.ts';
import { readInContextUrl } from '../glossary/read-in-context.ts';
import { attributionOf } from './Attribution.tsx';
import type { TermReading } from './reading.ts';
import type { Text } from './text.tsx';

/** A term, and where it was met. */
export interface ExportedTerm {
  readonly label: string;
  /** Not there where its glossary is gone. */
  readonly reading: TermReading | undefined;
  readonly met:
    | { readonly at: number; readonly sentence: string; readonly title: string; readonly url: string }
    | undefined;
}

export const EXPORT_FORMATS = ['anki', 'csv', 'markdown'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** How a format's files end, and what they are. */
export const FILE_TYPES: Readonly<Record<ExportFormat, { readonly ending: string; readonly type: string }>> = {
  anki: { ending: 'txt', type: 'text/plain' },
  csv: { ending: 'csv', type: 'text/csv' },
  markdown: { ending: 'md', type: 'text/markdown' },
};

const TERMS_A_TIME = 1000; // some milliseconds of work

/** The terms as the text of a file, in parts: between two of them a page can draw and answer. */
export function* exportTerms(
  terms: readonly ExportedTerm[],
  format: ExportFormat,
  text: Text,
): Generator<string, void, void> {
  const explain = createExplaining(text);
  for (let from = 0; from === 0 || from < terms.length; from += TERMS_A_TIME) {
    const part = terms.slice(from, from + TERMS_A_TIME);
    if (format === 'markdown') {
      yield (from ? '\n' : '') + part.map((term) => toMarkdown(term, explain(term))).join('\n');
    } else {
      const { columns, rows } = toTable(part, explain, text);
      const table = from ? { rows } : { columns, rows };
      yield format === 'csv' ? toCsv(table) : toAnki(table);
    }
  }
}

interface Quoted {
  readonly text: string;
  readonly from: string;
  readonly url: string | undefined;
}

/** What a glossary says of a term. */
interface Explanation {
  readonly meaning: string;
  readonly quoted: Quoted | undefined;
}

type Explain = (term: ExportedTerm) => Explanation;

/** Each term is explained once, however often it was met: finding where a quotation's words begin and end is slow. */
function createExplaining(text: Text): Explain {
  const known = new Map<TermReading | undefined, Explanation>();
  return (term) => {
    const before = known.get(term.reading);
    const explanation = before ?? { meaning: meaningOf(term, text), quoted: quotationOf(term, text) };
    known.set(term.reading, explanation);
    return explanation;
  };
}

function toTable(terms: readonly ExportedTerm[], explain: Explain, { t }: Text): Required<Table> {
  const columns = (['exportTerm', 'exportMeaning', 'exportQuotation', 'exportSource', 'exportSentence'] as const).map(
    (key) => t(key),
  );
  return {
    columns: [...columns, t('exportPage'), t('exportAddress'), t('exportDate')],
    rows: terms.map((term) => {
      const { meaning, quoted } = explain(term);
      return [
        term.label,
        meaning,
        quoted?.text ?? '',
        quoted?.from ?? '',
        term.met?.sentence ?? '',
        term.met?.title ?? '',
        term.met?.url ?? '',
        term.met ? new Date(term.met.at).toISOString() : '',
      ];
    }),
  };
}

function toMarkdown({ label, met }: ExportedTerm, { meaning, quoted }: Explanation): string {
  const parts = [`## ${toMarkdownText(label)}`, toMarkdownText(meaning)];
  if (quoted) parts.push(`> ${toMarkdownText(quoted.text)}`, `— ${toMarkdownLink(quoted.from, quoted.url)}`);
  if (met?.sentence) parts.push(`> ${toMarkdownText(met.sentence)}`);
  if (met?.url) parts.push(`— ${toMarkdownLink(met.title || met.url, met.url)}`);
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function meaningOf({ reading }: ExportedTerm, { languages }: Text): string {
  const sense = reading?.term.senses[0];
  return sense ? localize(sense.definition, languages).text : '';
}

function quotationOf({ reading }: ExportedTerm, { t }: Text): Quoted | undefined {
  const quotation = reading?.term.senses[0]?.quotations?.[0];
  if (!quotation) return undefined;
  const { url } = sourceOf(quotation, reading.glossary);
  return {
    text: quotation.text,
    from: attributionOf(quotation, reading.glossary, t),
    url: url && readInContextUrl(url, quotation.text),
  };
}
