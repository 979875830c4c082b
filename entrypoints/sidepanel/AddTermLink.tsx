// Leads from a text that no glossary has to the form that makes it a term of the reader's own.
import { useText } from '../../components/text.tsx';
import { addressOf } from './route.ts';
import { useIsPrivate } from './use-private.ts';

interface AddTermLinkProps {
  readonly text: string;
  readonly onAdd: (text: string) => void;
}

/** In private windows it says why there is none. */
export function AddTermLink({ text, onAdd }: AddTermLinkProps) {
  const { t } = useText();
  const isPrivate = useIsPrivate();
  if (isPrivate === null) return null;
  if (isPrivate) return <p class="add-term secondary">{t('ownTermPrivate')}</p>;
  return (
    <p class="add-term">
      <a
        class="button"
        href={addressOf({ add: text })}
        onClick={(event) => {
          event.preventDefault();
          onAdd(text);
        }}
      >
        {t('ownTermAdd', text)}
      </a>
    </p>
  );
}
