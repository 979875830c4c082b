// The section of the options on all of the reader's data: save it to a file, load it from one, reset the settings.

import { useRef, useState } from 'preact/hooks';
import { detailText, type ProblemDetail } from '../../components/problem-detail.ts';
import { type MessageKey, useText } from '../../components/text.tsx';
import { notSaved } from '../shared/problem.ts';
import { saveFile } from '../shared/save-file.ts';
import { type Data, putData, readData, takeData, takeParts, writeData } from './data-file.ts';
import { OptionsSection } from './OptionsSection.tsx';

const MOST_DETAILS = 500; // lines; a file that is wrong in every row would fill the page for seconds

/** What came of the last button; what was there before can be put back. */
type Outcome =
  | { readonly status: 'none' | 'working' }
  | { readonly status: 'done'; readonly message: MessageKey; readonly before?: Data }
  | { readonly status: 'refused'; readonly message: MessageKey; readonly details: readonly ProblemDetail[] };

/** Whatever is replaced comes back with one click while the page is open. */
export function DataSection() {
  const { t, tn } = useText();
  const fileInput = useRef<HTMLInputElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const [outcome, setOutcome] = useState<Outcome>({ status: 'none' });
  const isWorking = outcome.status === 'working';

  /** Says that it works, and then what came of it; one piece of work at a time. */
  const work = async (doIt: () => Promise<Outcome>) => {
    if (isWorking) return;
    setOutcome({ status: 'working' });
    setOutcome(await doIt().catch((error: unknown): Outcome => ({ status: 'refused', ...notSaved(error) })));
  };
  const save = async (): Promise<Outcome> => {
    saveFile(await writeData(await takeData()), 'termlight', 'json');
    return { status: 'none' };
  };
  const load = async (file: File): Promise<Outcome> => {
    const reading = await readData(await file.text());
    if (!reading.ok) return { status: 'refused', message: 'dataRefused', details: reading.faults };
    const before = await takeData();
    await putData(reading.data);
    return { status: 'done', message: 'dataLoaded', before };
  };
  const reset = async (): Promise<Outcome> => {
    const before = await takeParts(['settings']);
    await putData({ settings: {} });
    return { status: 'done', message: 'dataReset', before };
  };
  const undo = async (before: Data): Promise<Outcome> => {
    line.current?.focus(); // its button goes
    await putData(before);
    return { status: 'done', message: 'dataUndone' };
  };
  const details = outcome.status === 'refused' ? outcome.details : [];
  const before = outcome.status === 'done' ? outcome.before : undefined;

  return (
    <OptionsSection>
      <h2>{t('optionsData')}</h2>
      <p>{t('optionsDataHint')}</p>
      <div class="buttons">
        <button type="button" class="button" onClick={() => void work(save)}>
          {t('dataSave')}
        </button>
        <button type="button" class="button" onClick={() => fileInput.current?.click()}>
          {t('dataLoad')}
        </button>
        <button type="button" class="button" onClick={() => void work(reset)}>
          {t('dataResetButton')}
        </button>
      </div>
      <input
        ref={fileInput}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void work(() => load(file));
          currentTarget.value = ''; // the same file may be chosen again
        }}
      />
      <div ref={line} tabIndex={-1} role="status" class="outcome">
        {isWorking && <p class="secondary">{t('dataWorking')}</p>}
        {'message' in outcome && <p>{t(outcome.message)}</p>}
        {before && (
          <button type="button" class="button" onClick={() => void work(() => undo(before))}>
            {t('cardUndo')}
          </button>
        )}
        {details.length > 0 && (
          <ul class="small">
            {details
              .slice(0, MOST_DETAILS)
              .map((detail) => detailText(detail, t))
              .map((text) => (
                <li key={text}>{text}</li>
              ))}
          </ul>
        )}
        {details.length > MOST_DETAILS && <p>{tn('dataMoreErrors', details.length - MOST_DETAILS)}</p>}
      </div>
    </OptionsSection>
  );
}
