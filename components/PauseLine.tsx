// The line that pauses Termlight everywhere for a while, and ends a pause.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useText } from './text.tsx';

const HOUR_MS = 60 * 60_000;

/** Milliseconds since 1970, or the browser's next start; `null`: no pause. */
type PauseEnd = number | 'restart' | null;

interface PauseLineProps {
  readonly pausedUntil: PauseEnd;
  readonly onPause: (until: PauseEnd) => void;
}

/** Two lengths of a pause to choose from, or the one that is on with the way out of it. The focus stays in the line. */
export function PauseLine({ pausedUntil, onPause }: PauseLineProps) {
  const { t, lang } = useText();
  const line = useRef<HTMLDivElement>(null);
  const isChosen = useRef(false);
  useLayoutEffect(() => {
    if (isChosen.current) line.current?.querySelector('button')?.focus();
    isChosen.current = false;
  }, [pausedUntil]);
  const choose = (until: PauseEnd) => {
    isChosen.current = true;
    onPause(until);
  };
  const time = new Intl.DateTimeFormat(lang, { timeStyle: 'short' });
  return (
    <div ref={line}>
      {pausedUntil === null ? (
        <fieldset class="action-line pause">
          <legend class="visually-hidden">{t('pauseLabel')}</legend>
          <span class="secondary" aria-hidden="true">
            {t('pauseLabel')}
          </span>
          <button type="button" class="text-button" onClick={() => choose(Date.now() + HOUR_MS)}>
            {t('pauseHour')}
          </button>
          <button type="button" class="text-button" onClick={() => choose('restart')}>
            {t('pauseRestart')}
          </button>
        </fieldset>
      ) : (
        <p class="action-line" role="status">
          <span>
            {pausedUntil === 'restart' ? t('pausedUntilRestart') : t('pausedUntil', time.format(pausedUntil))}
          </span>
          <button type="button" class="text-button" onClick={() => choose(null)}>
            {t('pauseEnd')}
          </button>
        </p>
      )}
    </div>
  );
}
