// The section of the options on sharing settings with the reader's other browsers.
import { useEffect, useState } from 'preact/hooks';
import { Switch } from '../../components/Switch.tsx';
import { type MessageKey, useText } from '../../components/text.tsx';
import { readSync, type SyncProblem, type SyncState, switchSync, watchSync } from '../shared/sync.ts';
import { OptionsSection } from './OptionsSection.tsx';

const PROBLEMS = { full: 'syncFull', missing: 'syncMissing' } as const satisfies Record<SyncProblem, MessageKey>;

/** What is shared and with whom is said before it is switched on. */
export function SyncSection({ onChange }: { onChange: (saving: Promise<unknown>) => void }) {
  const { t } = useText();
  const sync = useSync();
  return (
    <OptionsSection>
      <h2>{t('optionsSync')}</h2>
      <p>{t('optionsSyncHint')}</p>
      {sync && <Switch label={t('syncSwitch')} checked={sync.isOn} onChange={(on) => onChange(switchSync(on))} />}
      <p role="status">{sync?.problem && t(PROBLEMS[sync.problem])}</p>
    </OptionsSection>
  );
}

/** How sync stands, or `null` until that is read. */
function useSync(): SyncState | null {
  const [state, setState] = useState<SyncState | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const read = () =>
      void readSync().then(
        (sync) => !leaving.signal.aborted && setState(sync),
        () => undefined, // the store cannot be read: the page says so
      );
    watchSync(read, leaving.signal);
    read();
    return () => leaving.abort();
  }, []);
  return state;
}
