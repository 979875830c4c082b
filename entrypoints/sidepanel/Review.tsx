// A review of the saved terms that are due: one after another, each answer written at once, and taken back on wish.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ReviewCard } from '../../components/ReviewCard.tsx';
import { useText } from '../../components/text.tsx';
import type { TermReading } from '../shared/glossaries.ts';
import type { SavedTerm } from '../shared/memory.ts';
import { putSavedTerm } from '../shared/saved.ts';
import type { ReviewChoice, reviewChoices } from './review-schedule.ts';

interface ReviewProps {
  /** As they were when the review began. */
  readonly due: readonly SavedTerm[];
  /** Of all terms; `null` until they are read. */
  readonly readings: readonly TermReading[] | null;
  readonly onEnd: () => void;
}

interface ReviewState {
  readonly at: number;
  readonly isAnswered: boolean;
}

/** From the term that has been due longest to the last one. */
export function Review({ due, readings, onEnd }: ReviewProps) {
  const { t, tn, number } = useText();
  const choicesOf = useSchedule();
  const [{ at, isAnswered }, setState] = useState<ReviewState>({ at: 0, isAnswered: false });
  const saved = due[at];
  const end = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (!saved) end.current?.focus({ preventScroll: true }); // the last answer's button is gone
  }, [saved]);
  const answer = ({ card }: ReviewChoice) => {
    if (saved) void putSavedTerm({ ...saved, card });
    setState({ at: at + 1, isAnswered: false });
  };
  const undo = () => {
    const before = due[at - 1];
    if (before) void putSavedTerm(before);
    setState({ at: at - 1, isAnswered: true });
  };
  return (
    <div class="review">
      <p class="small" role="status">
        {saved ? t('reviewProgress', number(at + 1), number(due.length)) : tn('reviewDone', due.length)}
      </p>
      {saved && choicesOf && readings && (
        <ReviewCard
          key={saved.key}
          label={saved.label}
          term={readings.find(({ key }) => key === saved.key)?.term}
          sentence={saved.met?.sentence}
          isAnswered={isAnswered}
          answers={choicesOf(saved, new Date())}
          onShow={() => setState({ at, isAnswered: true })}
          onAnswer={answer}
        />
      )}
      <p class="tools">
        {at > 0 && (
          <button type="button" class="button" onClick={undo}>
            {t('reviewUndo')}
          </button>
        )}
        <button ref={end} type="button" class="button" onClick={onEnd}>
          {t('reviewEnd')}
        </button>
      </p>
    </div>
  );
}

/** How reviews are scheduled, or `null` until that is loaded. */
function useSchedule(): typeof reviewChoices | null {
  const [schedule, setSchedule] = useState<{ choices: typeof reviewChoices } | null>(null);
  useEffect(() => {
    void import('./review-schedule.ts').then(({ reviewChoices }) => setSchedule({ choices: reviewChoices }));
  }, []);
  return schedule?.choices ?? null;
}
