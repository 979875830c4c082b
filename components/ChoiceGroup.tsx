// One choice out of several, each with a line on what it means.
import { useId } from 'preact/hooks';

/** One of the things to choose from. */
export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  /** BCP 47 tag of the label, where it is not in the language of the page. */
  readonly lang?: string;
  readonly hint?: string;
}

interface ChoiceGroupProps<V extends string> {
  /** The id of the element that names the group. */
  readonly labelledBy: string;
  readonly choices: readonly Choice<V>[];
  readonly chosen: V;
  readonly onChoose: (value: V) => void;
}

/** A radio group: arrows move between its choices, and each takes effect at once. */
export function ChoiceGroup<V extends string>({ labelledBy, choices, chosen, onChoose }: ChoiceGroupProps<V>) {
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={labelledBy} class="choices">
      {choices.map(({ value, label, lang, hint }) => (
        <label key={value} class="choice">
          <input
            type="radio"
            name={id}
            value={value}
            checked={value === chosen}
            aria-labelledby={`${id}-${value}`}
            aria-describedby={hint && `${id}-${value}-hint`}
            onChange={() => onChoose(value)}
          />
          <span>
            <span id={`${id}-${value}`} lang={lang}>
              {label}
            </span>
            {hint && (
              <span id={`${id}-${value}-hint`} class="choice-hint small">
                {hint}
              </span>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}
