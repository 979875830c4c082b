// A search box with its list of terms below: a combobox whose focus stays in the box while the arrows walk the list.
import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type TermOption, TermOptionLine } from './TermOptionLine.tsx';
import { useText } from './text.tsx';

interface SearchBoxProps {
  readonly query: string;
  readonly options: readonly TermOption[];
  /** Names the list: what the options are. */
  readonly listLabel: string;
  readonly onQuery: (query: string) => void;
  readonly onChoose: (key: string) => void;
}

/** Takes the focus at once. With a query its first option is active, so that Enter opens it. */
export function SearchBox({ query, options, listLabel, onQuery, onChoose }: SearchBoxProps) {
  const { t } = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState(-1);
  const active = Math.min(chosen < 0 && query.trim() ? 0 : chosen, options.length - 1);
  useEffect(() => input.current?.focus(), []);

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.isComposing) return; // Enter and the arrows belong to the input method
    const option = options[active];
    const next = nextActive(event.key, active, options.length);
    if (next !== null) setChosen(next);
    else if (event.key === 'Enter' && option) onChoose(option.key);
    else if (event.key === 'Escape' && query) changeQuery('');
    else return;
    event.preventDefault();
  };
  const changeQuery = (text: string) => {
    setChosen(-1);
    onQuery(text);
  };

  return (
    <>
      <input
        ref={input}
        class="search-input"
        type="text"
        role="combobox"
        aria-label={t('searchLabel')}
        placeholder={t('searchLabel')}
        aria-autocomplete="list"
        aria-expanded={options.length > 0}
        aria-controls={id}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={(event) => changeQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <OptionList id={id} label={listLabel} options={options} active={active} onChoose={onChoose} />
    </>
  );
}

/** Where a key moves to in the list, or `null` for a key that does not move. The ends meet. */
function nextActive(key: string, active: number, count: number): number | null {
  if (!count) return null;
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return active <= 0 ? count - 1 : active - 1;
  if (active < 0) return null; // Home and End move in the text until the list is entered
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

interface OptionListProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly TermOption[];
  readonly active: number;
  readonly onChoose: (key: string) => void;
}

function OptionList({ id, label, options, active, onChoose }: OptionListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.children[active]?.scrollIntoView({ block: 'nearest' }), [active]);
  return (
    <div ref={list} class="option-list" role="listbox" id={id} aria-label={label} hidden={!options.length}>
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box, aria-activedescendant tells the option
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box takes the keys
        <div
          key={option.key}
          id={`${id}-${index}`}
          class="option"
          role="option"
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option.key)}
        >
          <TermOptionLine option={option} />
        </div>
      ))}
    </div>
  );
}
