// A list of things that the reader has set, each with a button that takes it away; the last one comes back with a click.
// Of a long one the first are shown, or those that are searched for.
import { useRef, useState } from 'preact/hooks';
import { useSearchWords } from './search-words.ts';
import { useText } from './text.tsx';
import { UndoBar } from './UndoBar.tsx';

const MOST_ROWS = 50; // each takes the page 0.1 ms and more to show

interface RemovableListProps<T> {
  readonly items: readonly T[];
  readonly nameOf: (item: T) => string;
  /** Said where the list is empty. */
  readonly none: string;
  readonly onRemove: (item: T) => void;
  readonly onRestore: (item: T) => void;
}

/** After an undo the focus goes to the list, so that the keyboard does not start over at the top of the page. */
export function RemovableList<T>({ items, nameOf, none, onRemove, onRestore }: RemovableListProps<T>) {
  const { t, number, lang } = useText();
  const words = useSearchWords();
  const list = useRef<HTMLDivElement>(null);
  const [removed, setRemoved] = useState<T | null>(null);
  const [isWhole, setWhole] = useState(false);
  const holdsAny = (item: T) => words.some((word) => nameOf(item).toLocaleLowerCase(lang).includes(word));
  const found = words.length ? items.filter(holdsAny) : [];
  const shown = isWhole ? items : (found.length ? found : items).slice(0, MOST_ROWS);
  const isGone = removed !== null && !items.some((item) => nameOf(item) === nameOf(removed));
  const remove = (item: T) => {
    onRemove(item);
    setRemoved(item);
  };
  const undo = () => {
    if (removed !== null) onRestore(removed);
    setRemoved(null);
    list.current?.focus();
  };
  return (
    <div ref={list} tabIndex={-1} class="removable">
      {items.length === 0 && <p class="secondary">{none}</p>}
      <ul>
        {shown.map((item) => (
          <li key={nameOf(item)}>
            <span>{nameOf(item)}</span>
            <button
              type="button"
              class="button"
              aria-label={t('optionsRemoveNamed', nameOf(item))}
              onClick={() => remove(item)}
            >
              {t('optionsRemove')}
            </button>
          </li>
        ))}
      </ul>
      {shown.length < items.length && (
        <button
          type="button"
          class="button"
          onClick={() => {
            setWhole(true);
            list.current?.focus(); // the button goes
          }}
        >
          {t('optionsShowAll', number(items.length))}
        </button>
      )}
      <UndoBar done={isGone ? t('optionsRemoved', nameOf(removed)) : null} onUndo={undo} />
    </div>
  );
}
