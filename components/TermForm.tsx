// The form in which a reader writes a term of their own.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { DraftFault, DraftFaults, TermDraft } from '../glossary/term-draft.ts';
import { type MessageKey, useText } from './text.tsx';

type Field = keyof TermDraft;

/** The texts of each field: its name, a line on what belongs there, and what is said of each fault. */
const FIELDS: Readonly<
  Record<Field, { label: MessageKey; hint: MessageKey; faults: Partial<Record<DraftFault['kind'], MessageKey>> }>
> = {
  label: {
    label: 'ownTermLabel',
    hint: 'ownTermLabelHint',
    faults: { empty: 'ownTermLabelEmpty', taken: 'ownTermLabelTaken', long: 'ownTermLong' },
  },
  spellings: {
    label: 'ownTermSpellings',
    hint: 'ownTermSpellingsHint',
    faults: { empty: 'ownTermSpellingsEmpty', long: 'ownTermSpellingsLong', many: 'ownTermSpellingsMany' },
  },
  definition: {
    label: 'ownTermMeaning',
    hint: 'ownTermMeaningHint',
    faults: { empty: 'ownTermMeaningEmpty', long: 'ownTermLong' },
  },
};

interface TermFormProps {
  readonly draft: TermDraft;
  /** What is wrong with it, as it was when it was last to be saved. */
  readonly faults: DraftFaults;
  /** The most characters of the definition. */
  readonly longestDefinition: number;
  /** What the button that saves says. */
  readonly submitLabel: string;
  readonly onDraft: (draft: TermDraft) => void;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  /** Stands above the buttons. */
  readonly children?: ComponentChildren;
}

/** Begins where something is to be written: at the meaning where the term is there. Goes to the first field that is wrong. */
export function TermForm({ draft, faults, onDraft, onSubmit, onCancel, ...props }: TermFormProps) {
  const { t } = useText();
  const form = useRef<HTMLFormElement>(null);
  const focusOn = (selector: string) => form.current?.querySelector<HTMLElement>(selector)?.focus();
  useEffect(() => focusOn(draft.label ? '[name="definition"]' : '[name="label"]'), []);
  useLayoutEffect(() => focusOn('[aria-invalid="true"]'), [faults]);
  const fieldProps = (name: Field) => ({
    name,
    fault: faults[name],
    value: draft[name],
    onInput: (text: string) => onDraft({ ...draft, [name]: text }),
  });
  return (
    <form
      ref={form}
      class="term-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <TextField {...fieldProps('label')} isRequired />
      <TextField {...fieldProps('definition')} rows={4} most={props.longestDefinition} isRequired />
      <TextField {...fieldProps('spellings')} rows={2} />
      <div>
        {props.children}
        <div class="term-form-buttons">
          <button type="submit" class="button button-main">
            {props.submitLabel}
          </button>
          <button type="button" class="button" onClick={onCancel}>
            {t('cancel')}
          </button>
        </div>
      </div>
    </form>
  );
}

interface TextFieldProps {
  readonly name: Field;
  readonly value: string;
  readonly fault: DraftFault | undefined;
  /** Lines; one where they are not given. */
  readonly rows?: number;
  /** For the hint: how many characters there may be. */
  readonly most?: number;
  readonly isRequired?: boolean;
  readonly onInput: (text: string) => void;
}

function TextField({ name, value, fault, rows, most, isRequired = false, onInput }: TextFieldProps) {
  const { t, number } = useText();
  const id = useId();
  const { label, hint, faults } = FIELDS[name];
  const faultText = fault && faults[fault.kind];
  const attributes = {
    id,
    name,
    value,
    lang: '',
    autocomplete: 'off',
    'aria-required': isRequired,
    'aria-invalid': fault !== undefined,
    'aria-describedby': `${id}-hint`,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => onInput(currentTarget.value),
  } as const;
  return (
    <div class="term-field">
      <label for={id}>{t(label)}</label>
      {rows ? <textarea {...attributes} rows={rows} /> : <input {...attributes} type="text" />}
      <p id={`${id}-hint`} class={faultText ? 'field-fault' : 'small'}>
        {faultText ? t(faultText, ...countsOf(fault).map(number)) : t(hint, ...(most ? [number(most)] : []))}
      </p>
    </div>
  );
}

function countsOf(fault: DraftFault): number[] {
  return 'most' in fault ? [fault.most, fault.found] : [];
}
