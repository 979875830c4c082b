// The sieve lets no text through unread that the matcher finds something in, however the text is cut into pieces.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileForms } from '../../glossary/compile.ts';
import { layOutForms } from '../../glossary/form-table.ts';
import { scanText } from '../../glossary/matcher.ts';
import { createSieve } from '../../glossary/sieve.ts';
import { createTermIndex } from '../../glossary/term-index.ts';
import { builtinGlossary } from '../../scripts/builtin-glossary.ts';

const SEED = Date.now() % 2 ** 31;

const index = createTermIndex(layOutForms(compileForms(builtinGlossary())));
const formTexts = compileForms(builtinGlossary()).flatMap(({ forms }) => forms.map(({ text }) => text));

/** Whether the sieve stops at any of some pieces that follow one another. */
function isStopped(pieces: readonly string[]): boolean {
  const sieve = createSieve(index);
  return pieces.some((piece) => sieve.mayHold(piece) || sieve.joinsWord);
}

it(`stops at every form, cut anywhere (seed ${SEED})`, () => {
  const around = fc.constantFrom('', ' ', 'plain words ', '“', '，', '说', '(', 'é ', '\u00ad', 'Ｓ ');
  const cuts = fc.array(fc.nat(40), { maxLength: 3 });
  fc.assert(
    fc.property(fc.constantFrom(...formTexts), around, around, cuts, (form, before, after, places) => {
      const text = before + form + after;
      fc.pre(scanText(text, index).matches.length > 0);
      const ends = [...places.map((place) => place % (text.length + 1)), text.length].sort((a, b) => a - b);
      const pieces = ends.map((end, number) => text.slice(ends[number - 1] ?? 0, end));
      expect(isStopped(pieces)).toBe(true);
    }),
    { numRuns: 3000, seed: SEED },
  );
});

it('stops at every form that stands whole in a piece', () => {
  const missed = formTexts.filter((form) => scanText(form, index).matches.length && !isStopped([form]));
  expect(missed).toEqual([]);
});

it('passes over other text, in either script', () => {
  expect(
    isStopped(['The harbour was quiet that morning, ', 'and the ferry waited.', '从前山上有一座小庙，', 'naïve café']),
  ).toBe(false);
});

it('tells where a word goes on in the next piece', () => {
  const sieve = createSieve(index);
  sieve.mayHold('Saa');
  sieve.mayHold('S');
  expect(sieve.joinsWord).toBe(true);
  sieve.reset();
  sieve.mayHold('S');
  expect(sieve.joinsWord).toBe(false);
});
