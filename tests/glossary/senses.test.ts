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
    expect(litTexts('BAT said so.', [BAT], { title: 'What Baidu wants' })).toEqual(['BAT']);
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

it('lights a short acronym of which nothing is said, but not where the text writes it out in other words', () => {
  const terms = [{ label: 'CRM', aliases: ['customer relationship management'] }];
  expect(litTexts('We use a CRM.', terms)).toEqual(['CRM']);
  expect(litTexts('Customer relationship management (CRM) pays.', terms)).toContain('CRM');
  expect(litTexts('Cockpit resource management (CRM) saves lives. CRM is taught.\nCRM is old.', terms)).toEqual([]);
});

describe('a text that writes an acronym out', () => {
  const SAAS: TestTerm = { label: 'SaaS', evidence: 'against', aliases: ['Software as a Service'] };

  it.each([
    ['Sensing as a Service (SaaS) pays by the hour.', []],
    ['SaaS (Sensing as a Service) pays by the hour.', []],
    ['SaaS, short for Sensing as a Service, pays by the hour.', []],
    ['Software as a Service (SaaS) pays by the hour.', ['SaaS']],
    ['SaaS (Software as a Service, rented) pays by the hour.', ['SaaS']],
    ['SaaS (see below) pays by the hour.', ['SaaS']],
  ])('settles it: %s', (text, lit) => {
    expect(litTexts(text, [SAAS]).filter((found) => found === 'SaaS')).toEqual(lit);
  });

  it('settles it for paragraphs that say nothing', () => {
    expect(litTexts('Sensing as a Service (SaaS) is new.\nWe rent SaaS.', [SAAS])).toEqual([]);
  });

  it.each([
    ['英美烟草（BAT）\n烟草之外，BAT另有打算。', []],
    ['百度、腾讯等（BAT）\n如今BAT另有打算。', ['BAT', 'BAT']],
  ])('in Chinese: %s', (text, lit) => {
    const bat = { ...BAT, otherSenses: [{ label: 'BAT plc', cues: ['烟草'] }] };
    expect(litTexts(text, [bat])).toEqual(lit);
  });

  it('leaves another paragraph its own word', () => {
    const text = 'British American Tobacco (BAT) sells cigarettes.\nBAT, that is Baidu and Tencent, hired.';
    expect(spot(text, [BAT]).map(({ lit }) => lit)).toEqual([false, true]);
  });
});

describe('a phrase around the form', () => {
  const WINDOWS: TestTerm = {
    label: 'Windows',
    evidence: 'required',
    cues: ['Windows laptop'],
    otherSenses: [{ label: 'in walls', cues: ['Windows rattled'] }],
  };

  it('tells the sense by itself', () => {
    expect(litTexts('A Windows laptop. Windows rattled.', [WINDOWS])).toEqual(['Windows']);
  });

  it('tells it wherever it stands in a long text', () => {
    const before = Array.from({ length: 300 }, (_, length) => `${'x'.repeat(length)}.`);
    const text = before.map((words) => `${words} Windows laptop, Windows rattled`).join(' ');
    expect(litTexts(text, [WINDOWS])).toHaveLength(before.length);
  });
});

describe('Chinese words', () => {
  const NAIL: TestTerm = { label: '钉钉', evidence: 'against' };

  it('are not cut in two', () => {
    expect(litTexts('墙上有颗钉钉子的痕迹', [NAIL])).toEqual([]);
    expect(litTexts('用钉钉打卡', [NAIL])).toEqual(['钉钉']);
  });
});

describe('the field of a glossary', () => {
  const words = { cues: ['server', 'deploy'], otherTopics: [{ label: 'medicine', cues: ['patient', 'catheter'] }] };
  const SV: TestTerm = { label: 'SV', evidence: 'required' };

  it('speaks softly for its terms, and another field against them', () => {
    expect(litTexts('An SV may deploy to our server.', [SV], { words })).toEqual(['SV']);
    expect(litTexts('SV by catheter, in one patient.', [SV], { words })).toEqual([]);
  });

  it('is read from the address and the title too', () => {
    const cue: TestTerm = { ...SV, cues: ['Aliyun'] };
    expect(litTexts('An SV says so.', [cue], { url: 'https://news.example/aliyun-and-its-sv' })).toEqual(['SV']);
  });
});
