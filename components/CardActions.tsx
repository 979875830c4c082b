// The buttons of the card, and the line that says what came of them.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from './text.tsx';
import { useUniqueId } from './unique-id.ts';

/** The text that says what came of an action. */
export type CardNotice =
  | 'cardOtherMeaningDone'
  | 'cardKnownDone'
  | 'cardSiteOffDone'
  | 'cardCopied'
  | 'cardNotCopied'
  | 'cardNotSaved';

/** What the buttons need to know and call. */
export interface CardActionsProps {
  readonly label: string;
  readonly pinned: boolean;
  /** Whether it lies at the edge of the screen, where it is not moved. */
  readonly isSheet: boolean;
  /** The page's host name; empty where there is none. */
  readonly site: string;
  readonly notice?: CardNotice;
  /** Firefox only: the key that opens the sidebar, as the browser writes it. */
  readonly sidebarKeyHint?: string;
  /** Opens all that there is on the term. */
  readonly onAllQuotes: () => void;
  readonly hasQuotations: boolean;
  readonly onTogglePin: () => void;
  readonly onClose: () => void;
  readonly onNotThisMeaning: () => void;
  readonly onKnowTerm: () => void;
  readonly onNotOnThisSite: () => void;
  readonly onCopy: (isMarkdown: boolean) => void;
  readonly hasNote?: boolean;
  /** Writes or changes the reader's note. */
  readonly onNote: () => void;
  /** Whether anything may be kept; not in private windows. */
  readonly remembers: boolean;
  /** Takes back what the notice tells of, where that can be. */
  readonly onUndo?: () => void;
}

/** The last part of the card; it stays in view while the texts above it scroll. */
export function CardActions(props: CardActionsProps) {
  const { t } = useText();
  const { onUndo, sidebarKeyHint, pinned, isSheet } = props;
  const [isMoreOpen, setMoreOpen] = useState(false);
  const moreId = useUniqueId();
  return (
    <div class="card-actions">
      <NoticeLine {...props} />
      <div class="card-buttons">
        <CardButton
          label={t(props.hasQuotations ? 'cardAllQuotes' : 'openSidePanel')}
          isMain
          onClick={props.onAllQuotes}
        />
        <CardButton
          label={t('cardPin')}
          title={pinned && !isSheet ? t('cardMoveHint') : undefined}
          aria-pressed={pinned}
          onClick={props.onTogglePin}
        />
        {!onUndo && (
          <CardButton
            label={t('cardMore')}
            aria-expanded={isMoreOpen}
            aria-controls={moreId}
            onClick={() => setMoreOpen(!isMoreOpen)}
          />
        )}
      </div>
      {isMoreOpen && !onUndo && <MoreButtons {...props} id={moreId} />}
      <CloseButton onClose={props.onClose} />
      {sidebarKeyHint && <p class="card-small">{t('cardSidebarHint', sidebarKeyHint)}</p>}
    </div>
  );
}

/** The cross at the card's upper corner; the last in the order of the keyboard. */
export function CloseButton({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  return (
    <button type="button" class="card-icon-button card-close" aria-label={t('cardClose')} onClick={onClose}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="m4 4 8 8m0-8-8 8" />
      </svg>
    </button>
  );
}

interface CardButtonProps {
  readonly label: string;
  readonly isMain?: boolean;
  readonly onClick: () => void;
  readonly title?: string;
  readonly 'aria-pressed'?: boolean;
  readonly 'aria-expanded'?: boolean;
  readonly 'aria-controls'?: string;
}

function CardButton({ label, isMain, ...attributes }: CardButtonProps) {
  return (
    <button type="button" class={isMain ? 'card-button card-button-main' : 'card-button'} {...attributes}>
      {label}
    </button>
  );
}

function MoreButtons({
  id,
  site,
  onNotThisMeaning,
  onKnowTerm,
  onNotOnThisSite,
  onCopy,
  hasNote,
  onNote,
  remembers,
}: CardActionsProps & { id: string }) {
  const { t } = useText();
  return (
    <div id={id} class="card-buttons card-more">
      {remembers && (
        <>
          <CardButton label={t('cardNotThisMeaning')} onClick={onNotThisMeaning} />
          <CardButton label={t('cardKnowTerm')} onClick={onKnowTerm} />
          {site && <CardButton label={t('cardNotOnThisSite')} onClick={onNotOnThisSite} />}
          <CardButton label={t(hasNote ? 'noteChange' : 'noteAdd')} onClick={onNote} />
        </>
      )}
      <CardButton label={t('cardCopyText')} onClick={() => onCopy(false)} />
      <CardButton label={t('cardCopyMarkdown')} onClick={() => onCopy(true)} />
    </div>
  );
}

/**
 * There before it has a text, so that the text is announced. Undo takes the focus over from the button that is gone, and
 * the card from Undo.
 */
function NoticeLine({ notice, label, site, onUndo }: CardActionsProps) {
  const { t } = useText();
  const line = useRef<HTMLDivElement>(null);
  const hadUndo = useRef(false);
  const hasUndo = onUndo !== undefined;
  useEffect(() => {
    const next = hasUndo ? line.current?.querySelector('button') : hadUndo.current && line.current?.closest('.card');
    if (next) (next as HTMLElement).focus({ preventScroll: true });
    hadUndo.current = hasUndo;
  }, [hasUndo]);
  return (
    <div class="card-notice" role="status" ref={line}>
      {notice && <span>{t(notice, label, site || t('cardThisSite'))}</span>}
      {onUndo && <CardButton label={t('cardUndo')} isMain onClick={onUndo} />}
    </div>
  );
}
