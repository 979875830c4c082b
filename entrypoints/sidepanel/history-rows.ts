// Lays the history out as rows: each day, and below it what was met on it.
import type { EntryId } from '../shared/history.ts';

/** A day with all its entries, or one entry. */
export type HistoryRow =
  | { readonly kind: 'day'; readonly start: number; readonly ids: readonly EntryId[] }
  | { readonly kind: 'entry'; readonly id: EntryId };

/** The rows for ids that are sorted, the latest first. Days begin at midnight where the reader is. */
export function toHistoryRows(ids: readonly EntryId[]): HistoryRow[] {
  const rows: HistoryRow[] = [];
  let start = Number.POSITIVE_INFINITY;
  let ofDay: EntryId[] = [];
  for (const id of ids) {
    if (id < start) {
      start = new Date(id).setHours(0, 0, 0, 0);
      ofDay = [];
      rows.push({ kind: 'day', start, ids: ofDay });
    }
    ofDay.push(id);
    rows.push({ kind: 'entry', id });
  }
  return rows;
}
