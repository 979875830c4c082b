// The view of a text that a reader looked up: the term that it names, or those that come near, or that there is none.
import type { ComponentProps } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { FoundTermList } from '../../components/FoundTermList.tsx';
import type { TermOption } from '../../components/TermOptionLine.tsx';
import { toFoundOption, toOption } from '../../components/term-options.ts';
import { type MessageKey, useText } from '../../components/text.tsx';
import type { LookUpResult } from '../../glossary/look-up.ts';
import type { TermReading } from '../shared/glossaries.ts';
import type { TermsReading } from '../shared/page-hooks.ts';
import { AddTermLink } from './AddTermLink.tsx';
import { hrefOf } from './route.ts';
import { TermPage } from './TermPage.tsx';

const MOST_SIMILAR = 20; // terms; those after them come near to nothing that was meant

/** A single term is shown as its own page shows it. */
interface LookUpPageProps extends Omit<ComponentProps<typeof TermPage>, 'id' | 'isNoteWanted' | 'deletedLabel'> {
  readonly text: string;
  /** The reader has chosen one of several terms. */
  readonly onChosen: (key: string) => void;
  /** The reader wants the text for a term of their own. */
  readonly onAdd: (text: string) => void;
}

/** A single term with this name at length; else a list, or a sentence. */
export function LookUpPage({ text, onChosen, onAdd, ...props }: LookUpPageProps) {
  const { terms, headingRef } = props;
  const result = useLookUp(text, terms);
  const [only, another] = result?.named ?? [];
  if (only && !another) {
    return <TermPage id={only.key} {...props} />;
  }
  return result && <FoundTerms text={text} result={result} headingRef={headingRef} onTerm={onChosen} onAdd={onAdd} />;
}

interface FoundTermsProps extends Pick<LookUpPageProps, 'text' | 'headingRef' | 'onTerm' | 'onAdd'> {
  readonly result: LookUpResult<TermReading>;
}

function FoundTerms({ text, result, headingRef, onTerm, onAdd }: FoundTermsProps) {
  const { t, languages } = useText();
  const heading = t('lookUpHeading', text);
  useEffect(() => {
    document.title = `${heading} – ${t('extensionName')}`;
  }, [heading, t]);
  const groups = toGroups(result, languages).filter(({ options }) => options.length > 0);
  return (
    <>
      <h1 ref={headingRef} tabIndex={-1}>
        {heading}
      </h1>
      {result.named.length === 0 && <p>{t('lookUpNothing')}</p>}
      {groups.length === 0 && <p class="secondary">{t('lookUpNothingHint')}</p>}
      {result.named.length === 0 && <AddTermLink text={text} onAdd={onAdd} />}
      {groups.map(({ sentence, options }) => (
        <section key={sentence} class="found">
          <p>{t(sentence)}</p>
          <FoundTermList options={options} hrefOf={hrefOf} onTerm={onTerm} />
        </section>
      ))}
    </>
  );
}

/** The terms to list, with the sentence above each list. */
function toGroups(
  { named, contained, similar }: LookUpResult<TermReading>,
  languages: readonly string[],
): { sentence: MessageKey; options: TermOption[] }[] {
  const toOptions = (readings: readonly TermReading[]) => readings.map((reading) => toOption(reading, languages));
  if (named.length) return [{ sentence: 'lookUpSeveral', options: toOptions(named) }];
  const nearest = similar.slice(0, MOST_SIMILAR).map((found) => toFoundOption(found, languages));
  return [
    { sentence: 'lookUpContained', options: toOptions(contained) },
    { sentence: 'lookUpSimilar', options: nearest },
  ];
}

/** What the glossaries have for a text, or `null` until they are read. The search is loaded when it is first needed. */
function useLookUp(text: string, terms: TermsReading): LookUpResult<TermReading> | null {
  const { languages } = useText();
  const [result, setResult] = useState<LookUpResult<TermReading> | null>(null);
  useEffect(() => {
    if (terms.status !== 'read') return;
    const leaving = new AbortController();
    void import('../../glossary/look-up.ts').then(({ createLookUp }) => {
      if (!leaving.signal.aborted) setResult(createLookUp(terms.readings, languages)(text));
    });
    return () => {
      leaving.abort();
      setResult(null);
    };
  }, [text, terms, languages]);
  return result;
}
