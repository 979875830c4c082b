// What a text becomes in the form for a term, and how a term stands in it.
import { expect, it } from 'vitest';
import { draftFor, draftOf, termOf } from '../../glossary/term-draft.ts';

it('a text is put on one line, and cut where it is longer than a name may be', () => {
  expect(draftFor('  two\n words ').label).toBe('two words');
  expect(draftFor('a selection that was cut…').label).toBe('a selection that was cut');
  expect([...draftFor('𝒙'.repeat(200)).label]).toHaveLength(100);
});

it('a term stands in the form in a language that it has, and keeps it', () => {
  const term = { id: 'a', label: 'a', aliases: ['b', 'c'], senses: [{ id: 'a', definition: { 'zh-CN': '甲' } }] };
  const { draft, language } = draftOf(term, ['en', 'zh']);
  expect([draft, language]).toEqual([{ label: 'a', spellings: 'b, c', definition: '甲' }, 'zh-CN']);
  expect(termOf(draft, language, term)).toEqual(term);
  expect(termOf({ ...draft, spellings: ' ' }, language, term)).not.toHaveProperty('aliases');
});
