// The reader's own note on a term: written, kept as it is typed, deleted and taken back. In private windows there is none.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '../../components/text.tsx';
import type { TermKey } from '../../glossary/model.ts';
import { readNote, writeNote } from '../shared/notes.ts';
import { useIsPrivate } from './use-private.ts';

interface NoteSectionProps {
  readonly term: TermKey;
  /** Whether the reader has come to write. */
  readonly isWanted: boolean;
}

/** Give it the term as its `key`: each has a state of its own. */
export function NoteSection({ term, isWanted }: NoteSectionProps) {
  const { t } = useText();
  const isPrivate = useIsPrivate();
  const [note, setNote] = useState<string | null>(null);
  const [isWriting, setWriting] = useState(isWanted);
  const [deleted, setDeleted] = useState('');
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    if (isPrivate === false) void readNote(term).then(setNote);
  }, [term, isPrivate]);
  if (note === null) return null;

  const change = (text: string) => {
    setWriting(true);
    setNote(text);
    writeNote(term, text).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  const remove = () => {
    change('');
    setWriting(false);
    setDeleted(note);
  };
  const takeBack = () => {
    setDeleted('');
    change(deleted);
  };
  return (
    <section class="note">
      {note || isWriting ? (
        <NoteField note={note} takesFocus={isWriting} onChange={change} onDelete={remove} />
      ) : (
        !deleted && <NoteButton label={t('noteAdd')} onClick={() => setWriting(true)} />
      )}
      <p role="status" class="secondary">
        {isFailed ? t('problemNotSaved') : deleted ? t('noteDeleted') : ''}
      </p>
      {deleted && <NoteButton label={t('cardUndo')} takesFocus onClick={takeBack} />}
    </section>
  );
}

interface NoteFieldProps {
  readonly note: string;
  readonly takesFocus: boolean;
  readonly onChange: (note: string) => void;
  readonly onDelete: () => void;
}

function NoteField({ note, takesFocus, onChange, onDelete }: NoteFieldProps) {
  const { t } = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  return (
    <>
      <label>
        <h2>{t('noteMine')}</h2>
        <textarea ref={field} rows={3} lang="" value={note} onInput={(event) => onChange(event.currentTarget.value)} />
      </label>
      <div class="note-line small">
        {t('noteKept')}
        {note && <NoteButton label={t('noteDelete')} onClick={onDelete} />}
      </div>
    </>
  );
}

interface NoteButtonProps {
  readonly label: string;
  readonly takesFocus?: boolean;
  readonly onClick: () => void;
}

function NoteButton({ label, takesFocus, onClick }: NoteButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  return (
    <button type="button" class="button" ref={button} onClick={onClick}>
      {label}
    </button>
  );
}
