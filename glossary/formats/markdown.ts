// Writes Markdown in which a text means nothing but itself.

const SIGNS = /[\\`*_[\]<>#|~]/g;

/** A text with its signs escaped, on one line. */
export function toMarkdownText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(SIGNS, '\\$&')
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, '$1\\$2');
}

/** A link, or the text alone where there is no address. */
export function toMarkdownLink(text: string, url: string | undefined): string {
  if (!url) return toMarkdownText(text);
  return `[${toMarkdownText(text)}](<${url.replace(/[<>\s\\]/g, encodeURIComponent)}>)`;
}
