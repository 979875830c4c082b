import { describe, expect, it } from 'vitest';
import { litTexts, spot, type TestTerm } from './spotted.ts';

const BAT: TestTerm = {
  label: 'BAT',
  evidence: 'required',
  cues: ['Baidu', 'Tencent', '百度'],
  otherSenses: [{ label: 'British American Tobacco', cues: ['tobacco', 'cigarettes'] }],
};
const AZURE: TestTerm = {
  label: 'Azure',
  evidence: 'against',
  cues: ['Microsoft'],
  otherSenses: [{ label: 'the colour', cues: ['sky', 'sea'] }],
};

describe('a term that needs evidence', () => {
  it('stays unlit without any', () => {
    expect(litTexts('BAT said so.', [BAT])).toEqual([]);
  });

  it('is lit beside evidence, on the same line or elsewhere on the page', () => {
    expect(litTexts('BAT said so.\nTencent agreed.', [BAT])).toEqual(['BAT']);
    expect(litTexts('BAT三家，百度居首。', [BAT])).toEqual(['BAT']);
  });

  it('is lit by evidence in the title', () => {
    expect(litTexts('BAT said so.', [BAT], 'What Baidu wants')).toEqual(['BAT']);
  });

  it('means what its own block says, when the text turns', () => {
    const text = 'BAT, with Tencent and Baidu ahead, grew.\nBAT sold fewer cigarettes as tobacco taxes rose.';
    const found = spot(text, [BAT]);
    expect(found.map(({ lit }) => lit)).toEqual([true, false]);
  });

  it('tells what decided', () => {
    expect(spot('BAT: Baidu, Tencent', [BAT])[0]?.because).toEqual(['Baidu', 'Tencent']);
    expect(spot('BAT sells tobacco', [BAT])[0]?.because).toEqual(['tobacco']);
  });
});

describe('a term that evidence can speak against', () => {
  it('is lit without any evidence', () => {
    expect(litTexts('Azure grew again.', [AZURE])).toEqual(['Azure']);
  });

  it('stays unlit beside another sense', () => {
    expect(litTexts('Azure was the sky over the sea.', [AZURE])).toEqual([]);
  });

  it('is lit where ours is the stronger', () => {
    expect(litTexts('Microsoft said Azure grew.\nThe sky was clear.', [AZURE])).toEqual(['Azure']);
  });
});

it('lights a term without other senses wherever it stands, and needs no reason', () => {
  expect(spot('SaaS', [{ label: 'SaaS' }])).toMatchObject([{ lit: true, confidence: 1, because: [] }]);
});
