// Names a long text by its beginning.

const WORDS = 6;

/** The beginning of a text, in quotation marks: enough to find it by. */
export function excerpt(text: string): string {
  const beginning = text.split(/\s+/).slice(0, WORDS).join(' ');
  return beginning.length < text.length ? `“${beginning} …”` : `“${text}”`;
}
