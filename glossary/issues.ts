// Says in words what is wrong with unknown input: the place, and what was expected there.
import type * as v from 'valibot';

/** One line on an issue: `terms[12].senses[0].definition: missing`. `whole` names the place of one that has no path, `above` is where the whole stands. */
export function describeIssue(
  issue: v.BaseIssue<unknown>,
  whole: string,
  above: readonly (string | number)[] = [],
): string {
  const keys = [...above, ...(issue.path ?? []).map(({ key }) => key)];
  const path = keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  const place = path.replace(/^\./, '') || whole;
  return issue.input === undefined
    ? `${place}: missing`
    : `${place}: expected ${expectation(issue)}, found ${issue.received}`;
}

function expectation(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'non_empty') return 'a text that is not empty';
  if (issue.type === 'min_entries') return 'at least one language';
  if (issue.type === 'min_length') return 'at least one';
  return issue.expected ?? issue.message;
}
