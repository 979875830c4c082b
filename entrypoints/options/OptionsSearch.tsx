// The search box above the options, and the search around their sections: those stay that hold all words that are typed.
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { SearchWords } from '../../components/search-words.ts';
import { useText } from '../../components/text.tsx';
import { FoundSections } from './OptionsSection.tsx';

/** What is typed, and how many sections hold it. */
export interface OptionsQuery {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** `null` where nothing is typed. */
  readonly found: number | null;
}

/** A search, and what to put around the sections. */
export function useOptionsSearch() {
  const { lang } = useText();
  const [query, onQuery] = useState('');
  const [sections, setSections] = useState<ReadonlyMap<string, boolean>>(new Map());
  const words = useMemo(() => query.toLocaleLowerCase(lang).split(/\s+/).filter(Boolean), [query, lang]);
  const tell = useMemo(
    () => (id: string, isFound: boolean) =>
      setSections((before) => (before.get(id) === isFound ? before : new Map(before).set(id, isFound))),
    [],
  );
  const found = words.length ? [...sections.values()].filter(Boolean).length : null;
  const search: OptionsQuery = { query, onQuery, found };
  return { search, words, tell };
}

/** Gives the sections inside it what is searched for. */
export function SearchedSections({ words, tell, children }: SearchedSectionsProps) {
  return (
    <SearchWords.Provider value={words}>
      <FoundSections.Provider value={tell}>{children}</FoundSections.Provider>
    </SearchWords.Provider>
  );
}

interface SearchedSectionsProps extends Pick<ReturnType<typeof useOptionsSearch>, 'words' | 'tell'> {
  readonly children: ComponentChildren;
}

/** The box, and a line on what it finds. */
export function OptionsSearch({ query, onQuery, found }: OptionsQuery) {
  const { t, tn } = useText();
  return (
    <search class="options-search">
      <input
        class="field"
        type="search"
        aria-label={t('optionsSearch')}
        placeholder={t('optionsSearch')}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
      <p role="status" class={found === 0 ? 'secondary' : 'visually-hidden'}>
        {found === 0 ? t('optionsSearchNothing', query.trim()) : found !== null && tn('optionsSearchCount', found)}
      </p>
    </search>
  );
}
