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

  it('encodes what has a meaning in a fragment: dash, comma, ampersand', () => {
    expect(directive('third-party, R&D')).toBe('third%2Dparty%2C%20R%26D');
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
