// The glossaries in the store: what each is, how large, and where it comes from.
import { publicationOf, SourceTitle } from '../../components/SourceTitle.tsx';
import { useText } from '../../components/text.tsx';
import { localize } from '../../glossary/model.ts';
import type { StoredHead, TermReading } from '../shared/glossaries.ts';

/** One line or two a glossary; a sentence where there is none. */
export function GlossaryList({ readings }: { readings: readonly TermReading[] }) {
  const { t } = useText();
  const heads = new Map(readings.map(({ glossary }) => [glossary.id, glossary]));
  if (!heads.size) return <p class="secondary">{t('optionsGlossariesNone')}</p>;
  return (
    <ul class="glossaries">
      {[...heads.values()].map((head) => (
        <li key={head.id}>
          <GlossaryNote head={head} />
        </li>
      ))}
    </ul>
  );
}

function GlossaryNote({ head }: { head: StoredHead }) {
  const { t, tn, languages } = useText();
  const { text, lang } = localize(head.title, languages);
  const { source, revision, termIds } = head;
  const place = source && publicationOf(source);
  const facts = [
    tn('optionsGlossaryTerms', termIds.length),
    ...(revision ? [t('optionsGlossaryRevision', revision)] : []),
  ];
  return (
    <>
      <h3 lang={lang}>{text}</h3>
      <p class="secondary">{facts.join(' · ')}</p>
      {source?.title && (
        <p class="secondary" lang="">
          <SourceTitle source={source} />
          {place && `. ${place}`}
        </p>
      )}
    </>
  );
}
