// All that is listed of this page, lit or not, and a field that narrows it down.
import { PageTermList, type TermMark } from '../../components/PageTermList.tsx';
import { useText } from '../../components/text.tsx';
import { UnlitNote } from '../../components/UnlitNote.tsx';
import type { PageTermsState, TermsReading } from '../shared/page-hooks.ts';
import type { UnlitReason } from '../shared/why-unlit.ts';
import { KnownTerms } from './KnownTerms.tsx';
import { hrefOf } from './route.ts';
import { isNamed } from './term-filter.ts';
import { UnlitTerms } from './UnlitTerms.tsx';
import { useDraft } from './use-draft.ts';
import type { Deed } from './use-last-deed.ts';
import { useMetTerms } from './use-met-terms.ts';
import { useSavedTerms } from './use-saved.ts';

interface PageListsProps {
  readonly page: Extract<PageTermsState, { status: 'read' }>;
  readonly terms: TermsReading;
  /** Said where nothing is lit. */
  readonly unlitReason: UnlitReason;
  readonly onExplain: (key: string) => void;
  readonly onDone: (deed: Deed) => void;
}

/** What is typed stays with the view: it is there again after a term was looked at. */
export function PageLists({ page, terms, unlitReason, onExplain, onDone }: PageListsProps) {
  const { t, tn, number } = useText();
  const [filter, setFilter] = useDraft('');
  const marksOf = useMarks();
  const readings = terms.status === 'read' ? terms.readings : [];
  const shown = page.terms.filter((term) => isNamed(term, readings, filter));
  const lit = page.terms.filter(({ unlit }) => unlit === null);
  const isFiltered = filter.trim() !== '';
  return (
    <>
      {(lit.length > 0 || isFiltered) && (
        <p class="small" role="status">
          {isFiltered
            ? t('pageFiltered', number(shown.length), number(page.terms.length))
            : tn('termsOnPage', lit.length)}
        </p>
      )}
      {lit.length === 0 && <UnlitNote {...unlitReason} />}
      {(page.terms.length > 1 || filter) && <FilterField filter={filter} onFilter={setFilter} />}
      {lit.length > 0 && (
        <PageTermList
          terms={shown.filter(({ unlit }) => unlit === null)}
          marksOf={marksOf}
          hrefOf={hrefOf}
          onReveal={page.reveal}
          onExplain={onExplain}
        />
      )}
      <KnownTerms terms={shown.filter(({ unlit }) => unlit === 'known')} onExplain={onExplain} onDone={onDone} />
      {terms.status === 'read' && (
        <UnlitTerms
          terms={shown.filter(({ unlit }) => unlit === 'level' || unlit === 'refused')}
          readings={readings}
          onExplain={onExplain}
        />
      )}
    </>
  );
}

interface FilterFieldProps {
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
}

function FilterField({ filter, onFilter }: FilterFieldProps) {
  const { t } = useText();
  return (
    <input
      class="search-input page-filter"
      type="search"
      aria-label={t('pageFilter')}
      placeholder={t('pageFilter')}
      autocomplete="off"
      spellcheck={false}
      value={filter}
      onInput={(event) => onFilter(event.currentTarget.value)}
    />
  );
}

/** What the reader has seen and saved. */
function useMarks(): (key: string) => TermMark[] {
  const met = useMetTerms();
  const saved = useSavedTerms();
  return (key) => [
    ...(saved?.some((term) => term.key === key) ? (['saved'] as const) : []),
    ...(met.has(key) ? (['seen'] as const) : []),
  ];
}
