// The look-up of what a reader selects or types, on the built-in glossary.
import { describe, expect, it } from 'vitest';
import { createLookUp } from '../../glossary/look-up.ts';
import { lookUpText } from '../../glossary/look-up-text.ts';
import { type Term, termKey } from '../../glossary/model.ts';
import { builtinGlossary } from '../../scripts/builtin-glossary.ts';

const glossary = builtinGlossary();
const readings = glossary.terms.map((term) => ({ key: termKey(glossary.id, term.id), term }));
const lookUp = createLookUp(readings, ['en']);
const named = (text: string) => lookUp(text).named.map(({ term }) => term.id);
const similar = (text: string) => lookUp(text).similar.map(({ reading }) => reading.term.id);

describe('a text that is the name of a term', () => {
  it.each([
    ['SaaS', 'saas'],
    ['Software as a Service', 'saas'],
    ['软件即服务', 'saas'],
    ['軟體即服務', 'saas'],
    ['hybrid clouds', 'hybrid-cloud'],
    ['BAT', 'bat'],
    ['trust', 'trust'],
    ['AI', 'ai'],
  ])('is looked up by any surface form, also of everyday terms: %s', (text, id) => {
    expect(named(text)).toEqual([id]);
  });

  it.each([
    ['saas', 'saas'],
    ['PUBLIC CLOUD', 'public-cloud'],
    ['Bat', 'bat'],
    ['Ｓａａｓ', 'saas'],
  ])('is found in any case: %s', (text, id) => {
    expect(named(text)).toEqual([id]);
  });

  it.each([
    ['“SaaS”,', 'saas'],
    ['SaaS’s', 'saas'],
    ['public-cloud', 'public-cloud'],
    ['public\n  cloud ', 'public-cloud'],
    ['sa\u00adas', 'saas'],
    ['（钉钉）', 'dingtalk'],
  ])('is found with what a selection takes along: %j', (text, id) => {
    expect(named(text)).toEqual([id]);
  });

  it('is found by every surface form of every term', () => {
    const lost = readings.flatMap(({ key, term }) =>
      [
        term.label,
        ...(term.aliases ?? []),
        ...(term.hiddenForms ?? []),
        ...Object.values(term.translations ?? {}).flat(),
      ]
        .filter((form) => !lookUp(form).named.some((found) => found.key === key))
        .map((form) => `${term.id}: ${form}`),
    );
    expect(lost).toEqual([]);
  });

  it('is found by the key of a term', () => {
    expect(named(termKey(glossary.id, 'saas'))).toEqual(['saas']);
  });

  it('names the term that is written so before one in another case', () => {
    const polish = { id: 'polish', label: 'polish', senses: [] };
    const polishPeople = { id: 'polish-people', label: 'Polish', senses: [] };
    const find = createLookUp([polish, polishPeople].map((term: Term) => ({ key: term.id, term })));
    const ids = (text: string) => find(text).named.map(({ key }) => key);
    expect(ids('Polish')).toEqual(['polish-people']);
    expect(ids('polish')).toEqual(['polish']);
    expect(ids('POLISH')).toEqual(['polish', 'polish-people']);
  });
});

describe('any other text', () => {
  it.each([
    ['SaaS and PaaS', ['saas', 'paas']],
    ['阿里云的钉钉', ['aliyun', 'dingtalk']],
    ['a vampire BAT, and SaaS, and the BAT again', ['bat', 'saas']],
  ])('brings the terms that stand in it: %s', (text, ids) => {
    expect(named(text)).toEqual([]);
    expect(lookUp(text).contained.map(({ term }) => term.id)).toEqual(ids);
  });

  it.each([
    ['sasa', 'saas'],
    ['allyun', 'aliyun'],
    ['dingtak', 'dingtalk'],
  ])('brings terms that are spelt nearly so: %s', (text, id) => {
    expect(named(text)).toEqual([]);
    expect(similar(text)[0]).toBe(id);
  });

  it.each(['hippopotamus', '', '…', '   '])('brings nothing where nothing comes near: %j', (text) => {
    expect(lookUp(text)).toEqual({ named: [], contained: [], similar: [] });
  });

  it('brings no term twice', () => {
    expect(named('cloud')).toEqual(['cloud']);
    expect(similar('cloud')).toContain('public-cloud');
    expect(similar('cloud')).not.toContain('cloud');
  });
});

describe('a selection', () => {
  it('is looked up on one line', () => {
    expect(lookUpText(' hybrid\n\tcloud ')).toBe('hybrid cloud');
  });

  it('is cut after a word where it is long', () => {
    const text = 'hybrid cloud '.repeat(30);
    const [cut = '', rest] = lookUpText(text).split('…');
    expect(rest).toBe('');
    expect(cut.length).toBeGreaterThan(80);
    expect(cut.length).toBeLessThanOrEqual(100);
    expect(text.startsWith(`${cut} `)).toBe(true);
  });

  it('is cut between characters where there are no spaces', () => {
    expect(lookUpText('云'.repeat(200))).toBe(`${'云'.repeat(100)}…`);
    expect(lookUpText(`a${'😀'.repeat(100)}`)).toBe(`a${'😀'.repeat(49)}…`);
  });
});
