// Says who speaks in a quotation, where it was published and when.
import { type Quotation, type Source, sourceOf } from '../glossary/model.ts';
import { type Text, useText } from './text.tsx';

interface AttributionProps {
  readonly quotation: Quotation;
  readonly glossary: { readonly source?: Source };
}

/** One line: speaker, publication and date as given. */
export function Attribution({ quotation, glossary }: AttributionProps) {
  const { t } = useText();
  return <span>{attributionOf(quotation, glossary, t)}</span>;
}

/** The line as text. Where the publication speaks itself (`TMTPost`, `TMTPost (editor)`) it is named once. */
export function attributionOf(quotation: Quotation, glossary: AttributionProps['glossary'], t: Text['t']): string {
  const { speaker } = quotation;
  const { publisher, date } = sourceOf(quotation, glossary);
  const who = speaker === publisher ? t('quotationByPublication', speaker) : speaker;
  const isNamed = publisher !== undefined && (speaker === publisher || speaker.startsWith(`${publisher} `));
  return [who, isNamed ? undefined : publisher, date].filter(Boolean).join(', ');
}
