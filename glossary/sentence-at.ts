// Cuts the sentence out of a text that a place in it belongs to.

const LONGEST = 300; // UTF-16 units; what has no sentences, such as a table, is cut

/** The sentence at a UTF-16 offset, white space collapsed. */
export function sentenceAt(text: string, at: number): string {
  const line = text.replace(/\s/g, ' '); // a line that ends in the source ends no sentence
  const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(line);
  const { segment, index } = sentences.containing(at) ?? { segment: line, index: 0 };
  if (segment.length <= LONGEST) return collapsed(segment);
  const from = Math.max(0, Math.min(at - index - LONGEST / 2, segment.length - LONGEST));
  return collapsed(segment.slice(from, from + LONGEST));
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
