// The terms of this page that the reader's options leave unlit: by level, and those that mean something else here.

import { TermLink } from '../../components/TermLink.tsx';
import { type MessageKey, useText } from '../../components/text.tsx';
import { groupBy } from '../../glossary/group-by.ts';
import type { Level } from '../../glossary/model.ts';
import type { TermReading } from '../shared/glossaries.ts';
import type { PageTerm } from '../shared/page-terms.ts';
import { hrefOf } from './route.ts';

type Group = Level | 'refused';

const GROUPS = [
  ['specialist', 'pageUnlitSpecialist'],
  ['general', 'pageUnlitGeneral'],
  ['everyday', 'pageUnlitEveryday'],
  ['refused', 'pageUnlitRefused'],
] as const satisfies readonly (readonly [Group, MessageKey])[];

interface UnlitTermsProps {
  readonly terms: readonly PageTerm[];
  readonly readings: readonly TermReading[];
  readonly onExplain: (key: string) => void;
}

/** Nothing where the page has none. */
export function UnlitTerms({ terms, readings, onExplain }: UnlitTermsProps) {
  const { t } = useText();
  const groupOf = ({ key, unlit }: PageTerm): Group =>
    unlit === 'refused' ? unlit : (readings.find((reading) => reading.key === key)?.term.level ?? 'general');
  const grouped = groupBy(terms, groupOf);
  if (!terms.length) return null;
  return (
    <section class="unlit-terms">
      <h2>{t('pageUnlit')}</h2>
      {GROUPS.map(([group, heading]) => {
        const members = grouped.get(group);
        return (
          members && (
            <section key={group}>
              <h3>{t(heading)}</h3>
              <ul class="page-terms">
                {members.map((term) => (
                  <li key={term.key}>
                    <TermLink termKey={term.key} class="unlit-term" hrefOf={hrefOf} onTerm={onExplain}>
                      {term.label}
                    </TermLink>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </section>
  );
}
