// A list of any length that scrolls with the page: only the rows on screen, and a few around them, are in the document.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

const ROWS_AROUND = 6; // so that the keyboard finds a next row to go to

interface VirtualListProps {
  readonly count: number;
  /** The height of a row, in `--unit`. */
  readonly heightOf: (index: number) => number;
  readonly label: string;
  readonly keyOf: (index: number) => string | number;
  readonly renderRow: (index: number) => ComponentChildren;
  /** Told which rows are in the document: the first, and the one after the last. */
  readonly onRows: (from: number, to: number) => void;
}

/** Rows of known heights. The row with the focus stays in the document, wherever the list is scrolled to. */
export function VirtualList({ count, heightOf, label, keyOf, renderRow, onRows }: VirtualListProps) {
  const list = useRef<HTMLOListElement>(null);
  const [focused, setFocused] = useState<FocusedRow | null>(null);
  const tops = useMemo(() => addUp(count, heightOf), [count, heightOf]);
  const [from, to] = useRowsOnScreen(list, tops);
  useEffect(() => onRows(from, to), [from, to, onRows]);
  const indices = Array.from({ length: Math.max(0, Math.min(to, count) - from) }, (_, offset) => from + offset);
  const kept = focused ? indexOfRow(focused, count, keyOf) : -1;
  if (kept >= 0 && !indices.includes(kept)) indices.push(kept);
  indices.sort((a, b) => a - b);
  return (
    <ol ref={list} class="virtual-list" aria-label={label} style={{ height: units(tops[count]) }}>
      {indices.map((index) => (
        <li
          key={keyOf(index)}
          aria-setsize={count}
          aria-posinset={index + 1}
          style={{ top: units(tops[index]), height: units(heightOf(index)) }}
          onFocusIn={() => setFocused({ key: keyOf(index), index })}
          onFocusOut={({ currentTarget, relatedTarget }) => {
            if (!currentTarget.contains(relatedTarget as Node | null)) setFocused(null);
          }}
        >
          {renderRow(index)}
        </li>
      ))}
    </ol>
  );
}

interface FocusedRow {
  readonly key: string | number;
  /** Where it was when it got the focus; rows above it may have come and gone since. */
  readonly index: number;
}

/** Where a row is by now, looked for from where it was; -1 if it is gone. */
function indexOfRow({ key, index }: FocusedRow, count: number, keyOf: VirtualListProps['keyOf']): number {
  for (let distance = 0; distance < count; distance++) {
    for (const near of [index - distance, index + distance]) {
      if (near >= 0 && near < count && keyOf(near) === key) return near;
    }
  }
  return -1;
}

function units(count = 0): string {
  return `calc(var(--unit) * ${count})`;
}

/** Where each row begins, and where the last one ends. */
function addUp(count: number, heightOf: (index: number) => number): Float64Array {
  const tops = new Float64Array(count + 1);
  for (let index = 0; index < count; index++) tops[index + 1] = (tops[index] as number) + heightOf(index);
  return tops;
}

type Rows = readonly [from: number, to: number];

/** The rows on screen and those around them, as the page is scrolled and resized. */
function useRowsOnScreen(list: { readonly current: HTMLElement | null }, tops: Float64Array): Rows {
  const [rows, setRows] = useState<Rows>([0, 0]);
  useLayoutEffect(() => {
    const count = tops.length - 1;
    const look = () => {
      const { top = 0, height = 0 } = list.current?.getBoundingClientRect() ?? {};
      const pixels = height / (tops[count] || 1); // of a unit
      const from = Math.max(0, lastBefore(tops, -top / pixels) - ROWS_AROUND);
      const to = Math.min(count, lastBefore(tops, (innerHeight - top) / pixels) + 1 + ROWS_AROUND);
      setRows((before) => (before[0] === from && before[1] === to ? before : [from, to]));
    };
    const leaving = new AbortController();
    addEventListener('scroll', look, { passive: true, signal: leaving.signal });
    addEventListener('resize', look, { signal: leaving.signal });
    look();
    return () => leaving.abort();
  }, [list, tops]);
  return rows;
}

/** The index of the last row that begins before a place, or 0. */
function lastBefore(tops: Float64Array, place: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] as number) < place) low = middle;
    else high = middle - 1;
  }
  return low;
}
