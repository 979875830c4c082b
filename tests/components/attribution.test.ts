// Who is said to speak in a quotation.
import { describe, expect, it } from 'vitest';
import { attributionOf } from '../../components/Attribution.tsx';

const glossary = { source: { publisher: 'TMTPost', date: '2017' } };
const t = (key: string, ...substitutions: string[]) => `${key}(${substitutions})`;
const attributed = (speaker: string, source = {}) => attributionOf({ text: '…', speaker, source }, glossary, t);

describe('an attribution', () => {
  it('names speaker, publication and date', () => {
    expect(attributed('Hu Xiaoming')).toBe('Hu Xiaoming, TMTPost, 2017');
  });

  it('says so where the publication speaks itself, and names it once', () => {
    expect(attributed('TMTPost')).toBe('quotationByPublication(TMTPost), 2017');
    expect(attributed('TMTPost (editor)')).toBe('TMTPost (editor), 2017');
  });

  it('prefers the quotation’s own source, and says nothing of what is not known', () => {
    expect(attributed('Jane Roe', { publisher: 'The Times' })).toBe('Jane Roe, The Times, 2017');
    expect(attributionOf({ text: '…', speaker: 'Jane Roe' }, {}, t)).toBe('Jane Roe');
  });
});
