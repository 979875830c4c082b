// Says in plain words that something is wrong, and keeps the exact errors behind a disclosure.
import { type MessageKey, useText } from './text.tsx';

/** What is wrong: a sentence, and the errors as they came. */
export interface Problem {
  readonly message: MessageKey;
  readonly details: readonly string[];
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
                {details.map((detail) => (
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
