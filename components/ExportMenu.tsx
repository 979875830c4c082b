// Lets a reader take a list elsewhere, as a file in one of several formats.
import { EXPORT_FORMATS, type ExportFormat } from './exported-terms.ts';
import { useText } from './text.tsx';

const FORMAT_TEXTS = { anki: 'exportAnki', csv: 'exportCsv', markdown: 'exportMarkdown' } as const;

/** One button a format. */
export function ExportMenu({ onExport }: { onExport: (format: ExportFormat) => void }) {
  const { t } = useText();
  return (
    <fieldset class="export">
      <legend class="small">{t('exportTitle')}</legend>
      {EXPORT_FORMATS.map((format) => (
        <button key={format} type="button" class="quiet-button" onClick={() => onExport(format)}>
          {t(FORMAT_TEXTS[format])}
        </button>
      ))}
    </fieldset>
  );
}
