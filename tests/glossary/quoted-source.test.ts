// All quotations of a glossary, back in the order of their source, with the terms in them.
import { describe, expect, it } from 'vitest';
import type { Quotation, Term } from '../../glossary/model.ts';
import { readInOrder } from '../../glossary/quoted-source.ts';
import { findQuotedTerms } from '../../glossary/quoted-terms.ts';
import { builtinGlossary } from '../../scripts/builtin-glossary.ts';

const term = (id: string, quotations: readonly Quotation[], more: Partial<Term> = {}): Term => ({
  id,
  label: id,
  senses: [{ id, definition: { en: '…' }, quotations }],
  ...more,
});
const quoted = (text: string, position?: number, more: Partial<Quotation> = {}): Quotation => ({
  text,
  speaker: 'Jane Roe',
  ...(position !== undefined && { position }),
  ...more,
});
const keyed = (terms: readonly Term[]) => terms.map((one) => ({ key: `g/${one.id}`, term: one }));
const textsOf = (terms: readonly Term[]) =>
  readInOrder(keyed(terms)).map(({ section, answers }) => [
    section,
    ...answers.map(({ question, passages }) => [question, ...passages.map(({ quotation }) => quotation.text)]),
  ]);

describe('readInOrder', () => {
  it('goes by position, under headings and questions', () => {
    const terms = [
      term('a', [quoted('Third.', 30, { section: 'Two', question: 'Why?' }), quoted('First.', 10, { section: 'One' })]),
      term('b', [quoted('Second.', 20, { section: 'Two', question: 'How?' })]),
    ];
    expect(textsOf(terms)).toEqual([
      ['One', [undefined, 'First.']],
      ['Two', ['How?', 'Second.'], ['Why?', 'Third.']],
    ]);
  });

  it('keeps the order of the file where there are no positions', () => {
    expect(textsOf([term('a', [quoted('One.'), quoted('Two.')]), term('b', [quoted('Three.')])])).toEqual([
      [undefined, [undefined, 'One.', 'Two.', 'Three.']],
    ]);
  });

  it('has a quotation once that several terms share, and names them all', () => {
    const [section] = readInOrder(keyed([term('a', [quoted('Both.')]), term('b', [quoted('Both.')])]));
    expect(section?.answers[0]?.passages.map(({ keys }) => keys)).toEqual([['g/a', 'g/b']]);
  });

  it('says no sentence twice: of a part and the whole, and of two that overlap', () => {
    const terms = [
      term('a', [quoted('One is here. Two is there.', 10), quoted('Three comes last.', 40)]),
      term('b', [quoted('Two is there.', 23), quoted('Two is there. Two and a half.', 23)]),
    ];
    expect(textsOf(terms)).toEqual([
      [undefined, [undefined, 'One is here. Two is there. Two and a half.', 'Three comes last.']],
    ]);
  });

  it('shows a question that is quoted itself as the question only', () => {
    const terms = [
      term('a', [quoted('What of it?', 1, { section: 'S' })]),
      term('b', [quoted('Much.', 2, { section: 'S', question: 'Well. What of it?' })]),
    ];
    expect(textsOf(terms)).toEqual([['S', ['Well. What of it?', 'Much.']]]);
  });

  it('leads through the built-in glossary’s interview once, from the note to the last answer', () => {
    const sections = readInOrder(keyed(builtinGlossary().terms));
    expect(sections.map(({ section }) => section)).toEqual([
      'Editor’s note',
      'This time, private companies are falling behind',
      'Why did you take over Aliyun?',
      'How to manage the complex system of Aliyun?',
      'Trust wins it all in the industrial Internet sector',
      'Why Aliyun is doing so much advertising work?',
      'Industrial cloud is a pseudo proposition',
      'Where are Aliyun’s boundaries?',
      'Technology changes my value',
    ]);
    const passages = sections.flatMap(({ answers }) => answers.flatMap((answer) => answer.passages));
    const positions = passages.map(({ quotation }) => quotation.position ?? Number.NaN);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  });
});

describe('findQuotedTerms', () => {
  const litIn = (terms: readonly Term[], text: string) => {
    const head = { format: 'termlight-glossary', version: 1, id: 'g', title: { en: 'G' } } as const;
    const found = findQuotedTerms({ head, terms }, readInOrder(keyed(terms)));
    return found.get(text)?.map(({ start, end, key }) => `${text.slice(start, end)}: ${key}`);
  };

  it('finds terms in passages and in questions', () => {
    const terms = [
      term('widget', [quoted('No gadget is a widget.', 1, { question: 'Why widgets?' })]),
      term('gadget', []),
    ];
    expect(litIn(terms, 'No gadget is a widget.')).toEqual(['gadget: g/gadget', 'widget: g/widget']);
    expect(litIn(terms, 'Why widgets?')).toEqual(['widgets: g/widget']);
  });

  it('lights an everyday term only where it is what the passage is quoted for', () => {
    const terms = [
      term('trust', [quoted('It is trust that counts.', 1)], { level: 'everyday' }),
      term('widget', [quoted('They trust the widget.', 2)]),
    ];
    expect(litIn(terms, 'It is trust that counts.')).toEqual(['trust: g/trust']);
    expect(litIn(terms, 'They trust the widget.')).toEqual(['widget: g/widget']);
  });

  it('lights no word that means something else', () => {
    const terms = [
      term('bat', [quoted('The widget flew.', 1)], {
        label: 'BAT',
        evidence: 'required',
        otherSenses: [{ label: 'tobacco', cues: ['cigarettes'] }],
      }),
      term('widget', [quoted('The widget maker BAT sells cigarettes.', 2)]),
    ];
    expect(litIn(terms, 'The widget maker BAT sells cigarettes.')).toEqual(['widget: g/widget']);
  });
});
