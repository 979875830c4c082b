// Writes a term for pasting elsewhere: its names, its definition, one quotation, and the way to its sentence.
import { localize, sourceOf } from '../glossary/model.ts';
import { readInContextUrl } from '../glossary/read-in-context.ts';
import { attributionOf } from './Attribution.tsx';
import type { TermReading } from './reading.ts';
import { namesBeside } from './term-names.ts';
import type { Text } from './text.tsx';

const MARKDOWN_SIGNS = /[\\`*_[\]<>#]/g;

/** The term as plain text, or as Markdown. */
export function copiedText({ term, glossary }: TermReading, { t, languages }: Text, isMarkdown: boolean): string {
  const plain = (text: string) => (isMarkdown ? text.replace(MARKDOWN_SIGNS, '\\$&') : text);
  const sense = term.senses[0];
  const quotation = sense?.quotations?.[0];
  const names = namesBeside(term, languages).map(({ text }) => text);
  const label = isMarkdown ? `**${plain(term.label)}**` : term.label;
  const head = names.length ? `${label} (${plain(names.join(', '))})` : label;
  const parts = [sense ? `${head}: ${plain(localize(sense.definition, languages).text)}` : head];

  const { url: address, title = '' } = (quotation ? sourceOf(quotation, glossary) : glossary.source) ?? {};
  const url = address && quotation ? readInContextUrl(address, quotation.text) : address;
  const from = plain(quotation ? attributionOf(quotation, glossary, t) : title);
  if (quotation) parts.push(isMarkdown ? plain(quotation.text).replace(/^/gm, '> ') : `“${quotation.text}”`);
  if (from && url) parts.push(isMarkdown ? `— [${from}](${url})` : `— ${from}\n${url}`);
  else if (from) parts.push(`— ${from}`);
  return parts.join('\n\n');
}
