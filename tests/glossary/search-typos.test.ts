// Which misspelt queries are near a name.
import { describe, expect, it } from 'vitest';
import { findNearMatch } from '../../glossary/search-typos.ts';

const near = (query: string, name: string, wordStarts: readonly number[] = [0]) =>
  findNearMatch(query, name, wordStarts);

describe('a misspelt query', () => {
  it.each(['alibba', 'allibaba', 'alixaba', 'ailbaba'])(
    'may have a letter too few, too many, wrong or swapped: %s',
    (query) => {
      expect(near(query, 'alibaba')).toEqual({ start: 0, end: 7, cost: 1 });
    },
  );

  it('may have more errors the longer it is', () => {
    expect(near('sxxs', 'saas')).toBeNull();
    expect(near('alibxxa', 'alibaba')).not.toBeNull();
    expect(near('tchnologydividnt', 'technologydividend')).not.toBeNull();
  });

  it('of two letters may have none, and of three none that makes it another word', () => {
    expect(near('ia', 'ai')).toBeNull();
    expect(near('cat', 'bat')).toBeNull();
    expect(near('bta', 'bat')).not.toBeNull();
    expect(near('b2b', '2b')).not.toBeNull();
  });

  it('may be the beginning of a name or of a word in it; a whole name is nearer', () => {
    expect(near('cluod', 'cloudcomputing', [0, 5])).toMatchObject({ start: 0, end: 5 });
    expect(near('comptuing', 'cloudcomputing', [0, 5])).toMatchObject({ start: 5, end: 14 });
    expect(near('cluod', 'cloud')?.cost).toBeLessThan(near('cluod', 'cloudcomputing')?.cost ?? 0);
  });

  it('of fewer than five letters must be near the whole name', () => {
    expect(near('clud', 'cloudcomputing', [0, 5])).toBeNull();
    expect(near('clud', 'cloud')).not.toBeNull();
  });

  it('may have a wrong character in Chinese', () => {
    expect(near('软件既服务', '软件即服务')).not.toBeNull();
    expect(near('你好吗', '云计算')).toBeNull();
  });
});
