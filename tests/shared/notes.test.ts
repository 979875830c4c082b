// Notes in the store: one key a term, gone when they are empty, and none in private windows.
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { headKey, readTerm, textKey } from '../../entrypoints/shared/glossaries.ts';
import { readNote, writeNote } from '../../entrypoints/shared/notes.ts';

const KEY = 'g/saas';
const inPrivateWindow = (isPrivate: boolean) =>
  Object.defineProperty(fakeBrowser, 'extension', { configurable: true, value: { inIncognitoContext: isPrivate } });

beforeEach(async () => {
  fakeBrowser.reset();
  inPrivateWindow(false);
  await fakeBrowser.storage.local.set({
    [textKey(KEY)]: { id: 'saas' },
    [headKey('g')]: { id: 'g', termIds: ['saas'] },
  });
});

it('is kept beside the term, and read with it', async () => {
  await writeNote(KEY, 'mine');
  expect(await readNote(KEY)).toBe('mine');
  expect((await readTerm(KEY))?.note).toBe('mine');
});

it('leaves nothing behind when it is emptied', async () => {
  await writeNote(KEY, 'mine');
  await writeNote(KEY, ' ');
  expect(Object.keys(await fakeBrowser.storage.local.get(null))).toEqual([textKey(KEY), headKey('g')]);
});

it('is not shown in private windows', async () => {
  await writeNote(KEY, 'mine');
  inPrivateWindow(true);
  expect((await readTerm(KEY))?.note).toBeUndefined();
});
