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

/** The focus goes to the way out, which Escape is, too, and comes back from there. Once it is done, it is its caller's. */
export function ConfirmedButton({ label, question, answer, onConfirm }: ConfirmedButtonProps) {
  const { t } = useText();
  const [isAsking, setAsking] = useState(false);
  const wasAsking = useRef(false);
  const focused = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (isAsking || wasAsking.current) focused.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  if (!isAsking) {
    return (
      <button key="ask" ref={focused} type="button" class="button" onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  }
  return (
    <div
      class="confirmation"
      role="alertdialog"
      aria-label={question}
      onKeyDown={({ key }) => key === 'Escape' && setAsking(false)}
    >
      <p>{question}</p>
      <button
        type="button"
        class="button"
        onClick={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {answer}
      </button>
      <button ref={focused} type="button" class="button" onClick={() => setAsking(false)}>
        {t('cancel')}
      </button>
    </div>
  );
}
