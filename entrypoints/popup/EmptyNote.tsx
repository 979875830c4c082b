// Says that the popup's search has found nothing, and what to do.
import { useText } from '../../components/text.tsx';

interface EmptyNoteProps {
  readonly query: string;
  /** Makes what was searched for a term of the reader's own; not in private windows, where nothing is remembered. */
  readonly onAdd?: (() => void) | undefined;
}

/** One sentence, and the way to add the term. */
export function EmptyNote({ query, onAdd }: EmptyNoteProps) {
  const { t } = useText();
  return (
    <>
      <p>{t('searchNothing', query)}</p>
      {onAdd ? (
        <button type="button" class="button" onClick={onAdd}>
          {t('ownTermAdd', query)}
        </button>
      ) : (
        <p class="secondary">{t('ownTermPrivate')}</p>
      )}
    </>
  );
}
