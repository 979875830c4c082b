// One quotation with all that a reader needs to judge it: the question, the section, who, where, when, and the way to it.
import { type Quotation, type Source, sourceOf } from '../glossary/model.ts';
import { readInContextUrl } from '../glossary/read-in-context.ts';
import { Attribution } from './Attribution.tsx';
import { useText } from './text.tsx';

interface QuotationViewProps {
  readonly quotation: Quotation;
  readonly label: string;
  readonly glossary: { readonly source?: Source };
}

/** The interviewer's question, the quotation, and the line below it. The section is a heading above and not shown here. */
export function QuotationView({ quotation, label, glossary }: QuotationViewProps) {
  const { t } = useText();
  const { url } = sourceOf(quotation, glossary);
  return (
    <figure class="quotation">
      {quotation.question && (
        <p class="quotation-question" lang="">
          <span class="visually-hidden">{t('quotationQuestion')}: </span>
          {quotation.question}
        </p>
      )}
      {quotation.namesTerm === false && <p class="small">{t('quotationWithoutTerm', label)}</p>}
      <blockquote lang="" cite={url}>
        {quotation.text}
      </blockquote>
      <figcaption class="quotation-source small">
        <Attribution quotation={quotation} glossary={glossary} />
        {url && (
          <a href={readInContextUrl(url, quotation.text)} target="_blank" rel="noreferrer">
            {t('quotationReadInContext')}
          </a>
        )}
      </figcaption>
    </figure>
  );
}
