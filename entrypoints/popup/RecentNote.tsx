// Offers to take back the last word that the reader had unlit by a card.
import { useEffect, useState } from 'preact/hooks';
import { useText } from '../../components/text.tsx';
import { type RecentChange, readRecentChange, setRecentChange } from '../shared/recent-change.ts';
import { type Settings, withKnownTerm, withOtherMeaning } from '../shared/settings.ts';

interface RecentNoteProps {
  readonly labelOf: (key: string) => string;
  /** Changes the settings; resolves to whether they could be saved. */
  readonly onChange: (change: (settings: Settings) => Partial<Settings>) => Promise<boolean>;
}

/** One line with a button; nothing where there is nothing to take back. */
export function RecentNote({ labelOf, onChange }: RecentNoteProps) {
  const { t } = useText();
  const [recent, setRecent] = useState<RecentChange | null>(null);
  useEffect(() => void readRecentChange().then(setRecent), []);
  if (!recent) return null;
  const { term } = recent;
  const undo = async () => {
    const isSaved = await onChange((settings) =>
      recent.kind === 'known'
        ? withKnownTerm(settings, term, false)
        : withOtherMeaning(settings, recent.site, term, false),
    );
    if (!isSaved) return;
    await setRecentChange(null);
    setRecent(null);
  };
  return (
    <p class="popup-line popup-recent">
      <span>
        {recent.kind === 'known'
          ? t('cardKnownDone', labelOf(term))
          : t('cardOtherMeaningDone', labelOf(term), recent.site || t('cardThisSite'))}
      </span>
      <button type="button" class="text-button" onClick={() => void undo()}>
        {t('cardUndo')}
      </button>
    </p>
  );
}
