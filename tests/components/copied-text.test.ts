// What a reader gets who copies a term from its card.
import { describe, expect, it } from 'vitest';
import { copiedText } from '../../components/copied-text.ts';
import type { TermReading } from '../../components/reading.ts';
import { createText } from '../../components/text.tsx';

const text = createText({ getMessage: () => 'en', languages: ['en'] });
const reading = (sense = {}, glossary = {}): TermReading => ({
  key: 'hu/saas' as TermReading['key'],
  glossary: {
    title: { en: 'A glossary' },
    source: { title: 'An interview', publisher: 'TMTPost', date: '2017', url: 'http://a.example/1' },
    ...glossary,
  },
  term: {
    id: 'saas',
    label: 'SaaS',
    aliases: ['Software as a Service'],
    translations: { 'zh-CN': ['软件即服务'] },
    senses: [
      {
        id: 'saas',
        definition: { en: 'Software for rent.' },
        quotations: [{ text: 'It rents.\nIt *does*.', speaker: 'Hu Xiaoming' }],
        ...sense,
      },
    ],
  },
});

describe('a copied term', () => {
  it('is names, definition, quotation and source as text', () => {
    expect(copiedText(reading(), text, false)).toBe(
      [
        'SaaS (Software as a Service, 软件即服务): Software for rent.',
        '“It rents.\nIt *does*.”',
        '— Hu Xiaoming, TMTPost, 2017\nhttp://a.example/1#:~:text=It%20rents,It%20*does*.',
      ].join('\n\n'),
    );
  });

  it('is marked up as Markdown, and its own signs are taken as they are', () => {
    expect(copiedText(reading(), text, true)).toBe(
      [
        '**SaaS** (Software as a Service, 软件即服务): Software for rent.',
        '> It rents.\n> It \\*does\\*.',
        '— [Hu Xiaoming, TMTPost, 2017](http://a.example/1#:~:text=It%20rents,It%20*does*.)',
      ].join('\n\n'),
    );
  });

  it('names the glossary’s source where nobody is quoted', () => {
    expect(copiedText(reading({ quotations: [] }), text, false)).toMatch(
      /rent\.\n\n— An interview\nhttp:\/\/a\.example\/1$/,
    );
  });

  it('says nothing of a source that is not known', () => {
    expect(copiedText(reading({ quotations: [] }, { source: undefined }), text, true)).toBe(
      '**SaaS** (Software as a Service, 软件即服务): Software for rent.',
    );
  });
});
