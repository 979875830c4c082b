// What is typed into a form, kept with the view that it stands in: it is there again after back, forward and reload.
import { useState } from 'preact/hooks';

/** The draft, which is what was typed here before or the given one, and how to change it. */
export function useDraft<T>(given: T): [T, (draft: T) => void] {
  const [draft, setDraft] = useState<T>(() => (history.state as { draft?: T } | null)?.draft ?? given);
  return [
    draft,
    (changed) => {
      history.replaceState({ ...history.state, draft: changed }, '');
      setDraft(changed);
    },
  ];
}
