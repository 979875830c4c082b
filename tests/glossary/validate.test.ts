import { describe, expect, it } from 'vitest';
import { validateGlossary } from '../../glossary/validate.ts';
import { builtinGlossary } from '../../scripts/builtin-glossary.ts';
import { faultLines } from '../fault-lines.ts';

const TERM = { id: 'saas', label: 'SaaS', senses: [{ id: 'saas', definition: { en: 'Software by subscription.' } }] };
const GLOSSARY = { format: 'termlight-glossary', version: 1, id: 'mine', title: { en: 'Mine' }, terms: [TERM] };

function errorsOf(input: unknown): string[] {
  const result = validateGlossary(input);
  return result.ok ? [] : faultLines(result.faults);
}

describe('a glossary file', () => {
  it('is taken with the least that the format requires', () => {
    expect(errorsOf(GLOSSARY)).toEqual([]);
  });

  it('keeps fields that are not known', () => {
    const result = validateGlossary({ ...GLOSSARY, team: 'red', terms: [{ ...TERM, owner: 'Ann' }] });
    expect(result).toMatchObject({ ok: true, glossary: { team: 'red', terms: [{ owner: 'Ann' }] } });
  });

  it('is refused with every error named', () => {
    const broken = {
      ...GLOSSARY,
      version: 2,
      terms: [
        { ...TERM, senses: [{ id: 'saas' }] },
        { ...TERM, id: 'a b', kind: 'thing', label: '' },
      ],
    };
    expect(errorsOf(broken)).toEqual([
      'version: expected 1, found 2',
      'terms[0].senses[0].definition: missing',
      'terms[1].id: expected an id of Latin letters and digits, with - + or . between them, found "a b"',
      'terms[1].label: expected a text that is not empty',
      expect.stringMatching(/^terms\[1\]\.kind: expected .+, found "thing"$/),
    ]);
  });

  it('is refused when a term has no sense, or a text no language', () => {
    expect(errorsOf({ ...GLOSSARY, title: {}, terms: [{ ...TERM, senses: [] }] })).toEqual([
      'title: expected a text in at least one language',
      'terms[0].senses: expected at least one entry',
    ]);
  });

  it('is refused when an id stands twice', () => {
    expect(errorsOf({ ...GLOSSARY, terms: [TERM, TERM] })).toEqual(['terms[1].id: the same as that of terms[0]']);
  });

  it.each([null, undefined, 'text', 7, [], {}])('that is %o is refused without a throw', (input) => {
    expect(errorsOf(input).length).toBeGreaterThan(0);
  });
});

it('the built-in glossary is a valid glossary file', () => {
  expect(errorsOf(builtinGlossary())).toEqual([]);
});
