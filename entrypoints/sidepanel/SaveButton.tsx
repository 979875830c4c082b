// Saves the term that is shown, or takes it out again.
import { useRef } from 'preact/hooks';
import { useText } from '../../components/text.tsx';
import type { SavedTerm } from '../shared/memory.ts';
import { putSavedTerm, removeSavedTerm, saveTerm } from '../shared/saved.ts';
import { useIsPrivate } from './use-private.ts';
import { useSavedTerms } from './use-saved.ts';

/** Pressed while the term is saved. Taken out by mistake and saved again, it is where it was in its learning. Private windows have none. */
export function SaveButton({ termKey, label }: { termKey: string; label: string }) {
  const { t } = useText();
  const isPrivate = useIsPrivate();
  const removed = useRef<SavedTerm | null>(null);
  const saved = useSavedTerms()?.find(({ key }) => key === termKey);
  if (isPrivate !== false) return null;
  const toggle = () => {
    if (saved) {
      removed.current = saved;
      void removeSavedTerm(termKey);
    } else if (removed.current) void putSavedTerm(removed.current);
    else void saveTerm(termKey, label);
  };
  return (
    <button type="button" class="button save-button" aria-pressed={saved !== undefined} onClick={toggle}>
      {t('save')}
    </button>
  );
}
