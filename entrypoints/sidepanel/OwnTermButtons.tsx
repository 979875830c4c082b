// What a reader can do with a term of their own, beside all that can be done with any.
import { useText } from '../../components/text.tsx';
import { useIsPrivate } from './use-private.ts';

interface OwnTermButtonsProps {
  readonly onChange: () => void;
  readonly onDelete: () => void;
}

/** Private windows have none: nothing is remembered there. */
export function OwnTermButtons({ onChange, onDelete }: OwnTermButtonsProps) {
  const { t } = useText();
  if (useIsPrivate() !== false) return null;
  return (
    <>
      <button type="button" class="button" onClick={onChange}>
        {t('ownTermChange')}
      </button>
      <button type="button" class="button" onClick={onDelete}>
        {t('ownTermDelete')}
      </button>
    </>
  );
}
