// A button for what cannot be taken back: it asks once more, in its own place.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useText } from './text.tsx';

interface ConfirmedButtonProps {
  readonly label: string;
  /** The question; its answer is the label of the button that does it. */
  readonly question: string;
  readonly answer: string;
  readonly onConfirm: () => void;
}

/** The focus goes to the way out. */
export function ConfirmedButton({ label, question, answer, onConfirm }: ConfirmedButtonProps) {
  const { t } = useText();
  const [isAsking, setAsking] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => cancel.current?.focus(), [isAsking]);
  if (!isAsking) {
    return (
      <button type="button" class="button" onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  }
  return (
    <div class="confirmation" role="alertdialog" aria-label={question}>
      <p>{question}</p>
      <button type="button" class="button" onClick={onConfirm}>
        {answer}
      </button>
      <button ref={cancel} type="button" class="button" onClick={() => setAsking(false)}>
        {t('cancel')}
      </button>
    </div>
  );
}
