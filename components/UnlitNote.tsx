// Says why nothing is lit on a page, and what to do.
import { type MessageKey, useText } from './text.tsx';

interface UnlitNoteProps {
  readonly message: MessageKey;
  readonly hint?: MessageKey | undefined;
  /** The site that the message is about. */
  readonly site?: string | undefined;
}

/** One sentence, and a second in the secondary colour where it helps. */
export function UnlitNote({ message, hint, site = '' }: UnlitNoteProps) {
  const { t } = useText();
  return (
    <>
      <p class={message === 'pageReading' ? 'secondary' : undefined}>{t(message, site)}</p>
      {hint && <p class="secondary">{t(hint)}</p>}
    </>
  );
}
