// One row of the history: a term with the sentence and the page it was met in, or the day above such rows.
import { useText } from './text.tsx';

/** A term that was met. */
export interface MetTerm {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly key: string;
  readonly label: string;
  readonly sentence: string;
  readonly title: string;
  readonly url: string;
  readonly site: string;
}

interface MetTermRowProps {
  readonly met: MetTerm;
  readonly hrefOf: (key: string) => string;
  readonly onTerm: (key: string) => void;
  readonly onDelete: () => void;
}

/** The term and the time, the sentence, the page, and a cross that deletes the row. */
export function MetTermRow({ met, hrefOf, onTerm, onDelete }: MetTermRowProps) {
  const { t, lang } = useText();
  const time = new Date(met.at).toLocaleTimeString(lang, { hour: 'numeric', minute: '2-digit' });
  return (
    <div class="met">
      <p class="met-head">
        <a
          href={hrefOf(met.key)}
          onClick={(event) => {
            event.preventDefault();
            onTerm(met.key);
          }}
        >
          {met.label}
        </a>
        <span class="small">{time}</span>
        <button
          type="button"
          class="arrow-button"
          aria-label={t('historyDeleteNamed', met.label)}
          title={t('historyDelete')}
          onClick={onDelete}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="m4.5 4.5 7 7m0-7-7 7" />
          </svg>
        </button>
      </p>
      <p class="met-sentence" lang="" title={met.sentence}>
        {met.sentence}
      </p>
      <p class="met-page small">
        {met.site && <span>{met.site} · </span>}
        <a href={met.url} target="_blank" rel="noreferrer" title={met.url} lang="">
          {met.title || met.url}
        </a>
      </p>
    </div>
  );
}

/** The day, and a button that deletes what was met on it. */
export function DayRow({ start, onDelete }: { start: number; onDelete: () => void }) {
  const { t, lang } = useText();
  const day = new Date(start).toLocaleDateString(lang, {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  });
  return (
    <div class="met-day">
      <h2>{day}</h2>
      <button type="button" class="quiet-button" aria-label={t('historyDeleteDayNamed', day)} onClick={onDelete}>
        {t('historyDeleteDay')}
      </button>
    </div>
  );
}
