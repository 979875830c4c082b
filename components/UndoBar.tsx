// Says what was just done, at the lower edge of the view, and takes it back.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { CrossButton } from './CrossButton.tsx';
import { useText } from './text.tsx';

interface UndoBarProps {
  /** What was done; `null` shows nothing. */
  readonly done: string | null;
  /** Tells two doings apart of which the same is said. */
  readonly token?: string | number | undefined;
  /** Not there for what cannot be taken back. */
  readonly onUndo: (() => void) | undefined;
  /** Puts the bar away; only where it stays while the reader goes on. */
  readonly onDismiss?: () => void;
}

/** There before it has a text, so that the text is announced. Undo takes the focus over from what is gone. */
export function UndoBar({ done, token, onUndo, onDismiss }: UndoBarProps) {
  const { t } = useText();
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus({ preventScroll: true }), [done, token]);
  return (
    <div class="undo-bar" role="status">
      {done !== null && (
        <p key={token}>
          <span>{done}</span>
          {onUndo && (
            <button ref={button} type="button" class="button" onClick={onUndo}>
              {t('cardUndo')}
            </button>
          )}
          {onDismiss && <CrossButton label={t('cardClose')} onClick={onDismiss} />}
        </p>
      )}
    </div>
  );
}
