// Lays the history out as rows: each day, and below it what was met on it.
import type { EntryId } from '../shared/history.ts';

/** A day, or one entry. */
export type HistoryRow =
  | { readonly kind: 'day'; readonly start: number }
  | { readonly kind: 'entry'; readonly id: EntryId };

/** The rows for ids that are sorted, the latest first. Days begin at midnight where the reader is. */
export function toHistoryRows(ids: readonly EntryId[]): HistoryRow[] {
  const rows: HistoryRow[] = [];
  let start = Number.POSITIVE_INFINITY;
  for (const id of ids) {
    if (id < start) {
      start = new Date(id).setHours(0, 0, 0, 0);
      rows.push({ kind: 'day', start });
    }
    rows.push({ kind: 'entry', id });
  }
  return rows;
}

/** The midnight that ends a day; not every day has 24 hours. */
export function endOfDay(start: number): number {
  return new Date(start).setHours(24, 0, 0, 0);
}
