// All that a glossary quotes of its source, in the source's order, with the terms lit.
import { type Quotation, type Source, sourceOf } from '../glossary/model.ts';
import type { Answer, QuotedSection } from '../glossary/quoted-source.ts';
import type { QuotedTerms } from '../glossary/quoted-terms.ts';
import { readInContextUrl } from '../glossary/read-in-context.ts';
import { LitText } from './LitText.tsx';
import { useText } from './text.tsx';

interface QuotedSourceProps {
  readonly sections: readonly QuotedSection[];
  readonly terms: QuotedTerms;
  readonly glossary: { readonly source?: Source };
  readonly hrefOf: (key: string) => string;
  readonly onTerm: (key: string) => void;
}

/** Heading after heading, question after question. */
export function QuotedSource({ sections, ...rest }: QuotedSourceProps) {
  return (
    <div class="source">
      {sections.map(({ section, answers }) => (
        <section key={section ?? ''}>
          {section !== undefined && (
            <h2 class="source-heading" lang="">
              {section}
            </h2>
          )}
          {answers.map((answer) => (
            <AnswerView key={answer.question ?? ''} answer={answer} {...rest} />
          ))}
        </section>
      ))}
    </div>
  );
}

type AnswerViewProps = Omit<QuotedSourceProps, 'sections'> & { readonly answer: Answer };

/** The question, and below it what of the answer is quoted. The speaker is named where another one begins. */
function AnswerView({ answer: { question, passages }, terms, ...rest }: AnswerViewProps) {
  const { t } = useText();
  return (
    <div class="answer">
      {question !== undefined && (
        <p class="quotation-question" lang="">
          <span class="visually-hidden">{t('quotationQuestion')}: </span>
          <LitText text={question} terms={terms.get(question) ?? []} {...rest} />
        </p>
      )}
      {passages.map(({ quotation }, index) => (
        <PassageView
          key={quotation.text}
          quotation={quotation}
          isNewSpeaker={quotation.speaker !== passages[index - 1]?.quotation.speaker}
          terms={terms}
          {...rest}
        />
      ))}
    </div>
  );
}

type PassageViewProps = Omit<QuotedSourceProps, 'sections'> & {
  readonly quotation: Quotation;
  readonly isNewSpeaker: boolean;
};

function PassageView({ quotation, isNewSpeaker, terms, glossary, ...rest }: PassageViewProps) {
  const { t } = useText();
  const { url } = sourceOf(quotation, glossary);
  return (
    <figure class="quotation">
      {isNewSpeaker && <figcaption class="small">{quotation.speaker}</figcaption>}
      <blockquote lang="" cite={url}>
        <LitText text={quotation.text} terms={terms.get(quotation.text) ?? []} {...rest} />
      </blockquote>
      {url && (
        <p class="passage-way small">
          <a href={readInContextUrl(url, quotation.text)} target="_blank" rel="noreferrer">
            {t('quotationReadInContext')}
          </a>
        </p>
      )}
    </figure>
  );
}
