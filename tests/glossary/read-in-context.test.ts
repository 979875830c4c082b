// The address that opens an article at a quotation.
import { describe, expect, it } from 'vitest';
import { readInContextUrl } from '../../glossary/read-in-context.ts';

const ARTICLE = 'https://example.com/article';
const directive = (text: string) => readInContextUrl(ARTICLE, text).slice(`${ARTICLE}#:~:text=`.length);
const decoded = (text: string) => directive(text).split(',').map(decodeURIComponent);

describe('readInContextUrl', () => {
  it('names a short quotation whole', () => {
    expect(readInContextUrl(ARTICLE, 'Trust wins it all.')).toBe(`${ARTICLE}#:~:text=Trust%20wins%20it%20all.`);
  });

  it('encodes what has a meaning in a fragment: dash, comma, ampersand, percent, hash, plus', () => {
    expect(directive('third-party, R&D')).toBe('third%2Dparty%2C%20R%26D');
    expect(directive('100% of #1 + 2 = “3”?')).toBe('100%25%20of%20%231%20%2B%202%20%3D%20%E2%80%9C3%E2%80%9D%3F');
    expect(directive('a:~:text=b')).toBe('a%3A~%3Atext%3Db');
  });

  it('encodes the two ends of a long quotation each by itself: the comma between them is the only one', () => {
    const ends = `Low-cost, R&D, 5% of it, all in -all, ${'and so on, '.repeat(12)}the well-known R&D, 7%`;
    expect(directive(ends)).toMatch(/^[^,&-]+,[^,&-]+$/);
    expect(decoded(ends).map((end) => ends.includes(end))).toEqual([true, true]);
  });

  it('names the two ends of a long quotation, in whole words', () => {
    const text =
      'Secondly, when third-party software is being integrated into our platform, we have to provide better API for SaaS adjustment to integrate relevant fundamental services.';
    const [start = '', end = ''] = decoded(text);
    expect(text.startsWith(start)).toBe(true);
    expect(text.endsWith(end)).toBe(true);
    expect([start.split(' ').at(-1), end.split(' ')[0]]).toEqual(['is', 'adjustment']);
  });

  it('names the two ends of a quotation that runs over paragraphs, however short', () => {
    expect(decoded('One idea.\n\nAnother idea.')).toEqual(['One idea', 'Another idea.']);
  });

  it('cuts Chinese at words too', () => {
    const [start = '', end = ''] = decoded('云计算改变了企业使用技术的方式。'.repeat(12));
    expect('云计算改变了企业使用技术的方式').toContain(start);
    expect(start.length).toBeGreaterThan(4);
    expect(end.endsWith('方式。')).toBe(true);
  });

  it('keeps a fragment that the address has already', () => {
    expect(readInContextUrl(`${ARTICLE}#part-2`, 'Trust')).toBe(`${ARTICLE}#part-2:~:text=Trust`);
  });
});
