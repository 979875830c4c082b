// The sieve lets no text through unread that the matcher finds something in, however the text is cut into pieces.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileForms } from '../../glossary/compile.ts';
import { createFormFilter } from '../../glossary/form-filter.ts';
import { layOutForms } from '../../glossary/form-table.ts';
import { scanText } from '../../glossary/matcher.ts';
import { createSieve } from '../../glossary/sieve.ts';
import { createTermIndex } from '../../glossary/term-index.ts';
import { builtinGlossary } from '../../scripts/builtin-glossary.ts';

const SEED = Date.now() % 2 ** 31;

const forms = layOutForms(compileForms(builtinGlossary()));
const index = createTermIndex(forms);
const formTexts = compileForms(builtinGlossary()).flatMap(({ forms }) => forms.map(({ text }) => text));

/** Whether the sieve stops at any of some pieces that follow one another. */
function isStopped(pieces: readonly string[]): boolean {
  const sieve = createSieve(createFormFilter(forms));
  return pieces.some((piece) => sieve.mayHold(piece));
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

it('passes over words that follow one another without room, as the buttons of a bar do', () => {
  expect(isStopped(['Share', 'Tweet', 'Mail', 'Save for later', 'Print'])).toBe(false);
});

it('stops at a word in pieces, and not where one of them does not follow', () => {
  const sieve = createSieve(createFormFilter(forms));
  expect([sieve.mayHold('S'), sieve.mayHold('aa'), sieve.mayHold('S')]).toEqual([false, false, true]);
  sieve.reset();
  expect([sieve.mayHold('S'), sieve.mayHold('aa')]).toEqual([false, false]);
  sieve.reset();
  expect(sieve.mayHold('S')).toBe(false);
});

it('passes over a form whose capitals count where it has others', () => {
  expect([isStopped(['SI']), isStopped(['ma si può'])]).toEqual([true, false]);
});

it('stops only at forms of terms that are sought', () => {
  const isStoppedBy = (level: string) =>
    createSieve(createFormFilter(forms, (term) => term.level === level)).mayHold('Google');
  expect([isStoppedBy('everyday'), isStoppedBy('specialist')]).toEqual([true, false]);
});
