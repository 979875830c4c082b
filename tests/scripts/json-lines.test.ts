// Which lines `spot --jsonl` takes, and how it names the first that it does not.
import { describe, expect, it } from 'vitest';
import { parseDocuments, parseLabelledDocuments } from '../../scripts/json-lines.ts';

const parse = (text: string) => parseDocuments(new TextEncoder().encode(text), 'pages.jsonl');

describe('a file of JSON lines', () => {
  it('gives its documents in their order', () => {
    const text = '{"id":"a","text":"SaaS"}\n{"id":2,"title":"T","url":"u","lang":"zh","text":"云"}';
    expect(parse(text)).toEqual([
      { id: 'a', text: 'SaaS' },
      { id: 2, title: 'T', url: 'u', lang: 'zh', text: '云' },
    ]);
  });

  it('may have a byte order mark, Windows line ends, empty lines and fields of its own', () => {
    expect(parse('\ufeff{"id":"a","text":"x","mentions":[]}\r\n\r\n{"id":"b","title":null,"text":""}\r\n')).toEqual([
      { id: 'a', text: 'x' },
      { id: 'b', text: '' },
    ]);
  });

  it('ends its lines at line feeds only', () => {
    expect(parse('{"id":"a","text":"x\u2028y"}')).toEqual([{ id: 'a', text: 'x\u2028y' }]);
  });

  it.each([
    ['{"id":"b","text":', 'expected one JSON object'],
    ['["b"]', 'expected one JSON object, found a list'],
    ['"b"', 'expected one JSON object, found "b"'],
    ['{"text":"x"}', 'expected "id" to be a string or a number, found none'],
    ['{"id":"b"}', 'expected "text" to be a string, found none'],
    ['{"id":"b","text":7}', 'expected "text" to be a string, found 7'],
    ['{"id":"b","text":"x","lang":["en"]}', 'expected "lang" to be a string, found Array'],
  ])('with the line %s names it and what was expected', (line, message) => {
    expect(() => parse(`{"id":"a","text":"x"}\n${line}\n{"broken too`)).toThrow(`pages.jsonl:2: ${message}`);
  });

  it('that is not UTF-8 names the line', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('{"id":"a","text":"x"}\n'), 0xff, 0xfe, 0x0a]);
    expect(() => parseDocuments(bytes, 'pages.jsonl')).toThrow('pages.jsonl:2: expected UTF-8 text');
  });
});

describe('a file of labelled passages', () => {
  const parseOne = (mentions: unknown) =>
    parseLabelledDocuments(new TextEncoder().encode(JSON.stringify({ id: 'a', text: 'BAT', mentions })), 'bat.jsonl');

  it('gives each mention with its label', () => {
    const mention = { form: 'BAT', start: 0, end: 3, right: true };
    expect(parseOne([{ ...mention, sense: 'companies' }])).toEqual([{ id: 'a', text: 'BAT', mentions: [mention] }]);
  });

  it.each([
    [undefined, 'expected "mentions" to be a list, found none'],
    [[{ form: 'BAT', start: 0, end: 3 }], 'expected "mentions.0.right" to be true or false, found none'],
    [[{ form: 'BAT', start: '0', end: 3, right: true }], 'expected "mentions.0.start" to be a number, found "0"'],
    [[{ form: 'IOE', start: 0, end: 3, right: true }], 'expected "mentions.0" to be where "IOE" stands, found "BAT"'],
  ])('with the mentions %j names the line and what was expected', (mentions, message) => {
    expect(() => parseOne(mentions)).toThrow(`bat.jsonl:1: ${message}`);
  });
});
