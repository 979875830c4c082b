// Says why the popup's list is empty, and what to do.
import { useText } from '../../components/text.tsx';
import type { PageTermsState } from '../shared/page-hooks.ts';

interface EmptyNoteProps {
  readonly query: string;
  readonly page: PageTermsState;
  /** The site, where Termlight is off on it. */
  readonly siteOff: string | null;
}

/** One sentence, and a second in the secondary colour where it helps. */
export function EmptyNote({ query, page, siteOff }: EmptyNoteProps) {
  const { t } = useText();
  if (query) return <p class="empty">{t('searchNothing', query)}</p>;
  if (siteOff !== null) return <p class="empty">{t('pageSiteOff', siteOff)}</p>;
  if (page.status === 'reading') return <p class="empty secondary">{t('pageReading')}</p>;
  const isUnreadable = page.status === 'unreadable';
  return (
    <div class="empty">
      <p>{isUnreadable ? t('pageUnreadable') : t('pageNoTerms')}</p>
      <p class="secondary">{isUnreadable ? t('pageUnreadableHint') : t('pageNoTermsHint')}</p>
    </div>
  );
}
