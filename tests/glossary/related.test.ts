// The neighbourhood of a term.
import { describe, expect, it } from 'vitest';
import { neighboursOf } from '../../glossary/related.ts';

const terms = (relations: Record<string, readonly string[]>) =>
  Object.entries(relations).map(([id, related]) => ({ key: `g/${id}`, term: { label: id.toUpperCase(), related } }));
const mapOf = (id: string, relations: Record<string, readonly string[]>) =>
  neighboursOf(`g/${id}`, terms(relations)).map(({ label, further }) => [label, ...further.map((one) => one.label)]);

describe('neighboursOf', () => {
  it('has the terms that a term names, in its order, then those that name it', () => {
    expect(mapOf('a', { d: ['a'], a: ['c', 'b'], b: [], c: [] })).toEqual([['C'], ['B'], ['D']]);
  });

  it('has behind each what lies one step further, every term once', () => {
    expect(mapOf('a', { a: ['b', 'c'], b: ['a', 'c', 'x'], c: ['x', 'y'], x: [], y: [] })).toEqual([
      ['B', 'X'],
      ['C', 'Y'],
    ]);
  });

  it('leaves out what no glossary has, and other glossaries', () => {
    const others = [{ key: 'h/z', term: { label: 'Z', related: ['a'] } }];
    const found = neighboursOf('g/a', [...terms({ a: ['gone', 'b'], b: [] }), ...others]);
    expect(found.map(({ label }) => label)).toEqual(['B']);
  });

  it('has at most four behind each', () => {
    expect(mapOf('a', { a: ['b'], b: ['c', 'd', 'e', 'f', 'h'], c: [], d: [], e: [], f: [], h: [] })).toEqual([
      ['B', 'C', 'D', 'E', 'F'],
    ]);
  });
});
