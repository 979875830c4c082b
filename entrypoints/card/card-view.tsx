// One open card: which term it shows, what the reader does in it, and what comes of that.
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { CardNotice } from '../../components/CardActions.tsx';
import { CardProblem } from '../../components/CardProblem.tsx';
import { copiedText } from '../../components/copied-text.ts';
import { TermCard } from '../../components/TermCard.tsx';
import { useText } from '../../components/text.tsx';
import { parseTermKey, type TermKey, termKey } from '../../glossary/model.ts';
import { readTerm, type TermReading } from '../shared/glossaries.ts';
import { sendMessage } from '../shared/messages.ts';

/** What a card is opened with. */
export interface CardViewProps {
  readonly reading: TermReading | null;
  readonly label: string;
  readonly because: readonly string[];
  /** Whether the choice of sense was close. */
  readonly isClose: boolean;
  /** The page's site; empty where it has none. */
  readonly site: string;
  readonly pinned: boolean;
  readonly isSheet: boolean;
  /** The label of a term, if it is one that pages are searched for. */
  readonly labelOf: (key: TermKey) => string | undefined;
  readonly onTogglePin: () => void;
  readonly onClose: () => void;
}

/** Shows the term it was opened for, and related ones after it with a way back. */
export function CardView({ reading: opened, label, because, isClose, site, labelOf, ...passedOn }: CardViewProps) {
  const [trail, setTrail] = useState<readonly TermReading[]>(opened ? [opened] : []);
  const [notice, setNotice] = useState<{ kind: CardNotice; undo?: () => Promise<unknown> } | null>(null);
  const text = useText();
  const sidebarKeyHint = useSidebarKey();
  const reading = trail.at(-1);
  if (!reading) return <CardProblem label={label} onClose={passedOn.onClose} />;

  const { key, term } = reading;
  const change = (kind: CardNotice, act: () => Promise<unknown>, undo: () => Promise<unknown>) => {
    act().then(
      () => setNotice({ kind, undo }),
      () => setNotice({ kind: 'cardNotSaved' }),
    );
  };
  const goTo = (relatedKey: TermKey) => {
    void readTerm(relatedKey).then((related) => {
      if (!related) return;
      setNotice(null);
      setTrail([...trail, related]);
    });
  };
  return (
    <TermCard
      reading={reading}
      related={(term.related ?? []).flatMap((id) => toRelated(termKey(parseTermKey(key).glossaryId, id), labelOf))}
      because={reading === opened ? because : []}
      isClose={reading === opened && isClose}
      canGoBack={trail.length > 1}
      site={site}
      notice={notice?.kind}
      sidebarKeyHint={sidebarKeyHint}
      onRelated={goTo}
      onBack={() => setTrail(trail.slice(0, -1))}
      onAllQuotes={() => void sendMessage('openSidePanel', { term: key }).catch(() => undefined)}
      remembers={!browser.extension.inIncognitoContext}
      onNote={() => void sendMessage('openSidePanel', { term: key, note: true }).catch(() => undefined)}
      onNotThisMeaning={() =>
        change(
          'cardOtherMeaningDone',
          () => sendMessage('rejectMeaning', { site, term: key, rejected: true }),
          () => sendMessage('rejectMeaning', { site, term: key, rejected: false }),
        )
      }
      onKnowTerm={() =>
        change(
          'cardKnownDone',
          () => sendMessage('knowTerm', { term: key, known: true }),
          () => sendMessage('knowTerm', { term: key, known: false }),
        )
      }
      onNotOnThisSite={() =>
        change(
          'cardSiteOffDone',
          () => sendMessage('switchSite', { site, on: false }),
          () => sendMessage('switchSite', { site, on: true }),
        )
      }
      onCopy={(isMarkdown) =>
        setNotice({ kind: copy(copiedText(reading, text, isMarkdown)) ? 'cardCopied' : 'cardNotCopied' })
      }
      onUndo={notice?.undo && (() => void notice.undo?.().then(() => setNotice(null)))}
      {...passedOn}
    />
  );
}

function toRelated(key: TermKey, labelOf: CardViewProps['labelOf']) {
  const label = labelOf(key);
  return label ? [{ key, label }] : [];
}

/**
 * Copies by the browser's own command, in the turn of a click. It needs no permission and, unlike `navigator.clipboard`,
 * works on insecure pages and in frames. The page may see that something is copied, but not what.
 */
function copy(text: string): boolean {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('copy', fill, true);
  const isDone = document.execCommand('copy');
  window.removeEventListener('copy', fill, true);
  return isDone;
}

/** Firefox lets only its own buttons and keys open the sidebar, so the card names the key. */
function useSidebarKey(): string | undefined {
  const [key, setKey] = useState<string>();
  useEffect(() => {
    if (import.meta.env.FIREFOX) void sendMessage('sidebarKey', {}).then(setKey, () => undefined);
  }, []);
  return key;
}
