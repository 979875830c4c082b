// The glossary of the reader's own terms: what is stored, what is refused, and that all glossaries stand beside it.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { deleteTerm, putTerm, restoreTerm } from '../../entrypoints/background/own-terms.ts';
import { readAllTerms, readCues, readForms, readTerm } from '../../entrypoints/shared/glossaries.ts';
import { readNote, writeNote } from '../../entrypoints/shared/notes.ts';
import { lockGlossaries, readGlossaries, storeGlossary } from '../../entrypoints/shared/publish-glossaries.ts';
import { formsByTerm } from '../../glossary/form-table.ts';
import { scanText } from '../../glossary/matcher.ts';
import type { Glossary, Term } from '../../glossary/model.ts';
import { createTermIndex } from '../../glossary/term-index.ts';
import { hashKey } from '../../glossary/tokens.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  let turn: Promise<unknown> = Promise.resolve();
  const request = (_name: string, work: () => unknown) => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  vi.stubGlobal('navigator', { locks: { request } }); // Node has none
});

const add = (label: string, more = {}) =>
  putTerm({ draft: { label, spellings: '', definition: `What ${label} means.`, ...more }, language: 'en' });
const change = (key: string, draft: object) =>
  putTerm({ draft: { label: 'hippo', spellings: '', definition: 'An animal.', ...draft }, language: 'en', key });
const keys = async () => (await readAllTerms()).map(({ key }) => key);
const litIn = async (text: string) => {
  const forms = await readForms();
  return forms ? scanText(text, createTermIndex(forms)).matches.map(({ term }) => term.key) : [];
};
const store = (glossary: Glossary) => lockGlossaries(async () => storeGlossary(glossary, await readGlossaries()));
const term = (id: string, more: Partial<Term> = {}): Term => ({
  id,
  label: id,
  senses: [{ id, definition: { en: `What ${id} means.` } }],
  ...more,
});
const builtin = (...terms: Term[]): Glossary => ({
  format: 'termlight-glossary',
  version: 1,
  id: 'builtin',
  title: { en: 'Built in' },
  terms,
});

describe('a term of the reader’s own', () => {
  it('is stored as a term of a glossary, in the language of the reader, with its other spellings', async () => {
    const draft = { spellings: 'hippo, river horse、 河马\nhippo', definition: ' An animal\n of rivers. ' };
    expect(await add('  hippo\n potamus ', draft)).toEqual({ ok: true, key: 'my-terms/hippo-potamus' });
    const reading = await readTerm('my-terms/hippo-potamus');
    expect(reading?.glossary.title).toEqual({ en: 'My terms', 'zh-CN': '我的术语' });
    expect(reading?.term).toMatchObject({
      label: 'hippo potamus',
      aliases: ['hippo', 'river horse', '河马'],
      senses: [{ definition: { en: 'An animal of rivers.' } }],
    });
    expect(await litIn('A hippo, two river horses and 一只河马')).toHaveLength(3);
  });

  it('stands beside the built-in glossary, of which an update loses none of them', async () => {
    await store(builtin(term('cloud'), term('saas')));
    await add('hippo');
    await store(builtin(term('cloud'), term('paas')));
    expect((await keys()).sort()).toEqual(['builtin/cloud', 'builtin/paas', 'my-terms/hippo']);
    expect(await litIn('cloud saas paas hippo')).toEqual(['builtin/cloud', 'builtin/paas', 'my-terms/hippo']);
  });

  it('is lit in the place of another glossary’s of the same name', async () => {
    await store(builtin(term('cloud', { senses: [{ id: 'c', definition: { en: 'x' }, cues: ['server'] }] })));
    await add('Cloud');
    expect(await litIn('a cloud')).toEqual(['my-terms/cloud']);
    const cues = await readCues(['builtin/cloud', 'my-terms/cloud', 'builtin/unknown']);
    expect(cues.map(({ terms }) => terms)).toEqual([
      { 'my-terms/cloud': { cues: { texts: '', hashes: [] }, otherSenses: [] } },
      { 'builtin/cloud': { cues: { texts: 'server', hashes: [hashKey('server')] }, otherSenses: [] } },
    ]);
  });

  it('keeps its key when it is changed, and what the form does not show', async () => {
    await store({ ...builtin({ ...term('hippo'), related: ['rhino'], kind: 'work' }, term('rhino')), id: 'my-terms' });
    const answer = await change('my-terms/hippo', { label: 'river horse' });
    expect(answer).toMatchObject({ ok: true, key: 'my-terms/hippo' });
    expect((await readTerm('my-terms/hippo'))?.term).toEqual({
      ...term('hippo'),
      label: 'river horse',
      related: ['rhino'],
      kind: 'work',
      senses: [{ id: 'hippo', definition: { en: 'An animal.' } }],
    });
    expect(await litIn('hippo, river horse')).toEqual(['my-terms/hippo']);
  });

  it('is as it was, in its place, once a change is taken back; a note that has changed since stays', async () => {
    for (const label of ['a1', 'hippo', 'z1']) await add(label);
    const before = await fakeBrowser.storage.local.get(null);
    const answer = await change('my-terms/hippo', { label: 'river horse' });
    await writeNote('my-terms/hippo', 'mine');
    if (answer.ok && answer.earlier) await restoreTerm(answer.earlier);
    expect(await readNote('my-terms/hippo')).toBe('mine');
    await writeNote('my-terms/hippo', '');
    expect(await fakeBrowser.storage.local.get(null)).toEqual(before);
  });

  it('is deleted with its note, and put back with it, where it was', async () => {
    for (const label of ['a1', 'hippo', 'z1']) await add(label);
    await writeNote('my-terms/hippo', 'mine');
    const before = await fakeBrowser.storage.local.get(null);
    const deleted = await deleteTerm({ key: 'my-terms/hippo' });
    expect([await keys(), await litIn('hippo'), await readNote('my-terms/hippo')]).toEqual([
      ['my-terms/a1', 'my-terms/z1'],
      [],
      '',
    ]);
    expect(Object.keys(await fakeBrowser.storage.local.get(null))).not.toContain('term:my-terms/hippo');
    await restoreTerm(deleted);
    expect(await fakeBrowser.storage.local.get(null)).toEqual(before);
  });

  it('is lost by nobody where several are saved at once', async () => {
    await Promise.all([store(builtin(term('cloud'))), ...['a1', 'b1', 'c1'].map((label) => add(label))]);
    expect((await keys()).sort()).toEqual(['builtin/cloud', 'my-terms/a1', 'my-terms/b1', 'my-terms/c1']);
    expect(formsByTerm((await readForms()) as never).size).toBe(4);
  });

  it('has an id of its own: by its letters, by the numbers of other signs, by a number where it is taken', async () => {
    const ids = [];
    for (const label of ['C', 'C++', '河马', 'Web 2.0', 'web 2 0'])
      ids.push(await add(label, { definition: 'x' }).then((answer) => answer.ok && answer.key));
    expect(ids).toEqual([
      'my-terms/c',
      'my-terms/c-2b-2b',
      'my-terms/6cb3-9a6c',
      'my-terms/web-2-2e-0',
      'my-terms/web-2-0',
    ]);
    await store({ ...builtin(term('x', { label: 'other' })), id: 'my-terms' });
    expect(await add('X')).toEqual({ ok: true, key: 'my-terms/x-2' });
  });
});

