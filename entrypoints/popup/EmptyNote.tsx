// Says why the popup's list is empty, and what to do.
import { type MessageKey, useText } from '../../components/text.tsx';
import type { PageTermsState, Restriction } from '../shared/page-hooks.ts';

interface EmptyNoteProps {
  readonly query: string;
  readonly page: PageTermsState;
  readonly isPaused: boolean;
  /** The site where Termlight is off on it; empty for a page of no site. */
  readonly siteOff: string | null;
  /** Why the browser lets nobody read the page, where that is known. */
  readonly restriction: Restriction | null;
  /** Makes what was searched for a term of the reader's own; not in private windows, where nothing is remembered. */
  readonly onAdd?: (() => void) | undefined;
}

const REASONS = {
  browser: ['pageOfBrowser', 'pageHintSearch'],
  store: ['pageOfStore', 'pageHintSearch'],
  reader: ['pageOfReader', 'pageHintSearch'],
  pdf: ['pageOfPdf', 'pageHintSelect'],
} as const satisfies Record<Restriction, readonly [MessageKey, MessageKey]>;

/** One sentence, and a second in the secondary colour where it helps. */
export function EmptyNote({ query, page, isPaused, siteOff, restriction, onAdd }: EmptyNoteProps) {
  const { t } = useText();
  if (query) {
    return (
      <div class="empty">
        <p>{t('searchNothing', query)}</p>
        {onAdd ? (
          <button type="button" class="button" onClick={onAdd}>
            {t('ownTermAdd', query)}
          </button>
        ) : (
          <p class="secondary">{t('ownTermPrivate')}</p>
        )}
      </div>
    );
  }
  if (page.status === 'reading') return <p class="empty secondary">{t('pageReading')}</p>;
  if (restriction) return <Reason reason={REASONS[restriction]} />;
  if (page.status === 'unreadable') return <Reason reason={['pageUnreadable', 'pageUnreadableHint']} />;
  if (isPaused) return <p class="empty">{t('pagePaused')}</p>;
  if (siteOff !== null) return <p class="empty">{siteOff ? t('pageSiteOff', siteOff) : t('pageNotListed')}</p>;
  return <Reason reason={['pageNoTerms', 'pageNoTermsHint']} />;
}

function Reason({ reason: [sentence, hint] }: { reason: readonly [MessageKey, MessageKey] }) {
  const { t } = useText();
  return (
    <div class="empty">
      <p>{t(sentence)}</p>
      <p class="secondary">{t(hint)}</p>
    </div>
  );
}
