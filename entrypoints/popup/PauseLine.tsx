// The popup's line that pauses Termlight everywhere for a while, and ends a pause.
import { useText } from '../../components/text.tsx';
import type { Settings } from '../shared/settings.ts';

const HOUR_MS = 60 * 60_000;

interface PauseLineProps {
  readonly pausedUntil: Settings['pausedUntil'];
  readonly onPause: (until: Settings['pausedUntil']) => void;
}

/** Two lengths of a pause to choose from, or the one that is on with the way out of it. */
export function PauseLine({ pausedUntil, onPause }: PauseLineProps) {
  const { t, lang } = useText();
  if (pausedUntil === null) {
    return (
      <fieldset class="popup-line popup-pause">
        <legend class="visually-hidden">{t('pauseLabel')}</legend>
        <span class="secondary" aria-hidden="true">
          {t('pauseLabel')}
        </span>
        <button type="button" class="text-button" onClick={() => onPause(Date.now() + HOUR_MS)}>
          {t('pauseHour')}
        </button>
        <button type="button" class="text-button" onClick={() => onPause('restart')}>
          {t('pauseRestart')}
        </button>
      </fieldset>
    );
  }
  const time = new Intl.DateTimeFormat(lang, { timeStyle: 'short' });
  return (
    <p class="popup-line" role="status">
      <span>{pausedUntil === 'restart' ? t('pausedUntilRestart') : t('pausedUntil', time.format(pausedUntil))}</span>
      <button type="button" class="text-button" onClick={() => onPause(null)}>
        {t('pauseEnd')}
      </button>
    </p>
  );
}
