// What people type into the search box, and the term of the built-in glossary that they mean.
import { describe, expect, it } from 'vitest';
import { termKey } from '../../glossary/model.ts';
import { createSearch } from '../../glossary/search.ts';
import { builtinGlossary } from '../../scripts/builtin-glossary.ts';

const glossary = builtinGlossary();
const search = createSearch(glossary.terms.map((term) => ({ key: termKey(glossary.id, term.id), term })));
const found = (query: string) => search(query).map(({ reading }) => reading.term.id);

/** Query and the id of the term that must come first. */
type Expected = readonly [query: string, id: string];

const NAMES: Expected[] = [
  ['cloud', 'cloud'],
  ['cloud comp', 'cloud-computing'],
  ['the cloud', 'cloud'],
  ['cloudcomputing', 'cloud-computing'],
  ['private', 'private-cloud'],
  ['private cloud', 'private-cloud'],
  ['public', 'public-cloud'],
  ['hybrid', 'hybrid-cloud'],
  ['pri', 'private-cloud'],
  ['big', 'big-data'],
  ['BIG DATA', 'big-data'],
  ['iot', 'internet-of-things'],
  ['IoT', 'internet-of-things'],
  ['internet of', 'internet-of-things'],
  ['internet +', 'internet-plus'],
  ['internet+', 'internet-plus'],
  ['quantum comp', 'quantum-computing'],
  ['ai', 'ai'],
  ['A.I.', 'ai'],
  ['artificial', 'ai'],
  ['alibaba', 'alibaba'],
  ['alib', 'alibaba'],
  ['alicloud', 'aliyun'],
  ['ali cloud', 'aliyun'],
  ['alibaba cloud', 'aliyun'],
  ['ding talk', 'dingtalk'],
  ['jack ma', 'jack-ma'],
  ['jack', 'jack-ma'],
  ['simon hu', 'hu-xiaoming'],
  ['peter drucker', 'drucker'],
  ['singles day', 'double-eleven'],
  ['double 11', 'double-eleven'],
  ['office365', 'office-365'],
  ['microsoft 365', 'office-365'],
  ['apsara', 'computing-conference'],
  ['b2b', '2b'],
  ['SOE', 'state-owned-company'],
  ['state owned', 'state-owned-company'],
  ['datacenter', 'data-center-operating-system'],
  ['face recognition', 'facial-recognition'],
  ['bot', 'chatbot'],
  ['computing power', 'computing-capacity'],
  ['computing cloud', 'cloud-computing'],
  ['recognition facial', 'facial-recognition'],
  ['amazon web', 'aws'],
  ['ant', 'ant-financial'],
  ['what is saas', 'saas'],
  ['what does ioe mean', 'ioe'],
];

const MISSPELT: Expected[] = [
  ['alibab', 'alibaba'],
  ['albiaba', 'alibaba'],
  ['alibba', 'alibaba'],
  ['allibaba', 'alibaba'],
  ['ailyun', 'aliyun'],
  ['alyun', 'aliyun'],
  ['tecent', 'tencent'],
  ['tenecnt', 'tencent'],
  ['biadu', 'baidu'],
  ['tabao', 'taobao'],
  ['toabao', 'taobao'],
  ['dignding', 'dingtalk'],
  ['dingtlak', 'dingtalk'],
  ['could computing', 'cloud-computing'],
  ['clod computing', 'cloud-computing'],
  ['cluod', 'cloud'],
  ['hybird cloud', 'hybrid-cloud'],
  ['pirvate cloud', 'private-cloud'],
  ['quantam computing', 'quantum-computing'],
  ['elasticty', 'elasticity'],
  ['ecosytem', 'ecosystem'],
  ['eco system', 'ecosystem'],
  ['fremium', 'freemium'],
  ['premium', 'freemium'],
  ['infomatization', 'informatization'],
  ['chatbto', 'chatbot'],
  ['deep lerning', 'deep-learning'],
  ['facial recogniton', 'facial-recognition'],
  ['micorsoft', 'microsoft'],
  ['amazn', 'amazon'],
  ['gogle', 'google'],
  ['facebok', 'facebook'],
  ['acenture', 'accenture'],
  ['druker', 'drucker'],
  ['dockr', 'docker'],
  ['azrue', 'azure'],
  ['zhjiang', 'zhejiang'],
  ['gaungdong', 'guangdong'],
  ['alpahgo', 'alphago'],
  ['weibbo', 'weibo'],
  ['pass', 'paas'],
  ['saaas', 'saas'],
  ['sass', 'saas'],
  ['asw', 'aws'],
  ['cainaio', 'cainiao'],
  ['techology dividend', 'technology-dividend'],
  ['tecnology', 'technology-dividend'],
  ['inclusve finanse', 'inclusive-finance'],
  ['singels day', 'double-eleven'],
];

