// The card of a term whose texts could not be read: it says so, in the place where the reader looks.
import { CloseButton } from './CardActions.tsx';
import { useText } from './text.tsx';
import { useUniqueId } from './unique-id.ts';

/** A card with one sentence and the cross that closes it. */
export function CardProblem({ label, onClose }: { label: string; onClose: () => void }) {
  const { t, lang } = useText();
  const problemId = useUniqueId();
  return (
    <div class="card" role="dialog" aria-label={label} aria-describedby={problemId} tabIndex={-1} lang={lang}>
      <div class="card-heading">
        <p class="card-names">
          <strong class="card-label">{label}</strong>
        </p>
      </div>
      <p class="card-body card-definition" id={problemId}>
        {t('cardUnreadable', label)}
      </p>
      <CloseButton onClose={onClose} />
    </div>
  );
}
