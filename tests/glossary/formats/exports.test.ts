// The formats that lists are taken elsewhere in: read back as they were written.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAnki } from '../../../glossary/formats/anki.ts';
import { toCsv } from '../../../glossary/formats/csv.ts';
import { toMarkdownLink, toMarkdownText } from '../../../glossary/formats/markdown.ts';

/** Reads delimited text with quoted fields, by the grammar of RFC 4180. */
function readDelimited(text: string, delimiter: string, lineEnd: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (text[at] === '"') at++;
        field += text[at];
      }
      at++;
    } else {
      while (!text.startsWith(delimiter, at) && !text.startsWith(lineEnd, at)) field += text[at++];
    }
    rows.at(-1)?.push(field);
    if (text.startsWith(delimiter, at)) at += delimiter.length;
    else {
      at += lineEnd.length;
      rows.push([]);
    }
  }
  return rows.slice(0, -1);
}

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('a', '"', ',', '\t', '\n', '\r', '#', '=', ' ', '云') }),
);
const anyRows = fc.array(fc.tuple(anyText, anyText, anyText));

describe('CSV', () => {
  it('is read back as it was, whatever the texts hold', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const read = readDelimited(toCsv({ columns: ['a', 'b', 'c'], rows }), ',', '\r\n');
        const withoutGuard = read.map((row, index) =>
          row.map((field, column) =>
            field === `'${[['a', 'b', 'c'], ...rows][index]?.[column]}` ? field.slice(1) : field,
          ),
        );
        expect(withoutGuard).toEqual([['a', 'b', 'c'], ...rows]);
      }),
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1'])('keeps a spreadsheet from calculating %j', (text) => {
    expect(readDelimited(toCsv({ columns: ['a'], rows: [[text]] }), ',', '\r\n')[1]).toEqual([`'${text}`]);
  });

  it('quotes only what needs it', () => {
    expect(toCsv({ columns: ['a', 'b'], rows: [['x', 'say "y", then']] })).toBe('a,b\r\nx,"say ""y"", then"\r\n');
  });
});

describe('Anki’s text', () => {
  it('says at its head how it is to be read', () => {
    expect(toAnki({ columns: ['Term', 'Meaning'], rows: [['loom', 'it weaves']] })).toBe(
      '#separator:tab\n#html:false\n#columns:Term\tMeaning\nloom\tit weaves\n',
    );
  });

  it('is read back as it was, and no line of it is a comment', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const text = toAnki({ columns: ['a', 'b', 'c'], rows });
        const body = text.split('\n').slice(3).join('\n');
        expect(readDelimited(body, '\t', '\n')).toEqual(rows);
        expect(body.startsWith('#')).toBe(false);
      }),
    );
  });
});

describe('Markdown', () => {
  it('means nothing but the text', () => {
    expect(toMarkdownText('*a* [b](c) `d` <e> # f\n- g')).toBe('\\*a\\* \\[b\\](c) \\`d\\` \\<e\\> \\# f - g');
    expect(toMarkdownText('1. x')).toBe('\\1. x');
  });

  it('links also to addresses with brackets and spaces', () => {
    expect(toMarkdownLink('a', 'https://x.example/(1) 2>')).toBe('[a](<https://x.example/(1)%202%3E>)');
    expect(toMarkdownLink('a', undefined)).toBe('a');
  });
});
