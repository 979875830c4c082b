// What a reader does with terms of their own in the panel: what came of it is said in the view where it was done.
import { useEffect, useState } from 'preact/hooks';
import { useText } from '../../components/text.tsx';
import type { TermKey } from '../../glossary/model.ts';
import { OWN_GLOSSARY_ID, type TermReading } from '../shared/glossaries.ts';
import { type EarlierTerm, sendMessage } from '../shared/messages.ts';
import { notSaved, type PageProblem } from '../shared/problem.ts';
import type { PanelView } from '../shared/side-panel.ts';
import type { Go } from './route.ts';
import type { Deed } from './use-last-deed.ts';

/** Whether a term is the reader's own, which can be changed and deleted. */
export function isOwn({ glossary }: TermReading): boolean {
  return glossary.id === OWN_GLOSSARY_ID;
}

/** What was done last in a view. */
interface Done {
  readonly kind: 'added' | 'changed' | 'deleted';
  readonly label: string;
}

interface OwnTermsOptions {
  readonly readings: readonly TermReading[];
  /** The view that is shown. */
  readonly view: PanelView;
  readonly go: Go;
  /** Told of what can be taken back; a term that was added can be deleted. */
  readonly onDone: (deed: Deed) => void;
  /** A term is back in its view. */
  readonly onBack: () => void;
}

/** What was done in this view, and what can be done. */
export function useOwnTerms({ readings, view, go, onDone, onBack }: OwnTermsOptions) {
  const { t } = useText();
  const [last, setLast] = useState<{ view: PanelView; done: Done } | null>(null);
  const [failures, setFailures] = useState<readonly PageProblem[]>([]);
  const [awaited, setAwaited] = useState<string | null>(null); // the key of a term on its way back
  useEffect(() => {
    if (!readings.some(({ key }) => key === awaited)) return;
    setAwaited(null);
    onBack();
  }, [readings, awaited]);
  /** In the place of the view that is shown, unless it is that term's already. */
  const showTerm = (key: string): PanelView => {
    if (view.term === key && !view.note) return view;
    const shown = { term: key };
    go(shown, true);
    return shown;
  };
  const attempt = (doIt: () => Promise<void>) =>
    doIt().then(
      () => setFailures([]),
      (error: unknown) => setFailures([notSaved(error)]),
    );
  const restore = (key: TermKey, earlier: EarlierTerm) =>
    attempt(async () => {
      await sendMessage('restoreTerm', earlier);
      setLast(null);
      setAwaited(key);
    });
  const done = last?.view === view ? last.done : null;
  return {
    done,
    failures,
    onSaved(key: TermKey, label: string, earlier?: EarlierTerm) {
      setLast({ view: showTerm(key), done: { kind: earlier ? 'changed' : 'added', label } });
      if (earlier) onDone({ text: t('ownTermChanged', label), undo: () => restore(key, earlier) });
    },
    onDelete({ key, term }: TermReading) {
      const shown = showTerm(key);
      void attempt(async () => {
        const earlier = await sendMessage('deleteTerm', { key });
        setLast({ view: shown, done: { kind: 'deleted', label: term.label } });
        onDone({ text: t('ownTermDeleted', term.label), undo: () => restore(key, earlier) });
      });
    },
  };
}
