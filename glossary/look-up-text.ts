// Cuts a selection down to what can be looked up.

const LONGEST = 100; // UTF-16 units: longer than any name of a term, and still a heading

/** The text on one line; of a long one the first words and an ellipsis. */
export function lookUpText(selected: string): string {
  const line = selected.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST) return line;
  const start = line.slice(0, LONGEST + 1);
  const end = start.lastIndexOf(' ');
  return `${end > 0 ? start.slice(0, end) : [...start].slice(0, -1).join('')}…`;
}
