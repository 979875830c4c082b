// The sentence around a place in a text.
import { describe, expect, it } from 'vitest';
import { sentenceAt } from '../../glossary/sentence-at.ts';

const around = (text: string, word: string) => sentenceAt(text, text.indexOf(word));

describe('sentenceAt', () => {
  it('is the one that holds the place, white space collapsed', () => {
    expect(around('One is here.  Two\n is   there. Three.', 'is   ')).toBe('Two is there.');
  });

  it('is cut at Chinese full stops too', () => {
    expect(around('云在上。钉钉在下。完。', '钉')).toBe('钉钉在下。');
  });

  it('is cut around the place where nothing ends it', () => {
    const cut = around(`${'left '.repeat(200)}HERE ${'right '.repeat(200)}`, 'HERE');
    expect(cut).toContain('left HERE right');
    expect(cut.length).toBeLessThanOrEqual(300);
  });

  it('is the last one at the end of the text', () => {
    expect(sentenceAt('One. Two.', 9)).toBe('One. Two.');
  });
});
