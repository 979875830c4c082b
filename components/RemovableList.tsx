// A list of things that the reader has set, each with a button that takes it back.
import { useRef } from 'preact/hooks';
import { useText } from './text.tsx';

interface RemovableListProps<T> {
  readonly items: readonly T[];
  readonly nameOf: (item: T) => string;
  /** Said where the list is empty. */
  readonly none: string;
  readonly onRemove: (item: T) => void;
}

/** After a removal the focus goes to the list, so that the keyboard does not start over at the top of the page. */
export function RemovableList<T>({ items, nameOf, none, onRemove }: RemovableListProps<T>) {
  const { t } = useText();
  const list = useRef<HTMLDivElement>(null);
  const remove = (item: T) => {
    list.current?.focus();
    onRemove(item);
  };
  return (
    <div ref={list} tabIndex={-1} class="removable">
      {items.length === 0 && <p class="secondary">{none}</p>}
      <ul>
        {items.map((item) => (
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
    </div>
  );
}