const CHINESE: Expected[] = [
  ['云', 'cloud'],
  ['云计算', 'cloud-computing'],
  ['雲計算', 'cloud-computing'],
  ['雲端運算', 'cloud-computing'],
  ['云計算', 'cloud-computing'],
  ['私有云', 'private-cloud'],
  ['私有雲', 'private-cloud'],
  ['混合', 'hybrid-cloud'],
  ['大数据', 'big-data'],
  ['大數據', 'big-data'],
  ['人工智能', 'ai'],
  ['人工智慧', 'ai'],
  ['支付宝', 'alipay'],
  ['支付寶', 'alipay'],
  ['腾讯', 'tencent'],
  ['騰訊', 'tencent'],
  ['马云', 'jack-ma'],
  ['馬雲', 'jack-ma'],
  ['双11', 'double-eleven'],
  ['双十一', 'double-eleven'],
  ['物联网', 'internet-of-things'],
  ['物聯網', 'internet-of-things'],
  ['工业互联网', 'industrial-internet'],
  ['产业互联网', 'industrial-internet'],
  ['算力', 'computing-capacity'],
  ['阿里云', 'aliyun'],
  ['阿里雲', 'aliyun'],
  ['釘釘', 'dingtalk'],
  ['阿里运', 'aliyun'],
  ['丁丁', 'dingtalk'],
  ['云记算', 'cloud-computing'],
  ['腾迅', 'tencent'],
  ['淘保', 'taobao'],
  ['平台既服务', 'paas'],
  ['蚂蚁', 'ant-financial'],
  ['螞蟻金服', 'ant-financial'],
  ['人脸识别', 'facial-recognition'],
  ['人脸', 'facial-recognition'],
  ['首席执行官', 'ceo'],
  ['什么是云计算', 'cloud-computing'],
  ['深度學習', 'deep-learning'],
  ['风控', 'risk-control'],
  ['雲棲大會', 'computing-conference'],
  ['軟體即服務', 'saas'],
  ['国企', 'state-owned-company'],
  ['民企', 'private-company'],
];

const PINYIN: Expected[] = [
  ['dingding', 'dingtalk'],
  ['dīngdīng', 'dingtalk'],
  ['ding1ding1', 'dingtalk'],
  ['ding ding', 'dingtalk'],
  ['dingdin', 'dingtalk'],
  ['a li yun', 'aliyun'],
  ['ā lǐ yún', 'aliyun'],
  ['aliyunjisuan', 'aliyun'],
  ['yunjisuan', 'cloud-computing'],
  ['yun ji suan', 'cloud-computing'],
  ['yunjis', 'cloud-computing'],
  ['siyouyun', 'private-cloud'],
  ['hunheyun', 'hybrid-cloud'],
  ['tengxun', 'tencent'],
  ['téngxùn', 'tencent'],
  ['zhifubao', 'alipay'],
  ['zhi fu bao', 'alipay'],
  ['mayun', 'jack-ma'],
  ['tianmao', 'tmall'],
  ['cai niao', 'cainiao'],
  ['dashuju', 'big-data'],
  ['rengongzhineng', 'ai'],
  ['wulianwang', 'internet-of-things'],
  ['shuangshiyi', 'double-eleven'],
  ['shuang11', 'double-eleven'],
  ['mayijinfu', 'ant-financial'],
  ['suanli', 'computing-capacity'],
  ['tuijianlv', 'recommendation-rate'],
  ['tuijianlü', 'recommendation-rate'],
  ['shengtai', 'ecosystem'],
  ['tanxing', 'elasticity'],
  ['hangyeyun', 'industrial-cloud'],
  ['weiruan', 'microsoft'],
  ['yamaxun', 'amazon'],
  ['guge', 'google'],
  ['ruanjianjifuwu', 'saas'],
  ['fengkong', 'risk-control'],
  ['xinxihua', 'informatization'],
  ['dd', 'dingtalk'],
  ['aly', 'aliyun'],
  ['alyjs', 'aliyun'],
  ['yjs', 'cloud-computing'],
  ['zfb', 'alipay'],
  ['dsj', 'big-data'],
  ['rgzn', 'ai'],
  ['wlw', 'internet-of-things'],
  ['mayjf', 'ant-financial'],
  ['albb', 'alibaba'],
  ['cyhlw', 'industrial-internet'],
  ['rlsb', 'facial-recognition'],
];