describe('a draft', () => {
  it.each([
    [{ label: ' – ' }, { label: { kind: 'empty' } }],
    [{ label: 'x'.repeat(101) }, { label: { kind: 'long', most: 100, found: 101 } }],
    [{ label: 'HIPPO' }, { label: { kind: 'taken' } }],
    [{ definition: ' \n' }, { definition: { kind: 'empty' } }],
    [{ definition: 'x'.repeat(301) }, { definition: { kind: 'long', most: 300, found: 301 } }],
    [{ spellings: 'a, –' }, { spellings: { kind: 'empty' } }],
    [{ spellings: `a, ${'x'.repeat(101)}` }, { spellings: { kind: 'long', most: 100, found: 101 } }],
    [
      { spellings: Array.from({ length: 31 }, (_, at) => at).join() },
      { spellings: { kind: 'many', most: 30, found: 31 } },
    ],
    [
      { label: '', definition: '' },
      { label: { kind: 'empty' }, definition: { kind: 'empty' } },
    ],
  ])('is refused with what is wrong by field: %j', async (draft, faults) => {
    await add('hippo');
    const before = await fakeBrowser.storage.local.get(null);
    expect(await add('rhino', draft)).toEqual({ ok: false, faults, termFaults: [] });
    expect(await fakeBrowser.storage.local.get(null)).toEqual(before);
  });

  it('in Chinese has a shorter definition', async () => {
    const draft = { label: '河马', spellings: '', definition: '河'.repeat(121) };
    expect(await putTerm({ draft, language: 'zh-CN' })).toMatchObject({
      ok: false,
      faults: { definition: { most: 120 } },
    });
  });

  it('is refused with the errors of the format where the glossary would not validate', async () => {
    await store({ ...builtin({ ...term('bad'), level: 'rare' as never }), id: 'my-terms' });
    expect(await add('hippo')).toMatchObject({ ok: false, termFaults: [{ place: 'terms[0].level' }] });
  });

  it('changes nothing where the browser cannot write', async () => {
    await add('hippo');
    const before = await fakeBrowser.storage.local.get(null);
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QuotaExceededError'));
    await expect(add('rhino')).rejects.toThrow('Quota');
    await expect(change('my-terms/hippo', { definition: 'New.' })).rejects.toThrow('Quota');
    await expect(deleteTerm({ key: 'my-terms/hippo' })).rejects.toThrow('Quota');
    expect(await fakeBrowser.storage.local.get(null)).toEqual(before);
  });
});
