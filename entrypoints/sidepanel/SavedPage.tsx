// The view of the saved terms: which are due for a review, and all of them.
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ExportMenu } from '../../components/ExportMenu.tsx';
import { SavedTermList } from '../../components/SavedTermList.tsx';
import { useText } from '../../components/text.tsx';
import { UndoBar } from '../../components/UndoBar.tsx';
import type { SavedTerm } from '../shared/memory.ts';
import type { TermsReading } from '../shared/page-hooks.ts';
import { dueOf, putSavedTerm, removeSavedTerm } from '../shared/saved.ts';
import { downloadTerms } from './download.ts';
import { Review } from './Review.tsx';
import { hrefOf } from './route.ts';
import { useIsPrivate } from './use-private.ts';
import { useSavedTerms } from './use-saved.ts';

interface SavedPageProps {
  readonly terms: TermsReading;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  readonly onTerm: (key: string) => void;
}

/** The list, or the review in its place. In private windows the list can be read, and no more. */
export function SavedPage({ terms, headingRef, onTerm }: SavedPageProps) {
  const text = useText();
  const { t, tn } = text;
  const saved = useSavedTerms();
  const isPrivate = useIsPrivate();
  const [reviewed, setReviewed] = useState<readonly SavedTerm[] | null>(null);
  const [removed, setRemoved] = useState<SavedTerm | null>(null);
  useEffect(() => {
    document.title = `${t('saved')} – ${t('extensionName')}`;
  }, [t]);
  const readings = terms.status === 'read' ? terms.readings : [];
  const listed = (saved ?? []).map((term) => ({
    ...term,
    due: dueOf(term),
    met: term.met,
    reading: readings.find(({ key }) => key === term.key),
  }));
  const now = Date.now();
  const due = (saved ?? []).filter((term) => dueOf(term) <= now).sort((a, b) => dueOf(a) - dueOf(b));
  const endReview = () => {
    setReviewed(null);
    headingRef.current?.focus({ preventScroll: true });
  };
  const remove = (term: SavedTerm) => void removeSavedTerm(term.key).then(() => setRemoved(term));
  const undo = async () => {
    if (removed) await putSavedTerm(removed);
    setRemoved(null);
    headingRef.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <h1 ref={headingRef} tabIndex={-1}>
        {t('saved')}
      </h1>
      {reviewed ? (
        <Review due={reviewed} readings={readings} onEnd={endReview} />
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
          <ExportMenu onExport={(format) => downloadTerms(listed, format, 'saved', text)} />
          <SavedTermList
            terms={listed}
            now={now}
            hrefOf={hrefOf}
            onTerm={onTerm}
            onRemove={isPrivate === false ? remove : undefined}
          />
        </>
      ) : (
        saved && <p class="secondary empty">{t('savedNone')}</p>
      )}
      <UndoBar done={removed && t('savedRemoved', removed.label)} onUndo={undo} />
    </>
  );
}
