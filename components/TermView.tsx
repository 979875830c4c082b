// Everything the glossary has on one term, for reading at length.

import type { ComponentChildren, RefObject } from 'preact';
import { localize, type OtherSense, type Sense } from '../glossary/model.ts';
import type { Neighbour } from '../glossary/related.ts';
import { QuotationView } from './QuotationView.tsx';
import type { RelatedTerm, TermReading } from './reading.ts';
import { publicationOf, SourceTitle } from './SourceTitle.tsx';
import { TermLink } from './TermLink.tsx';
import { allNames } from './term-names.ts';
import { useText } from './text.tsx';

interface TermViewProps {
  readonly reading: TermReading;
  readonly related: readonly Neighbour[];
  /** The address that shows a term in the same page. */
  readonly hrefOf: (key: string) => string;
  readonly onRelated: (key: string) => void;
  /** What a reader can do with the term, below its names. */
  readonly actions?: ComponentChildren;
  /** Given the h1, which can take the focus. */
  readonly headingRef?: RefObject<HTMLHeadingElement | null>;
  /** Stands between what the term means and what was said of it. */
  readonly children?: ComponentChildren;
}

/** A term: its names, what it means, what was said of it, and where to go from there. */
export function TermView({ reading, related, hrefOf, onRelated, actions, headingRef, children }: TermViewProps) {
  const { term } = reading;
  const { languages } = useText();
  const names = allNames(term, languages);
  return (
    <article class="term">
      <h1 ref={headingRef} tabIndex={-1}>
        {term.label}
      </h1>
      {names.length > 0 && (
        <ul class="term-names">
          {names.map(({ text, lang }) => (
            <li key={text} lang={lang}>
              {text}
            </li>
          ))}
        </ul>
      )}
      {actions}
      {term.senses.map((sense) => (
        <SenseTexts key={sense.id} sense={sense} />
      ))}
      {children}
      <Quotations reading={reading} />
      <OtherSenses senses={term.otherSenses ?? []} />
      <RelatedTerms related={related} hrefOf={hrefOf} onRelated={onRelated} />
      <SourceNote reading={reading} />
    </article>
  );
}

function SenseTexts({ sense }: { sense: Sense }) {
  const { t, languages } = useText();
  const definition = localize(sense.definition, languages);
  const explanation = sense.explanation && localize(sense.explanation, languages);
  const since = sense.since && localize(sense.since, languages);
  return (
    <>
      <p class="term-definition" lang={definition.lang}>
        {definition.text}
      </p>
      {explanation && <p lang={explanation.lang}>{explanation.text}</p>}
      {since && (
        <>
          <h2>{t('termSince')}</h2>
          <p lang={since.lang}>{since.text}</p>
        </>
      )}
    </>
  );
}

function Quotations({ reading }: { reading: TermReading }) {
  const { tn } = useText();
  const quotations = reading.term.senses.flatMap((sense) => sense.quotations ?? []);
  if (!quotations.length) return null;
  return (
    <section>
      <h2>{tn('termQuotations', quotations.length)}</h2>
      {quotations.map((quotation, index) => (
        <div key={quotation.text} class="quotation-place">
          {quotation.section && quotation.section !== quotations[index - 1]?.section && (
            <h3 lang="">{quotation.section}</h3>
          )}
          <QuotationView quotation={quotation} label={reading.term.label} glossary={reading.glossary} />
        </div>
      ))}
    </section>
  );
}

function OtherSenses({ senses }: { senses: readonly OtherSense[] }) {
  const { t } = useText();
  if (!senses.length) return null;
  return (
    <section>
      <h2>{t('termOtherSenses')}</h2>
      <ul class="term-other-senses">
        {senses.map(({ label }) => (
          <li key={label} lang="">
            {label}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A map for walking: each related term, and behind it in smaller letters those that lie one step further. */
function RelatedTerms({ related, hrefOf, onRelated }: Pick<TermViewProps, 'related' | 'hrefOf' | 'onRelated'>) {
  const { t } = useText();
  if (!related.length) return null;
  const toLink = ({ key, label }: RelatedTerm) => (
    <TermLink termKey={key} hrefOf={hrefOf} onTerm={onRelated}>
      {label}
    </TermLink>
  );
  return (
    <section>
      <h2>{t('termRelated')}</h2>
      <ul class="term-related">
        {related.map((term) => (
          <li key={term.key}>
            {toLink(term)}
            {term.further.length > 0 && (
              <ul class="term-further small" aria-label={t('termFurther', term.label)}>
                {term.further.map((other) => (
                  <li key={other.key}>{toLink(other)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function SourceNote({ reading }: { reading: TermReading }) {
  const { t } = useText();
  const { source } = reading.glossary;
  if (!source?.title) return <GlossaryNote reading={reading} />;
  const place = publicationOf(source);
  return (
    <footer class="small">
      <h2>{t('termSource')}</h2>
      <p lang="">
        <SourceTitle source={source} />
        {place && `. ${place}`}
      </p>
      {source.attribution && <p lang="">{source.attribution}</p>}
    </footer>
  );
}

/** Where no source is named, whose words these are. */
function GlossaryNote({ reading }: { reading: TermReading }) {
  const { t, languages } = useText();
  const { text, lang } = localize(reading.glossary.title, languages);
  return (
    <footer class="small">
      <h2>{t('quotationsGlossary')}</h2>
      <p lang={lang}>{text}</p>
    </footer>
  );
}
