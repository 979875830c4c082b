// One row of the history: a term with the sentence and the page it was met in, or the day above such rows.
import { CrossButton } from './CrossButton.tsx';
import { TermLink } from './TermLink.tsx';
import { useText } from './text.tsx';

/** A term that was met or looked up. */
export interface MetTerm {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly key: string;
  readonly label: string;
  /** Empty where it was looked up without one. */
  readonly sentence: string;
  readonly title: string;
  /** Empty where it was looked up on no page. */
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
        <TermLink termKey={met.key} hrefOf={hrefOf} onTerm={onTerm}>
          {met.label}
        </TermLink>
        <span class="small">{time}</span>
        <CrossButton label={t('historyDeleteNamed', met.label)} title={t('historyDelete')} onClick={onDelete} />
      </p>
      {met.sentence ? (
        <p class="met-sentence" lang="" title={met.sentence}>
          {met.sentence}
        </p>
      ) : (
        <p class="small">{t('historyLookedUp')}</p>
      )}
      {met.url && <PageLine met={met} />}
    </div>
  );
}

function PageLine({ met: { site, url, title } }: Pick<MetTermRowProps, 'met'>) {
  return (
    <p class="met-page small">
      {site && <span>{site} · </span>}
      <a href={url} target="_blank" rel="noreferrer" title={url} lang="">
        {title || url}
      </a>
    </p>
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
