// Says in plain words that something is wrong, and keeps the exact errors behind a disclosure.
import { detailText, type ProblemDetail } from './problem-detail.ts';
import { type MessageKey, useText } from './text.tsx';

/** What is wrong: a sentence, and the exact errors. */
export interface Problem {
  readonly message: MessageKey;
  readonly details: readonly ProblemDetail[];
}

/** A note a problem; nothing where there is none. */
export function ProblemNotes({ problems }: { problems: readonly Problem[] }) {
  const { t } = useText();
  return (
    <div role="status">
      {problems.map(({ message, details }) => (
        <div key={message} class="problem">
          <p>{t(message)}</p>
          {details.length > 0 && (
            <details>
              <summary>{t('problemDetails')}</summary>
              <ul>
                {details
                  .map((detail) => detailText(detail, t))
                  .map((detail) => (
                    <li key={detail}>{detail}</li>
                  ))}
              </ul>
            </details>
          )}
        </div>
      ))}
    </div>
  );
}
