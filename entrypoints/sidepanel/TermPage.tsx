// The view of one term, found by its key or its id among all glossaries.
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { TermView } from '../../components/TermView.tsx';
import { useText } from '../../components/text.tsx';
import { neighboursOf } from '../../glossary/related.ts';
import type { TermReading } from '../shared/glossaries.ts';
import type { TermsReading } from '../shared/page-hooks.ts';
import { NoteSection } from './NoteSection.tsx';
import { hrefOf } from './route.ts';
import { SaveButton } from './SaveButton.tsx';

interface TermPageProps {
  /** A term's key, or its id in whichever glossary has it first. */
  readonly id: string;
  /** Whether the reader has come to write a note. */
  readonly isNoteWanted?: boolean | undefined;
  readonly terms: TermsReading;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  readonly onTerm: (key: string) => void;
}

/** The term, or a sentence where it is unknown. */
export function TermPage({ id, isNoteWanted, terms, headingRef, onTerm }: TermPageProps) {
  if (terms.status !== 'read') return null;
  return (
    <FoundTerm id={id} isNoteWanted={isNoteWanted} readings={terms.readings} headingRef={headingRef} onTerm={onTerm} />
  );
}

interface FoundTermProps extends Pick<TermPageProps, 'id' | 'isNoteWanted' | 'headingRef' | 'onTerm'> {
  readonly readings: readonly TermReading[];
}

function FoundTerm({ id, isNoteWanted, readings, headingRef, onTerm }: FoundTermProps) {
  const { t } = useText();
  const reading = readings.find(({ key }) => key === id) ?? readings.find(({ term }) => term.id === id);
  const title = reading ? `${reading.term.label} – ${t('extensionName')}` : t('extensionName');
  useEffect(() => {
    document.title = title;
  }, [title]);
  if (!reading) return <UnknownTerm id={id} headingRef={headingRef} />;
  return (
    <TermView
      reading={reading}
      related={neighboursOf(reading.key, readings)}
      hrefOf={hrefOf}
      onRelated={onTerm}
      actions={<SaveButton key={reading.key} termKey={reading.key} label={reading.term.label} />}
      headingRef={headingRef}
    >
      <NoteSection key={`${reading.key} ${isNoteWanted}`} term={reading.key} isWanted={isNoteWanted ?? false} />
    </TermView>
  );
}

function UnknownTerm({ id, headingRef }: Pick<FoundTermProps, 'id' | 'headingRef'>) {
  const { t } = useText();
  return (
    <>
      <h1 ref={headingRef} tabIndex={-1}>
        {t('termUnknown', id)}
      </h1>
      <p class="secondary">{t('termUnknownHint')}</p>
    </>
  );
}
