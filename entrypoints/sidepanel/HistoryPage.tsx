// The view of the history: what was opened, where, and every way to forget it.
import type { RefObject } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { ConfirmedButton } from '../../components/ConfirmedButton.tsx';
import { ExportMenu } from '../../components/ExportMenu.tsx';
import type { ExportFormat } from '../../components/exported-terms.ts';
import { DayRow, MetTermRow } from '../../components/HistoryRow.tsx';
import { Switch } from '../../components/Switch.tsx';
import { useText } from '../../components/text.tsx';
import { VirtualList } from '../../components/VirtualList.tsx';
import { readAllTerms } from '../shared/glossaries.ts';
import { type EntryId, readAllEntries, readEntryIds, readIdsBetween, switchHistory } from '../shared/history.ts';
import type { HistoryEntry } from '../shared/memory.ts';
import { downloadTerms } from './download.ts';
import { endOfDay, toHistoryRows } from './history-rows.ts';
import { hrefOf } from './route.ts';
import { useDeletion } from './use-deletion.ts';
import { useEntries, useHistory } from './use-history.ts';
import type { Deed } from './use-last-deed.ts';
import { useWorking } from './use-working.ts';

// px at the default text size
const DAY_HEIGHT = 56;
const ENTRY_HEIGHT = 104;

interface HistoryPageProps {
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  readonly onTerm: (key: string) => void;
  readonly onDone: (deed: Deed) => void;
}

/** The switch, the sites, and the list. */
export function HistoryPage({ headingRef, onTerm, onDone }: HistoryPageProps) {
  const text = useText();
  const { t, tn } = text;
  const [site, setSite] = useState<string>();
  const history = useHistory(site);
  const deletion = useDeletion(history?.ids);
  const working = useWorking();
  useEffect(() => {
    document.title = `${t('history')} – ${t('extensionName')}`;
  }, [t]);
  const ids = useMemo(() => history?.ids.filter((id) => !deletion.gone.has(id)) ?? [], [history?.ids, deletion.gone]);
  const remove = async (removed: readonly EntryId[]) => {
    const entries = await deletion.remove(removed);
    const undo = () => working.during(deletion.restore(entries));
    onDone({ text: tn('historyDeleted', entries.length), undo });
  };
  // What is shown may not be all yet, so what is to be deleted or exported is asked for.
  const removeDay = async (start: number) => remove(await readIdsBetween(start, endOfDay(start), site));
  const removeSite = async () => {
    setSite(undefined);
    await remove(await readEntryIds(site));
  };
  const clear = async (count: number) => {
    await deletion.clear();
    onDone({ text: tn('historyDeleted', count) });
    headingRef.current?.focus({ preventScroll: true });
  };
  const download = async (format: ExportFormat) => {
    const readings = new Map((await readAllTerms()).map((reading) => [reading.key, reading]));
    const entries = await readAllEntries(site);
    const exported = entries.map((met) => ({ label: met.label, reading: readings.get(met.key), met }));
    await downloadTerms(exported, format, 'history', text);
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
          {(ids.length > 0 || site !== undefined) && (
            <div class="tools">
              <SiteChoice sites={history.sites} site={site} onSite={setSite} />
              {site === undefined ? (
                <ConfirmedButton
                  label={t('historyDeleteAll')}
                  question={tn('historyDeleteAllQuestion', history.count)}
                  answer={t('historyDelete')}
                  onConfirm={() => void clear(history.count)}
                />
              ) : (
                <button type="button" class="button" onClick={() => void working.during(removeSite())}>
                  {t('historyDeleteSite')}
                </button>
              )}
            </div>
          )}
          {ids.length > 0 && <ExportMenu onExport={(format) => void working.during(download(format))} />}
          {ids.length ? (
            <HistoryList
              ids={ids}
              latest={history.latest}
              onTerm={onTerm}
              onDelete={(id) => void remove([id])}
              onDeleteDay={(start) => void working.during(removeDay(start))}
            />
          ) : (
            <p class="secondary empty">{t('historyNone')}</p>
          )}
        </>
      )}
      <p role="status" class="small">
        {working.isLong && t('historyWorking')}
      </p>
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
  readonly latest: readonly HistoryEntry[];
  readonly onDelete: (id: EntryId) => void;
  /** Told when the day begins. */
  readonly onDeleteDay: (start: number) => void;
}

function HistoryList({ ids, latest, onTerm, onDelete, onDeleteDay }: HistoryListProps) {
  const { t } = useText();
  const rows = useMemo(() => toHistoryRows(ids), [ids]);
  const { entryOf, want } = useEntries(latest);
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
        if (row?.kind === 'day') return <DayRow start={row.start} onDelete={() => onDeleteDay(row.start)} />;
        const entry = row && entryOf(row.id);
        return entry && <MetTermRow met={entry} hrefOf={hrefOf} onTerm={onTerm} onDelete={() => onDelete(entry.at)} />;
      }}
    />
  );
}
