// A field for the name of a site, with a button that adds it to a list.
import { useId, useRef, useState } from 'preact/hooks';
import { useText } from './text.tsx';

interface SiteFieldProps {
  readonly label: string;
  /** Returns whether the text names a site. */
  readonly onAdd: (text: string) => boolean;
}

/** What cannot be added stays in the field, and the line below says why. */
export function SiteField({ label, onAdd }: SiteFieldProps) {
  const { t } = useText();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isRefused, setRefused] = useState(false);
  const add = () => {
    const isAdded = onAdd(text);
    setRefused(!isAdded);
    if (isAdded) setText('');
    field.current?.focus();
  };
  return (
    <form
      class="site-field"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label for={id}>{label}</label>
      <div class="field-line">
        <input
          ref={field}
          id={id}
          class="field"
          type="text"
          inputMode="url"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-describedby={`${id}-hint`}
          aria-invalid={isRefused}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setRefused(false);
          }}
        />
        <button type="submit" class="button">
          {t('sitesAdd')}
        </button>
      </div>
      <p id={`${id}-hint`} class={isRefused ? 'field-fault' : 'small'} role="status">
        {t(isRefused ? 'sitesNotOne' : 'sitesHint')}
      </p>
    </form>
  );
}
