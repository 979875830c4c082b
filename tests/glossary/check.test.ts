// The rules for the content of a glossary: each has an input that breaks it and nothing else.
import { describe, expect, it } from 'vitest';
import { checkGlossary } from '../../glossary/check.ts';
import { parseInterview } from '../../glossary/interview.ts';
import type { Glossary, Quotation, Sense, Term } from '../../glossary/model.ts';

const SENSE: Sense = {
  id: 'loom',
  definition: { en: 'A machine that weaves.', 'zh-CN': '织布的机器。' },
};

function glossaryOf(...terms: readonly Partial<Term>[]): Glossary {
  return {
    format: 'termlight-glossary',
    version: 1,
    id: 'weaving',
    title: { en: 'Weaving', 'zh-CN': '纺织' },
    terms: terms.map((term) => ({ id: 'loom', label: 'loom', senses: [SENSE], ...term })),
  };
}

function withSense(sense: Partial<Sense>): Glossary {
  return glossaryOf({ senses: [{ ...SENSE, ...sense }] });
}

function withQuotations(...quotations: readonly Quotation[]): Glossary {
  return withSense({ quotations });
}

describe('a definition', () => {
  it('that is one sentence in both languages is good', () => {
    expect(checkGlossary(glossaryOf({}))).toEqual([]);
  });

  it('may have a full stop inside its sentence', () => {
    const definition = { en: 'A machine (hand, power, etc.) that weaves, e.g. cloth, at 2.5 m.', 'zh-CN': '织机。' };
    expect(checkGlossary(withSense({ definition }))).toEqual([]);
  });

  it.each([
    ['en', { en: 'A machine. It weaves.', 'zh-CN': '织机。' }],
    ['zh-CN', { en: 'A machine.', 'zh-CN': '一种机器。它织布。' }],
  ])('of two sentences in %s is an error', (language, definition) => {
    expect(checkGlossary(withSense({ definition }))).toEqual([
      `loom: its definition in ${language} has 2 sentences, it must be one`,
    ]);
  });

  it('may have 300 characters in English and 120 in Chinese, and no more', () => {
    const most = { en: 'x'.repeat(300), 'zh-CN': '织'.repeat(120) };
    const more = { en: 'x'.repeat(301), 'zh-CN': '织'.repeat(121) };
    expect(checkGlossary(withSense({ definition: most }))).toEqual([]);
    expect(checkGlossary(withSense({ definition: more }))).toEqual([
      'loom: its definition in en has 301 characters, 300 at most are allowed',
      'loom: its definition in zh-CN has 121 characters, 120 at most are allowed',
    ]);
  });

  it('is there in every language of the title, and so is every other text', () => {
    const sense = { definition: { en: 'A machine.' }, explanation: { 'zh-CN': '机器。' }, since: { en: 'Rarer.' } };
    expect(checkGlossary(withSense(sense))).toEqual([
      'loom: its definition is missing in zh-CN',
      'loom: its explanation is missing in en',
      'loom: its since is missing in zh-CN',
    ]);
  });
});

describe('a quotation', () => {
  const speaker = 'Someone';

  it('of three whole sentences is good', () => {
    expect(checkGlossary(withQuotations({ text: 'One is here. “Two!” Is three?', speaker }))).toEqual([]);
  });

  it.each([
    ['begins', 'and so it went.'],
    ['ends', 'And so it'],
  ])('that %s within a sentence is an error', (_, text) => {
    expect(checkGlossary(withQuotations({ text, speaker }))).toEqual([
      `loom: its quotation “${text}” is not made of whole sentences`,
    ]);
  });

  it('of four sentences, or of more than 450 characters, is an error', () => {
    const long = `${'X'.repeat(450)}.`;
    expect(checkGlossary(withQuotations({ text: 'One. Two. Three. Four.', speaker }, { text: long, speaker }))).toEqual(
      [
        'loom: its quotation “One. Two. Three. Four.” has 4 sentences, 3 at most are allowed',
        `loom: its quotation “${long}” has 451 characters, 450 at most are allowed`,
      ],
    );
  });
});

