// The traditional spellings that the built-in glossary gets, and forms in the wrong script.
import { describe, expect, it } from 'vitest';
import type { Term } from '../../glossary/model.ts';
import { builtinGlossary } from '../../scripts/builtin-glossary.ts';
import { findFormsInWrongScript, withTraditionalForms } from '../../scripts/traditional-forms.ts';

function termWith(translations: Term['translations']): Term {
  return { id: 'loom', label: 'loom', translations, senses: [] };
}

const traditional = (translations: Term['translations']) =>
  withTraditionalForms([termWith(translations)])[0]?.translations?.['zh-TW'];

describe('the traditional spelling of a form', () => {
  it('is added after the forms written by hand, and they stay as they are', () => {
    expect(traditional({ 'zh-CN': ['云计算'], 'zh-TW': ['雲端運算'] })).toEqual(['雲端運算', '雲計算']);
  });

  it('changes the characters, not the words', () => {
    expect(traditional({ 'zh-CN': ['软件', '信息'] })).toEqual(['軟件', '信息']);
  });

  it('depends on the word that a character stands in', () => {
    expect(traditional({ 'zh-CN': ['关系', '系统', '制造', '制度', '皇后', '后台'] })).toEqual([
      '關係',
      '系統',
      '製造',
      '制度',
      '皇后',
      '後臺',
    ]);
  });

  it('has the characters of Taiwan where they are not those of the standard', () => {
    expect(traditional({ 'zh-CN': ['为众'] })).toEqual(['為眾']);
  });

  it('takes 云 for a cloud, also behind 有', () => {
    expect(traditional({ 'zh-CN': ['私有云', '公有云'] })).toEqual(['私有雲', '公有雲']);
  });

  it('is not added twice, nor for a form without Chinese characters', () => {
    expect(traditional({ 'zh-CN': ['云', 'Cloud'], 'zh-TW': ['雲'] })).toEqual(['雲']);
    expect(traditional({ 'zh-CN': ['Cloud'] })).toBeUndefined();
    expect(traditional(undefined)).toBeUndefined();
  });

  it('is there for every simplified form of the built-in glossary', () => {
    const { terms } = builtinGlossary();
    expect(withTraditionalForms(terms)).toEqual(terms);
    const missing = terms.filter(({ translations = {} }) => {
      const forms = translations['zh-CN']?.filter((form) => /\p{Script=Han}/u.test(form)) ?? [];
      return forms.length > (translations['zh-TW']?.length ?? 0);
    });
    expect(missing.map(({ id }) => id)).toEqual([]);
  });
});

describe('a form in the wrong script', () => {
  const errors = (translations: Term['translations']) => findFormsInWrongScript([termWith(translations)]);

  it('is an error: simplified characters in a form for Taiwan', () => {
    expect(errors({ 'zh-TW': ['雲端运算', '私有云'] })).toEqual([
      'loom: its form “雲端运算” in zh-TW has simplified characters: 运',
      'loom: its form “私有云” in zh-TW has simplified characters: 云',
    ]);
  });

  it('is an error: traditional characters in a form for China', () => {
    expect(errors({ 'zh-CN': ['云計算'] })).toEqual([
      'loom: its form “云計算” in zh-CN has traditional characters: 計',
    ]);
  });

  it('is not one that is written so in both, nor one with Taiwan’s 台', () => {
    expect(errors({ 'zh-CN': ['平台', '入口', 'Windows 系统'], 'zh-TW': ['平台', '入口', '關係'] })).toEqual([]);
  });

  it('is nowhere in the built-in glossary', () => {
    expect(findFormsInWrongScript(builtinGlossary().terms)).toEqual([]);
  });
});
