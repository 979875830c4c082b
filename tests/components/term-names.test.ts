// Which names stand beside a term's label, and in which order.
import { describe, expect, it } from 'vitest';
import { allNames, namesBeside } from '../../components/term-names.ts';
import type { Term } from '../../glossary/model.ts';

const saas: Term = {
  id: 'saas',
  label: 'SaaS',
  aliases: ['Software as a Service', 'on-demand software'],
  hiddenForms: ['SAAS'],
  translations: { 'zh-CN': ['软件即服务'], 'zh-TW': ['軟體即服務'] },
  senses: [],
};
const texts = (names: readonly { text: string }[]) => names.map(({ text }) => text);

describe('the names beside a label', () => {
  it('are the expansion and the Chinese form', () => {
    expect(texts(namesBeside(saas, ['en-GB', 'en']))).toEqual(['Software as a Service', '软件即服务']);
  });

  it('begin with the Chinese form for a Chinese reader, in the reader’s own script', () => {
    expect(texts(namesBeside(saas, ['zh-CN', 'en']))).toEqual(['软件即服务', 'Software as a Service']);
    expect(texts(namesBeside(saas, ['zh-TW', 'en']))).toEqual(['軟體即服務', 'Software as a Service']);
  });

  it('carry the language they are in', () => {
    expect(namesBeside(saas, ['en'])[1]).toEqual({ text: '软件即服务', lang: 'zh-CN' });
  });

  it('leave out a translation that is the label', () => {
    expect(namesBeside({ ...saas, aliases: [], translations: { 'zh-CN': ['SaaS'] } }, ['zh-CN'])).toEqual([]);
  });

  it('are joined by all others, each once and no hidden form, where there is room', () => {
    expect(texts(allNames(saas, ['en']))).toEqual([
      'Software as a Service',
      '软件即服务',
      'on-demand software',
      '軟體即服務',
    ]);
  });
});
