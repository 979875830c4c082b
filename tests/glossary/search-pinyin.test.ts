// How Chinese names are read in pinyin.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { matchPinyin, spellPinyin } from '../../glossary/search-pinyin.ts';
import { PINYIN_TABLE_FILE, pinyinTableJson } from '../../scripts/pinyin-table.ts';

describe('pinyin', () => {
  it.each([
    ['whole', 'yunjisuan', 3],
    ['with the numbers of the tones', 'yun2ji4suan4', 3],
    ['the beginning', 'yunji', 2],
  ])('matches a name: %s', (_, query, end) => {
    expect(matchPinyin('云计算', query)).toEqual({ end, abbreviated: 0, isUnfinished: false });
  });

  it('may end within a syllable', () => {
    expect(matchPinyin('云计算', 'yunjisu')).toEqual({ end: 3, abbreviated: 0, isUnfinished: true });
  });

  it.each([
    ['yjs', 3],
    ['yunjs', 2],
    ['yjsuan', 2],
  ])('may be abbreviated to initials: %s', (query, abbreviated) => {
    expect(matchPinyin('云计算', query)).toEqual({ end: 3, abbreviated, isUnfinished: false });
  });

  it('has two initials where a syllable begins with zh, ch or sh', () => {
    expect(matchPinyin('支付宝', 'zfb')?.abbreviated).toBe(3);
    expect(matchPinyin('支付宝', 'zhfb')?.abbreviated).toBe(3);
  });

  it('may be any that a character can be read as', () => {
    expect(matchPinyin('行业云', 'hangyeyun')?.end).toBe(3);
    expect(matchPinyin('行人', 'xingren')?.end).toBe(2);
  });

  it('has ü as v or as u', () => {
    expect(matchPinyin('率', 'lv')?.abbreviated).toBe(0);
    expect(matchPinyin('率', 'lu')?.abbreviated).toBe(0);
  });

  it('can stand between characters and figures, and characters for others of their sound', () => {
    expect(matchPinyin('双11', 'shuang11')).toEqual({ end: 3, abbreviated: 0, isUnfinished: false });
    expect(matchPinyin('阿里云', '阿里yun')?.end).toBe(3);
    expect(matchPinyin('钉钉', '丁丁')?.end).toBe(2);
    expect(matchPinyin('釘釘', '钉钉')?.end).toBe(2);
  });

  it('does not match what is more than the name, or other than it', () => {
    expect(matchPinyin('钉钉', 'dingdinga')).toBeNull();
    expect(matchPinyin('钉钉', '香香')).toBeNull();
  });

  it('is spelt by the common reading of each character', () => {
    expect(spellPinyin('人工智能2')).toBe('rengongzhineng2');
  });

  it('comes from a table that is up to date (node --import tsx scripts/pinyin-table.ts writes it)', () => {
    expect(readFileSync(PINYIN_TABLE_FILE, 'utf8')).toBe(pinyinTableJson());
  });
});
