// Says one thing that is wrong on one line.
import type { MessageKey, Text } from './text.tsx';

/** What is wrong, and where: `terms[12].senses[0].definition`. Place and values stand as they are in what was read. */
export interface ProblemDetail {
  readonly place?: string;
  readonly message: MessageKey;
  readonly values?: readonly string[];
}

/** `terms[12].senses[0].definition: missing` */
export function detailText({ place, message, values = [] }: ProblemDetail, t: Text['t']): string {
  const text = t(message, ...values);
  return place ? t('problemAt', place, text) : text;
}