const EXPANSIONS: Expected[] = [
  ['platform as a servic', 'paas'],
  ['software as service', 'saas'],
  ['software as a', 'saas'],
  ['infrastructure', 'iaas'],
  ['infrastructure-as-a-service', 'iaas'],
  ['chief technical', 'cto'],
  ['chief information', 'cio'],
  ['application programming', 'api'],
  ['system integrator', 'si'],
  ['independent software vendor', 'sv'],
  ['business to business', '2b'],
  ['business to consumer', '2c'],
  ['ibm oracle emc', 'ioe'],
  ['amazon web services', 'aws'],
  ['peter f drucker', 'drucker'],
  ['baidu alibaba tencent', 'bat'],
];

const GISTS: Expected[] = [
  ['three companies that dominated chinese internet', 'bat'],
  ['costly foreign servers databases storage', 'ioe'],
  ['software rented by subscription', 'saas'],
  ['program that beat lee sedol', 'alphago'],
  ['founder of alibaba', 'jack-ma'],
  ['chinese question and answer site', 'zhihu'],
  ['ride hailing company', 'didi'],
  ['microblogging site', 'weibo'],
  ['logistics company parcels', 'cainiao'],
  ['rivals undercut one another', 'price-war'],
  ['basic product is free, extras are paid', 'freemium'],
  ['neural networks of many layers', 'deep-learning'],
  ['packs a program into a container', 'docker'],
  ['public and private cloud together', 'hybrid-cloud'],
  ['everyday objects with sensors', 'internet-of-things'],
  ['who compares a face with stored ones', 'facial-recognition'],
  ['catching fraud and bad loans', 'risk-control'],
  ['program that converses with people', 'chatbot'],
  ['chinese company search engine', 'baidu'],
  ['company behind wechat', 'tencent'],
  ['app for work by alibaba', 'dingtalk'],
  ['11 november sale', 'double-eleven'],
  ['social network zuckerberg', 'facebook'],
  ['nickname of hu xiaoming', 'sun-quan'],
  ['多层神经网络', 'deep-learning'],
  ['阿里巴巴的物流公司', 'cainiao'],
];

/** Where several terms are as good an answer: the term must be among the first three. */
const AMONG_FIRST_THREE: Expected[] = [
  ['operating system', 'client-operating-system'],
  ['operating system', 'data-center-operating-system'],
  ['internet', 'internet-of-things'],
  ['internet', 'internet-plus'],
  ['dd', 'didi'],
  ['ali', 'alibaba'],
  ['computing', 'computing-capacity'],
  ['finance', 'internet-finance'],
  ['finance', 'inclusive-finance'],
  ['yun', 'cloud'],
  ['互联网', 'internet-plus'],
  ['innovation', 'mass-innovation'],
  ['system', 'si'],
];

const NONSENSE = [
  'zzqq',
  'teh',
  'cat',
  'asdfgh',
  'qwertyuiop',
  'xkcd',
  'lorem ipsum dolor',
  'purple elephant sandwich',
  'how to cook rice',
  'blockchain',
  'bitcoin price',
  'kubernetes',
  'the',
  'what is',
  '香蕉',
  '你好吗',
  '区块链',
  '區塊鏈',
  '独角兽',
  '12345',
  '???',
  '-',
  'xqzwv plmk',
];

describe.each([
  ['a name', NAMES],
  ['a misspelt name', MISSPELT],
  ['a Chinese name', CHINESE],
  ['pinyin', PINYIN],
  ['an expansion', EXPANSIONS],
  ['the gist of a definition', GISTS],
])('typing %s', (_, expected) => {
  it.each(expected)('%s finds %s first', (query, id) => {
    expect(found(query)[0]).toBe(id);
  });
});

/** A label without its middle letter, and with that and the next one swapped. */
function misspell(label: string): string[] {
  const middle = Math.floor(label.length / 2);
  const [before, letter, next, after] = [
    label.slice(0, middle),
    label.charAt(middle),
    label.charAt(middle + 1),
    label.slice(middle + 2),
  ];
  return [before + next + after, before + next + letter + after];
}

describe('every term is found first', () => {
  it.each(glossary.terms)(
    'by each of its names: $id',
    ({ id, label, aliases = [], hiddenForms = [], translations }) => {
      const names = [label, ...aliases, ...hiddenForms, ...Object.values(translations ?? {}).flat()];
      expect(names.filter((name) => found(name)[0] !== id)).toEqual([]);
    },
  );

  it.each(glossary.terms.filter(({ label }) => label.length > 5))('by its label misspelt: $id', ({ id, label }) => {
    expect(misspell(label).filter((typed) => found(typed)[0] !== id)).toEqual([]);
  });
});

describe('typing what several terms answer', () => {
  it.each(AMONG_FIRST_THREE)('%s finds %s among the first three', (query, id) => {
    expect(found(query).slice(0, 3)).toContain(id);
  });
});

describe('typing what the glossary does not have', () => {
  it.each(NONSENSE)('%s finds nothing', (query) => {
    expect(found(query)).toEqual([]);
  });
});
