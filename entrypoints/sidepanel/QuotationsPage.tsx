// The view of all quotations of a glossary in the order of their source; with several glossaries, of the one chosen.

import type { RefObject } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { QuotedSource } from '../../components/QuotedSource.tsx';
import { publicationOf, SourceTitle } from '../../components/SourceTitle.tsx';
import { useText } from '../../components/text.tsx';
import { groupBy } from '../../glossary/group-by.ts';
import { localize } from '../../glossary/model.ts';
import { type QuotedSection, readInOrder } from '../../glossary/quoted-source.ts';
import { findQuotedTerms } from '../../glossary/quoted-terms.ts';
import type { StoredHead, TermReading } from '../shared/glossaries.ts';
import type { TermsReading } from '../shared/page-hooks.ts';
import { hrefOf } from './route.ts';

interface QuotationsPageProps {
  readonly terms: TermsReading;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  readonly onTerm: (key: string) => void;
}

/** A glossary that quotes something. */
interface QuotingGlossary {
  readonly head: StoredHead;
  readonly readings: readonly TermReading[];
  readonly sections: readonly QuotedSection[];
}

/** The quotations, or a sentence where there are none. */
export function QuotationsPage({ terms, headingRef, onTerm }: QuotationsPageProps) {
  const { t } = useText();
  const [chosen, setChosen] = useState<string>();
  const glossaries = useMemo(() => (terms.status === 'read' ? toQuotingGlossaries(terms.readings) : []), [terms]);
  const shown = glossaries.find(({ head }) => head.id === chosen) ?? glossaries[0];
  useEffect(() => {
    document.title = `${t('quotations')} – ${t('extensionName')}`;
  }, [t]);
  if (terms.status !== 'read') return null;
  return (
    <>
      <h1 ref={headingRef} tabIndex={-1}>
        {t('quotations')}
      </h1>
      {glossaries.length > 1 && <GlossaryChoice glossaries={glossaries} shown={shown} onChoose={setChosen} />}
      {shown ? <Quotations glossary={shown} onTerm={onTerm} /> : <p>{t('quotationsNone')}</p>}
    </>
  );
}

interface GlossaryChoiceProps {
  readonly glossaries: readonly QuotingGlossary[];
  readonly shown: QuotingGlossary | undefined;
  readonly onChoose: (id: string) => void;
}

function GlossaryChoice({ glossaries, shown, onChoose }: GlossaryChoiceProps) {
  const { t, languages } = useText();
  return (
    <select
      class="select"
      aria-label={t('quotationsGlossary')}
      value={shown?.head.id}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {glossaries.map(({ head }) => (
        <option key={head.id} value={head.id}>
          {localize(head.title, languages).text}
        </option>
      ))}
    </select>
  );
}

function Quotations({ glossary, onTerm }: { glossary: QuotingGlossary; onTerm: (key: string) => void }) {
  const { head, readings, sections } = glossary;
  const terms = useMemo(
    () => findQuotedTerms({ head, terms: readings.map(({ term }) => term) }, sections),
    [head, readings, sections],
  );
  return (
    <>
      <SourceLine head={head} />
      <QuotedSource sections={sections} terms={terms} glossary={head} hrefOf={hrefOf} onTerm={onTerm} />
    </>
  );
}

/** What is quoted, and who made it. */
function SourceLine({ head: { source } }: { head: StoredHead }) {
  if (!source?.title) return null;
  const place = publicationOf(source);
  return (
    <div class="source-line">
      <p lang="">
        <SourceTitle source={source} />
      </p>
      <p class="small" lang="">
        {[place, source.attribution].filter(Boolean).join('. ')}
      </p>
    </div>
  );
}

function toQuotingGlossaries(readings: readonly TermReading[]): QuotingGlossary[] {
  const byId = groupBy(readings, ({ glossary }) => glossary.id);
  return [...byId.values()].flatMap((ofGlossary) => {
    const sections = readInOrder(ofGlossary);
    const head = ofGlossary[0]?.glossary;
    return head && sections.length ? [{ head, readings: ofGlossary, sections }] : [];
  });
}
