// The search of popup and omnibox, on the built-in glossary.
import { describe, expect, it } from 'vitest';
import { termKey } from '../../glossary/model.ts';
import { createSearch } from '../../glossary/search.ts';
import { builtinGlossary } from '../../scripts/builtin-glossary.ts';

const glossary = builtinGlossary();
const readings = glossary.terms.map((term) => ({ key: termKey(glossary.id, term.id), term }));
const search = createSearch(readings, ['en']);
const found = (query: string) => search(query).map(({ reading }) => reading.term.id);
const marked = (query: string) => {
  const [first] = search(query);
  return first?.ranges.map(([start, end]) => first.matchedText.slice(start, end));
};

describe('search', () => {
  it.each([
    ['saas', 'saas'],
    ['SAAS', 'saas'],
    ['ＳａａＳ', 'saas'],
    ['2b', '2b'],
    ['Alibaba Cloud', 'aliyun'],
  ])('finds a term by a name as it is written: %s', (query, id) => {
    expect(found(query)[0]).toBe(id);
  });

  it.each([
    ['allyun', 'aliyun'],
    ['dingtak', 'dingtalk'],
    ['iass', 'iaas'],
    ['tencnt', 'tencent'],
    ['technolgy divident', 'technology-dividend'],
    ['软件既服务', 'saas'],
  ])('finds a term by a misspelt name: %s', (query, id) => {
    expect(found(query)[0]).toBe(id);
  });

  it.each([
    ['钉钉', 'dingtalk'],
    ['软件即服务', 'saas'],
    ['阿里云', 'aliyun'],
    ['軟體即服務', 'saas'],
  ])('finds a term by its Chinese name: %s', (query, id) => {
    expect(found(query)[0]).toBe(id);
  });

  it('finds a term by the beginning of its expansion', () => {
    expect(found('platform as a servic')[0]).toBe('paas');
  });

  it('puts names that begin with the query before names that contain it', () => {
    expect(found('cloud').slice(0, 2)).toEqual(['cloud', 'cloud-computing']);
    expect(found('cloud')).toContain('public-cloud');
  });

  it('does not offer similar names where a name is spelt as the query is', () => {
    expect(found('saas')).toEqual(['saas']);
  });

  it('finds a term by words of its definition, in any order, after all names', () => {
    expect(found('hangzhou company')).toContain('alibaba');
  });

  it('marks the matched part of the name that was matched', () => {
    expect(search('cloud')[1]?.matchedText).toBe('cloud computing');
    expect(marked('cloud')).toEqual(['cloud']);
    expect(marked('阿里云')).toEqual(['阿里云']);
  });

  it('marks in a Chinese name what was typed in pinyin, and says which language it is in', () => {
    expect(search('yunji')[0]).toMatchObject({ matchedText: '云计算', lang: 'zh-CN', ranges: [[0, 2]] });
    expect(search('dd')[0]).toMatchObject({ matchedText: '钉钉', lang: 'zh-CN', ranges: [[0, 2]] });
  });

  it('marks the words of a definition, in the reader’s language where it says so too', () => {
    const chinese = createSearch(readings, ['zh-CN']);
    expect(search('ride hailing company')[0]).toMatchObject({ matchedIn: 'definition', lang: 'en' });
    expect(marked('ride hailing company')).toEqual(['ride', 'hailing', 'company']);
    expect(chinese('WeChat QQ games')[0]).toMatchObject({
      matchedIn: 'definition',
      reading: { term: { id: 'tencent' } },
    });
    expect(search('阿里巴巴的物流公司')[0]).toMatchObject({ matchedIn: 'definition', lang: 'zh-CN' });
  });

  it('marks where a word stands as it is written, whatever was typed', () => {
    expect(marked('singles day')).toEqual(['Singles’ Day']);
    expect(marked('cluod')).toEqual(['cloud']);
  });

  it('shows the label, unmarked, where a hidden form was matched', () => {
    const [first] = search('AliCloud');
    expect(first).toMatchObject({ matchedText: 'Aliyun', ranges: [], reading: { term: { id: 'aliyun' } } });
  });

  it.each(['', '   ', 'zzqq', 'teh'])('finds nothing for %j', (query) => {
    expect(search(query)).toEqual([]);
  });

  it('lists each term once', () => {
    for (const query of ['a', 'cloud', 'internet', '云']) expect(new Set(found(query)).size).toBe(found(query).length);
  });
});
