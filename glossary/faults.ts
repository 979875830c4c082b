// Says what is wrong with unknown input: the place, what was expected there, and what was found.
import type * as v from 'valibot';

/** What is wrong, by the name of its text in `public/_locales`. */
export type FaultName =
  | 'faultMissing'
  | 'faultOther'
  | 'faultText'
  | 'faultNumber'
  | 'faultWholeNumber'
  | 'faultBoolean'
  | 'faultList'
  | 'faultObject'
  | 'faultTooSmall'
  | 'faultTooLarge'
  | 'faultEmptyText'
  | 'faultEmptyList'
  | 'faultNoLanguage'
  | 'faultId'
  | 'faultLanguageTag'
  | 'faultWebAddress'
  | 'faultRepeated'
  | 'faultOwnId'
  | 'faultSite'
  | 'faultTermKey'
  | 'faultPageAddress'
  | 'faultDate'
  | 'faultNoJson'
  | 'faultNoJsonAt'
  | 'faultUnreadable';

/** One thing that is wrong. */
export interface Fault {
  /** `terms[12].senses[0].definition`; empty for the whole. */
  readonly place: string;
  readonly message: FaultName;
  /** What goes into the text, as it stands in the input: values, numbers, other places. */
  readonly values: readonly string[];
}

/** What valibot says of itself is wrong; for other checks, their message is the name. */
const NAMES: Readonly<Record<string, FaultName>> = {
  string: 'faultText',
  number: 'faultNumber',
  integer: 'faultWholeNumber',
  boolean: 'faultBoolean',
  array: 'faultList',
  loose_object: 'faultObject',
  record: 'faultObject',
  min_value: 'faultTooSmall',
  max_value: 'faultTooLarge',
  non_empty: 'faultEmptyText',
  min_length: 'faultEmptyList',
  min_entries: 'faultNoLanguage',
  literal: 'faultOther',
  picklist: 'faultOther',
};
const OWN_CHECKS: readonly string[] = ['check', 'check_items', 'regex'];
/** Faults whose text names what was expected, too. */
const WITH_EXPECTED: readonly FaultName[] = ['faultOther', 'faultTooSmall', 'faultTooLarge'];

/** What an issue says. `above` is where the whole stands. */
export function faultOf(issue: v.BaseIssue<unknown>, above: readonly (string | number)[] = []): Fault {
  const keys = [...above, ...(issue.path ?? []).map(({ key }) => key)];
  const path = keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  const place = path.replace(/^\./, '');
  if (issue.input === undefined) return { place, message: 'faultMissing', values: [] };
  const message = OWN_CHECKS.includes(issue.type) ? (issue.message as FaultName) : (NAMES[issue.type] ?? 'faultOther');
  const expected = (issue.expected ?? issue.message).replace(/^[<>]=/, '');
  return { place, message, values: [...(WITH_EXPECTED.includes(message) ? [expected] : []), foundIn(issue)] };
}

/** As it stands in the input; lists and objects by their brackets alone. */
function foundIn({ received }: v.BaseIssue<unknown>): string {
  return received === 'Array' ? '[…]' : received === 'Object' ? '{…}' : received;
}
