// A section of the options, which is there as long as it holds all words that are searched for.
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useSearchWords } from '../../components/search-words.ts';
import { useText } from '../../components/text.tsx';

/** Told of each section, by its id, whether it holds the words. */
export const FoundSections = createContext<(id: string, isFound: boolean) => void>(() => undefined);

/** Looks at its own text, whatever stands in it. */
export function OptionsSection({ children }: { children: ComponentChildren }) {
  const { lang } = useText();
  const words = useSearchWords();
  const tell = useContext(FoundSections);
  const id = useId();
  const section = useRef<HTMLElement>(null);
  const [isFound, setFound] = useState(true);
  useLayoutEffect(() => {
    const text = words.length ? (section.current?.textContent ?? '').toLocaleLowerCase(lang) : '';
    const isThere = words.every((word) => text.includes(word));
    setFound(isThere);
    tell(id, isThere);
  }); // after each rendering: its text may have changed
  return (
    <section ref={section} hidden={!isFound}>
      {children}
    </section>
  );
}
