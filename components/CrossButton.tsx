// A small button with a cross: puts a thing away, or takes it out of a list.

interface CrossButtonProps {
  /** What a screen reader says; it names the thing. */
  readonly label: string;
  /** What is shown at the pointer; the label where there is none. */
  readonly title?: string;
  readonly onClick: () => void;
}

/** The button. */
export function CrossButton({ label, title = label, onClick }: CrossButtonProps) {
  return (
    <button type="button" class="arrow-button" aria-label={label} title={title} onClick={onClick}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="m4.5 4.5 7 7m0-7-7 7" />
      </svg>
    </button>
  );
}
