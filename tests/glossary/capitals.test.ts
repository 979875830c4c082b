import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCapitalsCheck } from '../../glossary/capitals.ts';

/** The rule as it is said: the words around a place, without what stands there. */
function areWordsAroundInCapitals(text: string, start: number, end: number): boolean {
  const words = `${text.slice(0, start)} ${text.slice(end)}`.match(/\p{Script=Latin}{3,}/gu) ?? [];
  const inCapitals = words.filter((word) => word === word.toUpperCase()).length;
  return inCapitals >= 2 && inCapitals >= 0.8 * words.length;
}

describe('the check of capitals', () => {
  it('says the same of any place as counting the words around it', () => {
    const letters = fc.constantFrom('A', 'B', 'É', 'a', 'ß', ' ', ' ', '-', '云', '2');
    const texts = fc.string({ unit: letters, minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(texts, fc.nat(40), fc.nat(4), (text, at, length) => {
        const start = at % text.length;
        const end = Math.min(text.length, start + length);
        expect(createCapitalsCheck(text)(start, end)).toBe(areWordsAroundInCapitals(text, start, end));
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads a long text once, however many places in it are asked for', () => {
    const text = 'an API beside other words, '.repeat(20_000);
    const isInCapitals = createCapitalsCheck(text);
    const places = [...text.matchAll(/API/g)].map(({ index }) => isInCapitals(index, index + 3));
    expect(places).toHaveLength(20_000);
    expect(places).not.toContain(true);
  });
});
