// The view of the history: what was opened, where, and every way to forget it.
import type { RefObject } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { ConfirmedButton } from '../../components/ConfirmedButton.tsx';
import { ExportMenu } from '../../components/ExportMenu.tsx';
import type { ExportFormat } from '../../components/exported-terms.ts';
import { DayRow, MetTermRow } from '../../components/HistoryRow.tsx';
import { Switch } from '../../components/Switch.tsx';
import { useText } from '../../components/text.tsx';
import { UndoBar } from '../../components/UndoBar.tsx';
import { VirtualList } from '../../components/VirtualList.tsx';
import {
  clearHistory,
  deleteEntries,
  type EntryId,
  readEntries,
  restoreEntries,
  switchHistory,
} from '../shared/history.ts';
import type { HistoryEntry } from '../shared/memory.ts';
import type { TermsReading } from '../shared/page-hooks.ts';
import { downloadTerms } from './download.ts';
import { toHistoryRows } from './history-rows.ts';
import { hrefOf } from './route.ts';
import { useEntries, useHistory } from './use-history.ts';

// px at the default text size
const DAY_HEIGHT = 56;
const ENTRY_HEIGHT = 104;

interface HistoryPageProps {
  readonly terms: TermsReading;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  readonly onTerm: (key: string) => void;
}

/** The switch, the sites, and the list; what is deleted can be put back until something else is. */
export function HistoryPage({ terms, headingRef, onTerm }: HistoryPageProps) {
  const text = useText();
  const { t, tn } = text;
  const [site, setSite] = useState<string>();
  const [deleted, setDeleted] = useState<readonly HistoryEntry[]>([]);
  const history = useHistory(site);
  useEffect(() => {
    document.title = `${t('history')} – ${t('extensionName')}`;
  }, [t]);
  const remove = async (ids: readonly EntryId[]) => setDeleted(await deleteEntries(ids));
  const undo = async () => {
    await restoreEntries(deleted);
    setDeleted([]);
    headingRef.current?.focus({ preventScroll: true });
  };
  const download = async (format: ExportFormat, ids: readonly EntryId[]) => {
    const readings = new Map(terms.status === 'read' ? terms.readings.map((reading) => [reading.key, reading]) : []);
    const entries = await readEntries(ids);
    const exported = entries.map((met) => ({ label: met.label, reading: readings.get(met.key), met }));
    downloadTerms(exported, format, 'history', text);
  };
  return (
    <>
      <h1 ref={headingRef} tabIndex={-1}>
        {t('history')}
      </h1>
      {history && (
        <>
          <Switch label={t('historySwitch')} checked={history.isOn} onChange={(on) => void switchHistory(on)} />
          <p class="small">{t('historyHint')}</p>
          {history.sites.length > 0 && (
            <div class="tools">
              <SiteChoice sites={history.sites} site={site} onSite={setSite} />
              {site === undefined ? (
                <ConfirmedButton
                  label={t('historyDeleteAll')}
                  question={tn('historyDeleteAllQuestion', history.ids.length)}
                  answer={t('historyDelete')}
                  onConfirm={() => void clearHistory().then(() => setDeleted([]))}
                />
              ) : (
                <button
                  type="button"
                  class="button"
                  onClick={() => {
                    setSite(undefined);
                    void remove(history.ids);
                  }}
                >
                  {t('historyDeleteSite')}
                </button>
              )}
            </div>
          )}
          {history.ids.length > 0 && <ExportMenu onExport={(format) => void download(format, history.ids)} />}
          {history.ids.length ? (
            <HistoryList ids={history.ids} onTerm={onTerm} onDelete={remove} />
          ) : (
            <p class="secondary empty">{t('historyNone')}</p>
          )}
        </>
      )}
      <UndoBar done={deleted.length ? tn('historyDeleted', deleted.length) : null} onUndo={undo} />
    </>
  );
}

interface SiteChoiceProps {
  readonly sites: readonly string[];
  readonly site: string | undefined;
  readonly onSite: (site: string | undefined) => void;
}

const ALL = ' '; // no host name; the empty one is that of pages without a site

function SiteChoice({ sites, site, onSite }: SiteChoiceProps) {
  const { t } = useText();
  return (
    <select
      class="select"
      aria-label={t('historySites')}
      value={site ?? ALL}
      onChange={({ currentTarget: { value } }) => onSite(value === ALL ? undefined : value)}
    >
      <option value={ALL}>{t('historyAllSites')}</option>
      {sites.map((host) => (
        <option key={host} value={host}>
          {host || t('historyNoSite')}
        </option>
      ))}
    </select>
  );
}

interface HistoryListProps extends Pick<HistoryPageProps, 'onTerm'> {
  readonly ids: readonly EntryId[];
  readonly onDelete: (ids: readonly EntryId[]) => void;
}

function HistoryList({ ids, onTerm, onDelete }: HistoryListProps) {
  const { t } = useText();
  const rows = useMemo(() => toHistoryRows(ids), [ids]);
  const { entryOf, want } = useEntries();
  const heightOf = useCallback((index: number) => (rows[index]?.kind === 'day' ? DAY_HEIGHT : ENTRY_HEIGHT), [rows]);
  const onRows = useCallback(
    (from: number, to: number) => want(rows.slice(from, to).flatMap((row) => (row.kind === 'entry' ? [row.id] : []))),
    [rows, want],
  );
  return (
    <VirtualList
      count={rows.length}
      heightOf={heightOf}
      label={t('history')}
      keyOf={(index) => {
        const row = rows[index];
        return row?.kind === 'entry' ? row.id : `day ${row?.start}`;
      }}
      onRows={onRows}
      renderRow={(index) => {
        const row = rows[index];
        if (row?.kind === 'day') return <DayRow start={row.start} onDelete={() => onDelete(row.ids)} />;
        const entry = row && entryOf(row.id);
        return (
          entry && <MetTermRow met={entry} hrefOf={hrefOf} onTerm={onTerm} onDelete={() => onDelete([entry.at])} />
        );
      }}
    />
  );
}
