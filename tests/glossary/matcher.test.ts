import { describe, expect, it } from 'vitest';
import { litTexts, spot, type TestTerm } from './spotted.ts';

const SAAS: TestTerm = { label: 'SaaS', aliases: ['Software as a Service'], translations: { 'zh-CN': ['软件即服务'] } };
const PAAS: TestTerm = { label: 'PaaS' };
const CLOUD: TestTerm = { label: 'cloud computing', translations: { 'zh-CN': ['云计算'] } };
const PUBLIC_CLOUD: TestTerm = { label: 'public cloud', translations: { 'zh-CN': ['公有云'] } };
const ALIYUN: TestTerm = { label: 'Aliyun', kind: 'company', translations: { 'zh-CN': ['阿里云'] } };
const CONFERENCE: TestTerm = { label: 'Computing Conference', translations: { 'zh-CN': ['阿里云栖大会'] } };
const PLUS: TestTerm = { label: 'Internet+' };

describe('where a term begins and ends', () => {
  it('takes whole words only', () => {
    expect(litTexts('SaaSy mySaaS SaaS2 SaaS', [SAAS])).toEqual(['SaaS']);
  });

  it('reads compounds with hyphens and slashes', () => {
    expect(litTexts('SaaS-based, non-SaaS, PaaS/SaaS', [SAAS, PAAS])).toEqual(['SaaS', 'SaaS', 'PaaS', 'SaaS']);
  });

  it('leaves a possessive outside', () => {
    expect(litTexts("Aliyun’s and Aliyun's clients", [ALIYUN])).toEqual(['Aliyun', 'Aliyun']);
  });

  it('takes regular plurals of terms, and none of names', () => {
    expect(litTexts('Two public clouds by two Aliyuns.', [PUBLIC_CLOUD, ALIYUN])).toEqual(['public clouds']);
  });

  it('needs the sign that is part of a form', () => {
    expect(litTexts('Internet+ and Internet', [PLUS])).toEqual(['Internet+']);
  });

  it('gives UTF-16 offsets into the text, line after line', () => {
    const text = '😀 SaaS\n\nmore SaaS';
    const found = spot(text, [SAAS]);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['SaaS', 'SaaS']);
    expect(found.map(({ start }) => start)).toEqual([3, 14]);
  });
});

describe('the words between', () => {
  it('lets white space of any kind and hyphens stand for each other', () => {
    expect(litTexts('cloud  computing, cloud\u00a0computing, cloud-computing', [CLOUD])).toHaveLength(3);
  });

  it('never joins words over punctuation', () => {
    expect(litTexts('public, cloud. Computing', [CLOUD, PUBLIC_CLOUD])).toEqual([]);
  });

  it('passes over invisible characters', () => {
    expect(litTexts('cloud com\u00adput\u200bing 云\u200b计算', [CLOUD])).toHaveLength(2);
  });

  it('takes the longest of several forms', () => {
    expect(litTexts('public cloud computing', [CLOUD, PUBLIC_CLOUD, { label: 'public cloud computing' }])).toEqual([
      'public cloud computing',
    ]);
  });
});

describe('case', () => {
  it('holds acronyms and forms with inner capitals to their case', () => {
    expect(litTexts('saas Saas SaaS', [SAAS])).toEqual(['SaaS']);
  });

  it('takes ordinary words in any case', () => {
    expect(litTexts('Cloud computing, CLOUD COMPUTING', [CLOUD])).toHaveLength(2);
  });

  it('follows the rule of a term for its label, and the shape for its other forms', () => {
    const azure: TestTerm = { label: 'Azure', kind: 'product', caseSensitive: true, aliases: ['Microsoft cloud'] };
    expect(litTexts('azure Azure MICROSOFT CLOUD', [azure])).toEqual(['Azure', 'MICROSOFT CLOUD']);
  });
});

describe('Chinese', () => {
  it('finds forms in text without spaces', () => {
    expect(litTexts('企业把业务放到公有云，软件即服务走向云计算。', [CLOUD, PUBLIC_CLOUD, SAAS])).toEqual([
      '公有云',
      '软件即服务',
      '云计算',
    ]);
  });

  it('finds Latin forms between Chinese characters', () => {
    expect(litTexts('国内SaaS厂商', [SAAS])).toEqual(['SaaS']);
  });

  it('does not cut a longer known word in two', () => {
    expect(litTexts('阿里云栖大会', [ALIYUN, CONFERENCE])).toEqual(['阿里云栖大会']);
  });

  it('reads full-width letters as plain ones', () => {
    expect(litTexts('采购ＳａａＳ服务', [SAAS])).toEqual(['ＳａａＳ']);
  });
});

