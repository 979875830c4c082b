// Offers to take back what the reader has had unlit by cards a short while ago.
import { useEffect, useState } from 'preact/hooks';
import { useText } from '../../components/text.tsx';
import { isInForce, type RecentChange, readRecentChanges, withoutChange } from '../shared/recent-change.ts';
import type { Settings } from '../shared/settings.ts';

interface RecentNoteProps {
  readonly settings: Settings;
  readonly labelOf: (key: string) => string;
  readonly onChange: (change: (settings: Settings) => Partial<Settings>) => void;
}

/** A line with a button for each, the latest first; nothing where there is nothing to take back. */
export function RecentNote({ settings, labelOf, onChange }: RecentNoteProps) {
  const { t } = useText();
  const [changes, setChanges] = useState<readonly RecentChange[]>([]);
  useEffect(() => void readRecentChanges().then(setChanges), []);
  const inForce = changes.filter((change) => isInForce(change, settings));
  if (!inForce.length) return null;
  const textOf = (change: RecentChange) => {
    if (change.kind === 'known') return t('cardKnownDone', labelOf(change.term));
    const site = change.site || t('cardThisSite');
    return change.kind === 'siteOff'
      ? t('cardSiteOffDone', '', site)
      : t('cardOtherMeaningDone', labelOf(change.term), site);
  };
  return (
    <ul class="popup-recent">
      {inForce.map((change) => (
        <li key={JSON.stringify(change)} class="action-line">
          <span>{textOf(change)}</span>
          <button type="button" class="text-button" onClick={() => onChange((now) => withoutChange(now, change))}>
            {t('cardUndo')}
          </button>
        </li>
      ))}
    </ul>
  );
}
