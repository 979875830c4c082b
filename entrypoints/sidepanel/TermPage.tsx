// The view of one term, found by its key or its id among all glossaries.
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { TermView } from '../../components/TermView.tsx';
import { useText } from '../../components/text.tsx';
import { neighboursOf } from '../../glossary/related.ts';
import type { TermReading } from '../shared/glossaries.ts';
import type { TermsReading } from '../shared/page-hooks.ts';
import { NoteSection } from './NoteSection.tsx';
import { OwnTermButtons } from './OwnTermButtons.tsx';
import { hrefOf } from './route.ts';
import { SaveButton } from './SaveButton.tsx';
import { isOwn } from './use-own-terms.ts';

interface TermPageProps {
  /** A term's key, or its id in whichever glossary has it first. */
  readonly id: string;
  /** Whether the reader has come to write a note. */
  readonly isNoteWanted?: boolean | undefined;
  readonly terms: TermsReading;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  readonly onTerm: (key: string) => void;
  /** What a term of the reader's own can be asked. */
  readonly onChange: (key: string) => void;
  readonly onDelete: (reading: TermReading) => void;
  /** The label of the term that was here until the reader deleted it. */
  readonly deletedLabel?: string | undefined;
}

/** The term, or a sentence where it is unknown. */
export function TermPage({ terms, ...props }: TermPageProps) {
  return terms.status === 'read' ? <FoundTerm readings={terms.readings} {...props} /> : null;
}

interface FoundTermProps extends Omit<TermPageProps, 'terms'> {
  readonly readings: readonly TermReading[];
}

function FoundTerm({ id, isNoteWanted, readings, headingRef, deletedLabel, ...callbacks }: FoundTermProps) {
  const { t } = useText();
  const reading = readings.find(({ key }) => key === id) ?? readings.find(({ term }) => term.id === id);
  const label = reading?.term.label ?? deletedLabel;
  const title = label ? `${label} – ${t('extensionName')}` : t('extensionName');
  useEffect(() => {
    document.title = title;
  }, [title]);
  if (!reading) return <UnknownTerm id={id} deletedLabel={deletedLabel} headingRef={headingRef} />;
  return (
    <TermView
      reading={reading}
      related={neighboursOf(reading.key, readings)}
      hrefOf={hrefOf}
      onRelated={callbacks.onTerm}
      actions={
        <div class="term-actions">
          <SaveButton key={reading.key} termKey={reading.key} label={reading.term.label} />
          {isOwn(reading) && (
            <OwnTermButtons
              onChange={() => callbacks.onChange(reading.key)}
              onDelete={() => callbacks.onDelete(reading)}
            />
          )}
        </div>
      }
      headingRef={headingRef}
    >
      <NoteSection key={`${reading.key} ${isNoteWanted}`} term={reading.key} isWanted={isNoteWanted ?? false} />
    </TermView>
  );
}

/** Says that there is no such term; of one that was there until now, the label alone. */
export function UnknownTerm({
  id,
  deletedLabel,
  headingRef,
}: Pick<FoundTermProps, 'id' | 'deletedLabel' | 'headingRef'>) {
  const { t } = useText();
  return (
    <>
      <h1 ref={headingRef} tabIndex={-1}>
        {deletedLabel ?? t('termUnknown', id)}
      </h1>
      {deletedLabel === undefined && <p class="secondary">{t('termUnknownHint')}</p>}
    </>
  );
}
