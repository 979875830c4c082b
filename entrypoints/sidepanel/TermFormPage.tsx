// The view in which a reader adds a term of their own, or changes one; in private windows it says why there is none.
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { detailText, type ProblemDetail } from '../../components/problem-detail.ts';
import { TermForm } from '../../components/TermForm.tsx';
import { type MessageKey, useText } from '../../components/text.tsx';
import { longestDefinition } from '../../glossary/limits.ts';
import type { TermKey } from '../../glossary/model.ts';
import { type DraftFaults, draftFor, draftOf } from '../../glossary/term-draft.ts';
import { type EarlierTerm, sendMessage, type TermToPut } from '../shared/messages.ts';
import type { TermsReading } from '../shared/page-hooks.ts';
import { detailOf, isFull } from '../shared/problem.ts';
import { UnknownTerm } from './TermPage.tsx';
import { useDraft } from './use-draft.ts';
import { isOwn } from './use-own-terms.ts';
import { useIsPrivate } from './use-private.ts';

interface TermFormPageProps {
  readonly terms: TermsReading;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  /** Called once the term is stored and among those that are read; told what it was before. */
  readonly onSaved: (key: TermKey, label: string, earlier?: EarlierTerm) => void;
  readonly onCancel: () => void;
}

/** Adds a term by a text. Give it the text as its `key`: each has a state of its own. */
export function AddTermPage({ text, ...page }: TermFormPageProps & { readonly text: string }) {
  const { t, lang } = useText();
  return (
    <FormPage heading={t('ownTermAddHeading')} {...page}>
      <DraftForm given={{ draft: draftFor(text), language: lang }} submitLabel={t('ownTermSave')} {...page} />
    </FormPage>
  );
}

/** Changes the term with this key. Give it the key as its `key`, too. */
export function ChangeTermPage({ term: changed, ...page }: TermFormPageProps & { readonly term: TermKey }) {
  const { t, languages } = useText();
  if (page.terms.status !== 'read') return null;
  const reading = page.terms.readings.find(({ key }) => key === changed);
  if (!reading || !isOwn(reading)) return <UnknownTerm id={changed} headingRef={page.headingRef} />;
  const { key, term } = reading;
  return (
    <FormPage heading={t('ownTermChangeHeading', term.label)} {...page}>
      <DraftForm given={{ ...draftOf(term, languages), key }} submitLabel={t('ownTermSaveChanges')} {...page} />
    </FormPage>
  );
}

interface FormPageProps extends Pick<TermFormPageProps, 'headingRef'> {
  readonly heading: string;
  readonly children: ComponentChildren;
}

function FormPage({ heading, headingRef, children }: FormPageProps) {
  const { t } = useText();
  const isPrivate = useIsPrivate();
  useEffect(() => {
    document.title = `${heading} – ${t('extensionName')}`;
  }, [heading, t]);
  return (
    <>
      <h1 ref={headingRef} tabIndex={-1}>
        {heading}
      </h1>
      {isPrivate ? <p>{t('ownTermPrivate')}</p> : isPrivate === false && children}
    </>
  );
}

/** What hindered the last saving beside what is wrong with a field. */
interface SavingProblem {
  readonly message: MessageKey;
  readonly details: readonly ProblemDetail[];
}

interface DraftFormProps extends Omit<TermFormPageProps, 'headingRef'> {
  /** What the form begins with. */
  readonly given: TermToPut;
  readonly submitLabel: string;
}

function DraftForm({ given, submitLabel, terms, onSaved, onCancel }: DraftFormProps) {
  const { key, language } = useRef(given).current;
  const [draft, setDraft] = useDraft(given.draft);
  const [faults, setFaults] = useState<DraftFaults>({});
  const [problem, setProblem] = useState<SavingProblem | null>(null);
  const [saved, setSaved] = useState<SavedDraft | null>(null);
  const isSaving = useRef(false);
  useEffect(() => {
    const isThere = terms.status === 'read' && terms.readings.some((reading) => reading.key === saved?.key);
    if (saved && isThere) onSaved(saved.key, draft.label.trim(), saved.earlier);
  }, [terms, saved]);

  const save = async () => {
    if (isSaving.current) return;
    isSaving.current = true;
    const outcome = await put({ draft, language, key });
    isSaving.current = false;
    setFaults(outcome.faults ?? {});
    setProblem(outcome.problem ?? null);
    setSaved(outcome.saved ?? null);
  };
  return (
    <TermForm
      draft={draft}
      faults={faults}
      longestDefinition={longestDefinition(language)}
      submitLabel={submitLabel}
      onDraft={setDraft}
      onSubmit={() => void save()}
      onCancel={onCancel}
    >
      <div role="alert">{problem && <ProblemText {...problem} />}</div>
    </TermForm>
  );
}

function ProblemText({ message, details }: SavingProblem) {
  const { t } = useText();
  return (
    <div class="problem">
      <p>{t(message)}</p>
      <ul class="small">
        {details
          .map((detail) => detailText(detail, t))
          .map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
      </ul>
    </div>
  );
}

interface SavedDraft {
  readonly key: TermKey;
  readonly earlier?: EarlierTerm;
}

interface Outcome {
  readonly saved?: SavedDraft;
  readonly faults?: DraftFaults;
  readonly problem?: SavingProblem;
}

/** Has the term stored; what hinders that is told, never thrown. */
async function put(term: TermToPut): Promise<Outcome> {
  try {
    const answer = await sendMessage('putTerm', term);
    if (answer.ok) return { saved: answer };
    const { faults, termFaults } = answer;
    return { faults, ...(termFaults.length && { problem: { message: 'ownTermNotSaved', details: termFaults } }) };
  } catch (error) {
    if (isFull(error)) return { problem: { message: 'ownTermNoRoom', details: [] } };
    return { problem: { message: 'ownTermNotSaved', details: [detailOf(error)] } };
  }
}
