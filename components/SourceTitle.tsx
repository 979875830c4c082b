// Names the publication that a glossary is made from, with a link where it has an address.
import type { Source } from '../glossary/model.ts';

/** Its title as it was given. */
export function SourceTitle({ source: { title, url } }: { source: Source }) {
  if (!url) return <>{title}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {title}
    </a>
  );
}

/** Who published it, and when. */
export function publicationOf({ publisher, date }: Source): string {
  return [publisher, date].filter(Boolean).join(', ');
}
