// One term under review: first its name and where it was met, then what it means and how well it was known.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { localize, type Term } from '../glossary/model.ts';
import { formatInterval } from './interval.ts';
import { useText } from './text.tsx';

/** An answer that can be given, and how long until the term comes again. */
export interface ReviewAnswer {
  readonly name: 'again' | 'hard' | 'good' | 'easy';
  /** In milliseconds. */
  readonly interval: number;
}

const ANSWER_TEXTS = { again: 'reviewAgain', hard: 'reviewHard', good: 'reviewGood', easy: 'reviewEasy' } as const;

interface ReviewCardProps<A extends ReviewAnswer> {
  readonly label: string;
  /** Not there where its glossary is gone. */
  readonly term: Term | undefined;
  /** The sentence it was met in. */
  readonly sentence: string | undefined;
  readonly isAnswered: boolean;
  readonly answers: readonly A[];
  readonly onShow: () => void;
  readonly onAnswer: (answer: A) => void;
}

/** The keys 1 to 4 answer while the focus is within. */
export function ReviewCard<A extends ReviewAnswer>(props: ReviewCardProps<A>) {
  const { label, sentence, term, isAnswered, answers, onShow, onAnswer } = props;
  const { t } = useText();
  const card = useRef<HTMLElement>(null);
  useLayoutEffect(
    () => card.current?.querySelector<HTMLElement>('.review-next')?.focus({ preventScroll: true }),
    [label, isAnswered],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const answer = answers[Number(event.key) - 1];
    if (!isAnswered || !answer || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onAnswer(answer);
  };
  return (
    <section ref={card} class="review-card" aria-label={label} onKeyDown={onKeyDown}>
      <h2>{label}</h2>
      {sentence && (
        <p class="review-sentence" lang="">
          {sentence}
        </p>
      )}
      {isAnswered ? (
        <>
          <Meaning term={term} />
          <div class="review-answers">
            {answers.map((answer) => (
              <AnswerButton key={answer.name} answer={answer} onAnswer={() => onAnswer(answer)} />
            ))}
          </div>
        </>
      ) : (
        <button type="button" class="button review-next" onClick={onShow}>
          {t('reviewShow')}
        </button>
      )}
    </section>
  );
}

function Meaning({ term }: { term: Term | undefined }) {
  const { t, languages } = useText();
  const sense = term?.senses[0];
  if (!sense) return <p class="secondary">{t('termUnknownHint')}</p>;
  const definition = localize(sense.definition, languages);
  const quotation = sense.quotations?.[0];
  return (
    <div class="quotation">
      <p class="term-definition" lang={definition.lang}>
        {definition.text}
      </p>
      {quotation && <blockquote lang="">{quotation.text}</blockquote>}
    </div>
  );
}

function AnswerButton({ answer, onAnswer }: { answer: ReviewAnswer; onAnswer: () => void }) {
  const { t, lang } = useText();
  return (
    <button type="button" class={answer.name === 'good' ? 'button review-next' : 'button'} onClick={onAnswer}>
      {t(ANSWER_TEXTS[answer.name])} <span class="small">{formatInterval(answer.interval, lang)}</span>
    </button>
  );
}
