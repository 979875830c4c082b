// The terms of this page, with what the reader has seen and saved of them, and a field that narrows them down.
import { useState } from 'preact/hooks';
import { type CountedTerm, PageTermList, type TermMark } from '../../components/PageTermList.tsx';
import { useText } from '../../components/text.tsx';
import { surfaceForms } from '../../glossary/compile.ts';
import { foldText } from '../../glossary/search-fold.ts';
import type { TermReading } from '../shared/glossaries.ts';
import type { TermsReading } from '../shared/page-hooks.ts';
import { hrefOf } from './route.ts';
import { useMetTerms } from './use-met-terms.ts';
import { useSavedTerms } from './use-saved.ts';

const LEAST_TO_FILTER = 6; // terms; fewer are seen at a glance

interface PageTermsProps<T extends CountedTerm> {
  readonly listed: readonly T[];
  readonly terms: TermsReading;
  readonly onReveal: (term: T) => void;
  readonly onExplain: (key: string) => void;
}

/** A term is found by the beginning or the inside of any of its names. */
export function PageTerms<T extends CountedTerm>({ listed, terms, onReveal, onExplain }: PageTermsProps<T>) {
  const { t, tn, number } = useText();
  const [filter, setFilter] = useState('');
  const met = useMetTerms();
  const saved = useSavedTerms();
  const marksOf = (key: string): TermMark[] => [
    ...(saved?.some((term) => term.key === key) ? (['saved'] as const) : []),
    ...(met.has(key) ? (['seen'] as const) : []),
  ];
  const readings = terms.status === 'read' ? terms.readings : [];
  const shown = listed.filter((term) => isNamed(term, readings, filter));
  return (
    <>
      <p class="small" role="status">
        {filter.trim()
          ? t('pageFiltered', number(shown.length), number(listed.length))
          : tn('termsOnPage', listed.length)}
      </p>
      {(listed.length >= LEAST_TO_FILTER || filter) && (
        <input
          class="search-input page-filter"
          type="search"
          aria-label={t('pageFilter')}
          placeholder={t('pageFilter')}
          autocomplete="off"
          spellcheck={false}
          value={filter}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
      )}
      <PageTermList terms={shown} marksOf={marksOf} hrefOf={hrefOf} onReveal={onReveal} onExplain={onExplain} />
    </>
  );
}

function isNamed({ key, label }: CountedTerm, readings: readonly TermReading[], filter: string): boolean {
  const wanted = foldText(filter).letters;
  if (!wanted) return true;
  const term = readings.find((reading) => reading.key === key)?.term;
  const names = [label, ...(term ? surfaceForms(term).map(({ text }) => text) : [])];
  return names.some((name) => foldText(name).letters.includes(wanted));
}
