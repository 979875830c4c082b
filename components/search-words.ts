// What a reader looks for on a page, for whoever shows only what holds it.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The words of the search, in small letters; none where nothing is looked for. */
export const SearchWords = createContext<readonly string[]>([]);

/** The words of the search around the component. */
export function useSearchWords(): readonly string[] {
  return useContext(SearchWords);
}
