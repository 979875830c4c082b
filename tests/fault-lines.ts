// What readers are told of faults, in English, as lines of a test's expectation.
import type { Fault } from '../glossary/faults.ts';
import { uiText } from '../scripts/ui-text.ts';

/** `terms[12].senses[0].definition: missing` */
export function faultLines(faults: readonly Fault[]): string[] {
  return faults.map(({ place, message, values }) => {
    const text = uiText('en', message, ...values);
    return place ? `${place}: ${text}` : text;
  });
}