describe('a surface form', () => {
  it('of two terms is an error, whatever its case', () => {
    const glossary = glossaryOf({ aliases: ['frame'] }, { id: 'frame', label: 'Frame' });
    expect(checkGlossary(glossary)).toEqual([
      'frame: its form “Frame” stands for loom too, with nothing to tell them apart',
    ]);
  });

  it('may differ from another term’s in its case alone, where both are case-sensitive', () => {
    expect(checkGlossary(glossaryOf({ label: 'IoE' }, { id: 'ioe', label: 'IOE' }))).toEqual([]);
  });

  it('may stand for two terms that both need evidence', () => {
    const evidence = 'required';
    const senses = [{ ...SENSE, cues: ['cloth'] }];
    const others = [{ ...SENSE, cues: ['picture'] }];
    const glossary = glossaryOf(
      { label: 'frame', evidence, senses },
      { id: 'frame', label: 'frame', evidence, senses: others },
    );
    expect(checkGlossary(glossary)).toEqual([]);
  });
});

describe('against the interview', () => {
  const interview = parseInterview(`An interview

Editor’s note:

The loom is old. We met at a mill.

Why weave at all?

TMTPost: Why do you weave? Is it the money?

Hu Xiaoming: I weave because a loom is patient. Cloth is honest.

My father had a loom too.
How does one begin?

TMTPost: How does one begin?

Hu Xiaoming: With thread. ${'Then one waits, and waits again, and the loom says nothing at all about it. '.repeat(8)}

(Follow us everywhere)`);

  const answer: Quotation = {
    text: 'I weave because a loom is patient.',
    speaker: 'Hu Xiaoming',
    question: 'Why do you weave?',
    section: 'Why weave at all?',
  };
  const check = (changes: Partial<Quotation>) => checkGlossary(withQuotations({ ...answer, ...changes }), interview);

  it('a quotation that stands there as it says is good', () => {
    expect(check({})).toEqual([]);
  });

  it('a paragraph without a label belongs to who spoke before, and a heading glued to it to nobody', () => {
    expect(check({ text: 'My father had a loom too.' })).toEqual([]);
    expect(check({ text: 'My father had a loom too.\nHow does one begin?' })).toEqual([
      'loom: its quotation “My father had a loom too. …” does not stand in the interview word for word, in one paragraph',
    ]);
  });

  it('the interviewer and the editor can be quoted too', () => {
    const note = { speaker: 'TMTPost (editor)', section: 'Editor’s note', text: 'The loom is old.' };
    const question = { speaker: 'TMTPost', section: 'Why weave at all?', text: 'Is it the money?', namesTerm: false };
    expect(checkGlossary(withQuotations(note, question), interview)).toEqual([]);
  });

  it.each<[string, Partial<Quotation>, string]>([
    [
      'a changed word',
      { text: 'I weave because the loom is patient.' },
      'does not stand in the interview word for word',
    ],
    ['a part of a sentence', { text: 'I weave' }, 'begins or ends within a sentence'],
    ['another speaker', { speaker: 'TMTPost' }, 'is said by Hu Xiaoming, not by TMTPost'],
    ['another section', { section: 'How does one begin?' }, 'stands under “Why weave at all?”, not under “How does'],
    ['another question', { question: 'How does one begin?' }, 'answers “Why do you weave? Is it …”, not “How does'],
    [
      'a question with a word changed',
      { question: 'Why do we weave?' },
      'answers “Why do you weave? Is it …”, not “Why',
    ],
    ['no question', { question: undefined }, 'but names no question'],
    ['namesTerm: false though it names it', { namesTerm: false }, 'names the term, though namesTerm is false'],
    ['the term not named', { text: 'Cloth is honest.' }, 'does not name the term (namesTerm: false says so)'],
  ])('%s is an error', (_, changes, error) => {
    expect(check(changes)).toContainEqual(expect.stringContaining(error));
  });

  it('the interview is no source for its own headings', () => {
    expect(check({ text: 'How does one begin?', speaker: 'Hu Xiaoming', namesTerm: false })).toContainEqual(
      expect.stringContaining('is said by'),
    );
  });

  it('all quotations together may cover 40 % of it', () => {
    const sentence = 'Then one waits, and waits again, and the loom says nothing at all about it.';
    const rest = { ...answer, question: 'How does one begin?', section: 'How does one begin?' };
    const quotations = [3, 6, 2].map((count) => ({ ...rest, text: Array(count).fill(sentence).join(' ') }));
    expect(checkGlossary(withQuotations(...quotations), interview)).toContainEqual(
      expect.stringMatching(/^all terms: the quotations cover \d+\.\d % of the article, 40 % at most are allowed$/),
    );
  });
});
