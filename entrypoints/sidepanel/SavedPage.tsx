// The view of the saved terms: which are due for a review, and all of them.
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ConfirmedButton } from '../../components/ConfirmedButton.tsx';
import { ExportMenu } from '../../components/ExportMenu.tsx';
import type { ExportFormat } from '../../components/exported-terms.ts';
import { SavedTermList } from '../../components/SavedTermList.tsx';
import { useText } from '../../components/text.tsx';
import { readAllTerms } from '../shared/glossaries.ts';
import type { SavedTerm } from '../shared/memory.ts';
import type { TermsReading } from '../shared/page-hooks.ts';
import { dueOf, putSavedTerms, removeAllSavedTerms, removeSavedTerm } from '../shared/saved.ts';
import { downloadTerms } from './download.ts';
import { Review } from './Review.tsx';
import { hrefOf } from './route.ts';
import type { Deed } from './use-last-deed.ts';
import { useIsPrivate } from './use-private.ts';
import { useSavedTerms } from './use-saved.ts';

interface SavedPageProps {
  readonly terms: TermsReading;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  readonly onTerm: (key: string) => void;
  readonly onDone: (deed: Deed) => void;
}

/** The list, or the review in its place. In private windows the list can be read, and no more. */
export function SavedPage({ terms, headingRef, onTerm, onDone }: SavedPageProps) {
  const text = useText();
  const { t, tn } = text;
  const saved = useSavedTerms();
  const isPrivate = useIsPrivate();
  const [reviewed, setReviewed] = useState<readonly SavedTerm[] | null>(null);
  useEffect(() => {
    document.title = `${t('saved')} – ${t('extensionName')}`;
  }, [t]);
  const readings = terms.status === 'read' ? terms.readings : [];
  const listed = (saved ?? []).map((term) => ({
    ...term,
    due: dueOf(term),
    reading: readings.find(({ key }) => key === term.key),
  }));
  // Read for it: the panel may not have read them yet.
  const download = async (format: ExportFormat) => {
    const all = await readAllTerms();
    const exported = (saved ?? []).map(({ key, label, met }) => ({
      label,
      met,
      reading: all.find((reading) => reading.key === key),
    }));
    await downloadTerms(exported, format, 'saved', text);
  };
  const now = Date.now();
  const due = (saved ?? []).filter((term) => dueOf(term) <= now).sort((a, b) => dueOf(a) - dueOf(b));
  const endReview = () => {
    setReviewed(null);
    headingRef.current?.focus({ preventScroll: true });
  };
  const remove = async ({ key, label }: SavedTerm) => {
    const removed = await removeSavedTerm(key);
    onDone({ text: t('savedRemoved', label), undo: () => putSavedTerms(removed) });
  };
  const removeAll = async () => {
    const removed = await removeAllSavedTerms();
    onDone({ text: tn('savedAllRemoved', removed.length), undo: () => putSavedTerms(removed) });
  };
  return (
    <>
      <h1 ref={headingRef} tabIndex={-1}>
        {t('saved')}
      </h1>
      {reviewed ? (
        <Review due={reviewed} readings={terms.status === 'reading' ? null : readings} onEnd={endReview} />
      ) : saved?.length ? (
        <>
          <div class="tools">
            <p class="secondary">{due.length ? tn('savedDue', due.length) : t('savedNoneDue')}</p>
            {due.length > 0 && isPrivate === false && (
              <button type="button" class="button" onClick={() => setReviewed(due)}>
                {t('review')}
              </button>
            )}
          </div>
          {isPrivate && <p class="small">{t('savedPrivate')}</p>}
          <ExportMenu onExport={(format) => void download(format)} />
          <SavedTermList
            terms={listed}
            now={now}
            hrefOf={hrefOf}
            onTerm={onTerm}
            onRemove={isPrivate === false ? (term) => void remove(term) : undefined}
          />
          {isPrivate === false && (
            <div class="tools">
              <ConfirmedButton
                label={t('savedRemoveAll')}
                question={tn('savedRemoveAllQuestion', saved.length)}
                answer={t('optionsRemove')}
                onConfirm={() => void removeAll()}
              />
            </div>
          )}
        </>
      ) : (
        saved && <p class="secondary empty">{t('savedNone')}</p>
      )}
    </>
  );
}
