// The section of the options on all of the reader's data: save it to a file, load it from one, reset the settings.
import { useRef, useState } from 'preact/hooks';
import { type MessageKey, useText } from '../../components/text.tsx';
import { sendMessage } from '../shared/messages.ts';
import type { Settings } from '../shared/settings.ts';
import { type DataFile, putData, readData, takeData } from './data-file.ts';

/** What came of the last button; what was there before can be put back. */
type Outcome =
  | { readonly status: 'none' }
  | { readonly status: 'done'; readonly message: MessageKey; readonly before?: DataFile }
  | { readonly status: 'refused'; readonly message: MessageKey; readonly errors: readonly string[] };

/** Whatever is replaced comes back with one click while the page is open. */
export function DataSection() {
  const { t } = useText();
  const fileInput = useRef<HTMLInputElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const [outcome, setOutcome] = useState<Outcome>({ status: 'none' });

  const replace = async (message: MessageKey, next: (before: DataFile) => DataFile, canUndo = true) => {
    try {
      const before = await takeData();
      await put(next(before));
      setOutcome({ status: 'done', message, ...(canUndo && { before }) });
    } catch (error) {
      setOutcome({ status: 'refused', message: 'problemNotSaved', errors: [String(error)] });
    }
  };
  const load = async (file: File | undefined) => {
    if (!file) return;
    const reading = readData(await file.text());
    if (reading.ok) await replace('dataLoaded', () => reading.data);
    else setOutcome({ status: 'refused', message: 'dataRefused', errors: reading.errors });
  };
  const undo = (before: DataFile) => {
    line.current?.focus(); // its button goes
    void replace('dataUndone', () => before, false);
  };

  return (
    <section>
      <h2>{t('optionsData')}</h2>
      <p>{t('optionsDataHint')}</p>
      <div class="buttons">
        <button type="button" class="button" onClick={() => void takeData().then(download)}>
          {t('dataSave')}
        </button>
        <button type="button" class="button" onClick={() => fileInput.current?.click()}>
          {t('dataLoad')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => void replace('dataReset', (before) => ({ ...before, settings: {} }))}
        >
          {t('dataResetButton')}
        </button>
      </div>
      <input
        ref={fileInput}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={({ currentTarget }) => {
          void load(currentTarget.files?.[0]);
          currentTarget.value = ''; // the same file may be chosen again
        }}
      />
      <div ref={line} tabIndex={-1} role="status" class="outcome">
        {outcome.status !== 'none' && <p>{t(outcome.message)}</p>}
        {outcome.status === 'done' && outcome.before && (
          <button type="button" class="button" onClick={() => outcome.before && undo(outcome.before)}>
            {t('cardUndo')}
          </button>
        )}
        {outcome.status === 'refused' && (
          <ul>
            {outcome.errors.map((error) => (
              <li key={error}>
                <code>{error}</code>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

async function put(data: DataFile): Promise<void> {
  const { levels } = data.settings as Partial<Settings>;
  if (levels) await sendMessage('prepareLevels', { levels }); // first: pages decide about them as soon as they are told
  await putData(data);
}

function download(data: DataFile): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `termlight-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
