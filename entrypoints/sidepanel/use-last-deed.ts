// What a reader has done last in the panel, kept with the way to take it back while they go from view to view.
import { useEffect, useState } from 'preact/hooks';
import type { PanelView } from '../shared/side-panel.ts';

/** How long what was done can be taken back. */
const UNDO_MS = 10 * 60_000;

/** What was done, and what takes it back; without that it is told of in its own view alone. */
export interface Deed {
  readonly text: string;
  readonly undo?: (() => Promise<void>) | undefined;
}

/** The last deed as it is shown. */
export interface LastDeed extends Deed {
  /** Tells two of which the same is said apart. */
  readonly token: number;
}

/** The deed to show in a view, if any, and how it comes to be, is taken back, and is put away. */
export function useLastDeed(view: PanelView) {
  const [last, setLast] = useState<(LastDeed & { readonly view: PanelView }) | null>(null);
  useEffect(() => {
    if (!last) return;
    const timer = setTimeout(setLast, UNDO_MS, null);
    return () => clearTimeout(timer);
  }, [last]);
  return {
    deed: last && (last.undo || last.view === view) ? last : null,
    tell: (deed: Deed) => setLast((before) => ({ ...deed, view, token: (before?.token ?? 0) + 1 })),
    dismiss: () => setLast(null),
    async undo() {
      const undone = last;
      await undone?.undo?.();
      setLast((now) => (now === undone ? null : now));
    },
  };
}
