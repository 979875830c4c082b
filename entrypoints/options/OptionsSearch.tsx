// The search box above the options: of the sections below it, those stay that hold all words that are typed.
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { useText } from '../../components/text.tsx';

/** Shows and hides the sections of a page. */
export function OptionsSearch({ page }: { page: RefObject<HTMLElement | null> }) {
  const { t, tn, lang } = useText();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<number | null>(null);
  useLayoutEffect(() => {
    const words = query.toLocaleLowerCase(lang).split(/\s+/).filter(Boolean);
    const sections = [...(page.current?.querySelectorAll('section') ?? [])];
    for (const section of sections) section.hidden = !holdsAll(section.textContent.toLocaleLowerCase(lang), words);
    setFound(words.length ? sections.filter(({ hidden }) => !hidden).length : null);
  }, [query, page, lang]);
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
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <p role="status" class={found === 0 ? 'secondary' : 'visually-hidden'}>
        {found === 0 ? t('optionsSearchNothing', query.trim()) : found !== null && tn('optionsSearchCount', found)}
      </p>
    </search>
  );
}

function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
