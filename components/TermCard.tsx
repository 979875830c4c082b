// The card of one term: its names, its definition, one quotation, and what the reader can do about it.
import { useEffect, useRef } from 'preact/hooks';
import { localize } from '../glossary/model.ts';
import { Attribution } from './Attribution.tsx';
import { CardActions, type CardActionsProps } from './CardActions.tsx';
import type { RelatedTerm, TermReading } from './reading.ts';
import { namesBeside } from './term-names.ts';
import { useText } from './text.tsx';
import { useUniqueId } from './unique-id.ts';

const MOST_RELATED = 5; // terms; a card is for a glance, the panel has all
const MOST_BECAUSE = 3; // words; the first to be found, enough to judge by

/** What the card shows and what it calls back. It neither places itself nor decides when it opens. */
export interface TermCardProps extends Omit<CardActionsProps, 'label' | 'hasNote' | 'hasQuotations'> {
  readonly reading: TermReading;
  readonly related: readonly RelatedTerm[];
  /** The words that decided that the term stands here in this sense; empty where nothing had to be decided. */
  readonly because: readonly string[];
  /** Whether the choice of sense was close. */
  readonly isClose: boolean;
  /** Whether the reader came here from another term's card. */
  readonly canGoBack: boolean;
  readonly onRelated: (key: string) => void;
  readonly onBack: () => void;
}

/** The card's content: a dialog named by the term's label and described by its definition. Focus it (`tabIndex` is -1) where the keyboard opened it. */
export function TermCard({
  reading,
  related,
  because,
  isClose,
  canGoBack,
  onRelated,
  onBack,
  ...actions
}: TermCardProps) {
  const { label, senses } = reading.term;
  const { lang } = useText();
  const definitionId = useUniqueId();
  const card = useRef<HTMLDivElement>(null);
  const shown = useRef(reading);
  useEffect(() => {
    if (shown.current !== reading) card.current?.focus({ preventScroll: true }); // from the link that is gone
    shown.current = reading;
  }, [reading]);
  return (
    <div
      class="card"
      role="dialog"
      aria-label={label}
      aria-describedby={definitionId}
      tabIndex={-1}
      lang={lang}
      ref={card}
    >
      <CardHeading reading={reading} onBack={canGoBack ? onBack : undefined} />
      <div key={reading.key} class="card-body">
        <CardTexts reading={reading} definitionId={definitionId} />
        <Related terms={related} onRelated={onRelated} />
        <Because words={because} isClose={isClose} />
      </div>
      <CardActions
        key={reading.key}
        label={label}
        hasNote={Boolean(reading.note)}
        hasQuotations={senses.some(({ quotations }) => quotations?.length)}
        {...actions}
      />
    </div>
  );
}

function CardHeading({ reading, onBack }: { reading: TermReading; onBack?: () => void }) {
  const { t, languages } = useText();
  return (
    <div class="card-heading">
      {onBack && (
        <button
          type="button"
          class="card-icon-button"
          aria-label={t('cardBack')}
          title={t('cardBack')}
          onClick={onBack}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M10 3.5 5.5 8l4.5 4.5" />
          </svg>
        </button>
      )}
      <p class="card-names">
        <strong class="card-label">{reading.term.label}</strong>
        {namesBeside(reading.term, languages).map(({ text, lang }) => (
          <span key={text} class="card-name" lang={lang}>
            {text}
          </span>
        ))}
      </p>
    </div>
  );
}

function CardTexts({ reading, definitionId }: { reading: TermReading; definitionId: string }) {
  const { t, languages } = useText();
  const { term, glossary, note } = reading;
  const sense = term.senses[0];
  const quotation = sense?.quotations?.[0];
  const definition = sense && localize(sense.definition, languages);
  const title = localize(glossary.title, languages);
  return (
    <>
      {definition && (
        <p class="card-definition" id={definitionId} lang={definition.lang}>
          {definition.text}
        </p>
      )}
      {note && (
        <p class="card-note">
          <span class="card-small">{t('noteMine')}</span>
          <span lang="">{note}</span>
        </p>
      )}
      {!quotation && (
        <p class="card-small" lang={title.lang}>
          {title.text}
        </p>
      )}
      {quotation && (
        <figure class="card-quotation">
          {quotation.namesTerm === false && <p class="card-small">{t('quotationWithoutTerm', term.label)}</p>}
          <blockquote lang="">{quotation.text}</blockquote>
          <figcaption class="card-small">
            <Attribution quotation={quotation} glossary={glossary} />
          </figcaption>
        </figure>
      )}
    </>
  );
}

function Related({ terms, onRelated }: { terms: readonly RelatedTerm[]; onRelated: (key: string) => void }) {
  const { t } = useText();
  if (!terms.length) return null;
  return (
    <p class="card-related">
      <span class="card-small">{t('cardRelated')}</span>
      {terms.slice(0, MOST_RELATED).map(({ key, label }) => (
        <button key={key} type="button" class="card-link" onClick={() => onRelated(key)}>
          {label}
        </button>
      ))}
    </p>
  );
}

function Because({ words: all, isClose }: { words: readonly string[]; isClose: boolean }) {
  const { t, tn, list } = useText();
  const words = all.slice(0, MOST_BECAUSE);
  if (!words.length && !isClose) return null;
  return (
    <p class="card-small">
      {words.length > 0 && `${tn('cardBecause', words.length, list(words))} `}
      {isClose && t('cardMayDiffer')}
    </p>
  );
}