describe('addresses, files and identifiers', () => {
  it.each([
    'https://aliyun.com/saas?q=SaaS',
    'www.SaaS.com',
    'mail SaaS@example.com',
    '@SaaS',
    'SaaS.exe',
    'the folder /srv/SaaS/data',
    'C:\\SaaS\\bin',
    'my_SaaS_app',
    'SaaS()',
    'foo.SaaS',
    'https://example.org/wiki/Cloud_(SaaS)',
    'https://example.org/wiki/服务/SaaS',
    'q83vEjRWeJ+SaaS/Zm9vYmFyMTIz',
    'sha256-4fG7SaaS/SaaS+x9QzT1b0uW3e=',
  ])('lights nothing in %s', (text) => {
    expect(litTexts(text, [SAAS])).toEqual([]);
  });

  it.each(['https://example.org/wiki/公有云', 'zh.example.org/wiki/公有云/价格', 'https://example.org/?q=大公有云'])(
    'lights nothing in Chinese in %s',
    (text) => {
      expect(litTexts(text, [PUBLIC_CLOUD])).toEqual([]);
    },
  );

  it.each([
    'https://example.org/，公有云',
    'https://example.org 公有云',
    '（example.org）公有云',
    '混合云/公有云',
    '[文档](https://example.org/a)公有云',
  ])('lights the word in %s', (text) => {
    expect(litTexts(text, [PUBLIC_CLOUD])).toEqual(['公有云']);
  });

  it.each(['IaaS/PaaS/SaaS/FaaS/CaaS/DaaS', 'IaaS+PaaS+SaaS'])('lights the word in the list %s', (text) => {
    expect(litTexts(text, [SAAS])).toEqual(['SaaS']);
  });

  it.each(['#SaaS', '(SaaS)', '“SaaS”', 'SaaS.', 'SaaS: a view', 'We buy SaaS.\nThey sell.', 'SaaS（软件）'])(
    'lights the word in %s',
    (text) => {
      expect(litTexts(text, [SAAS])).toEqual(['SaaS']);
    },
  );

  it('takes a number with a letter only where it stands alone', () => {
    const toBusiness: TestTerm = { label: '2B' };
    expect(litTexts('$2B, 1.2B, #2B, a 2B business', [toBusiness])).toEqual(['2B']);
  });
});

describe('spellings', () => {
  it('takes British and American spellings for each other', () => {
    const terms: TestTerm[] = [{ label: 'data center operating system' }, { label: 'informatisation' }];
    expect(litTexts('a data centre operating system; Informatization', terms)).toHaveLength(2);
  });

  it('takes a short first part with or without its hyphen, or a space', () => {
    expect(litTexts('ecommerce, e-commerce, E-Commerce', [{ label: 'e-commerce' }])).toHaveLength(3);
  });

  it('leaves a longer word alone that begins like the other spelling', () => {
    expect(litTexts('programme, programmer', [{ label: 'program' }])).toEqual(['programme']);
  });
});

describe('words that hold a form', () => {
  const aliyun: TestTerm = {
    label: 'Aliyun',
    translations: { 'zh-CN': ['阿里云'] },
    evidence: 'against',
    cues: ['钉钉', '云计算', '服务器'],
    otherSenses: [{ label: 'Ngari', cues: ['阿里云海'] }],
  };

  it('are not cut in two, whatever else the page says', () => {
    expect(litTexts('阿里云海很美。阿里云的云计算、服务器和钉钉。', [aliyun])).toEqual(['阿里云']);
  });
});

describe('among capitals', () => {
  const si: TestTerm = { label: 'AWS', cues: ['Azure'] };

  it('a short acronym needs evidence', () => {
    expect(litTexts('THE STORM AWS WATCH GOES ON', [si])).toEqual([]);
    expect(litTexts('THE STORM AWS WATCH GOES ON\nAzure too', [si])).toEqual(['AWS']);
    expect(litTexts('The storm AWS watch goes on', [si])).toEqual(['AWS']);
  });
});
