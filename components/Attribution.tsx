// Says who speaks in a quotation, where it was published and when.
import { type Quotation, type Source, sourceOf } from '../glossary/model.ts';
import { useText } from './text.tsx';

interface AttributionProps {
  readonly quotation: Quotation;
  readonly glossary: { readonly source?: Source };
}

/** Speaker, publication and date as given. Where the publication speaks itself, it says so and is named once. */
export function Attribution({ quotation, glossary }: AttributionProps) {
  const { t } = useText();
  const { publisher, date } = sourceOf(quotation, glossary);
  const { speaker } = quotation;
  const isPublication = speaker === publisher;
  const isNamedInSpeaker = publisher !== undefined && speaker.startsWith(publisher);
  const who = isPublication ? t('quotationByPublication', speaker) : speaker;
  const parts = [who, ...(publisher && !isNamedInSpeaker ? [publisher] : []), ...(date ? [date] : [])];
  return <span class="attribution">{parts.join(', ')}</span>;
}
