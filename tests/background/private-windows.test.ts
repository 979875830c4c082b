// What a private window asks to have remembered is refused; whatever else asks is heard.
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onCommand } from '../../entrypoints/background/commands.ts';
import { unlessPrivate } from '../../entrypoints/background/private-windows.ts';
import { readSettings } from '../../entrypoints/shared/settings.ts';

beforeEach(() => {
  fakeBrowser.reset();
  let turn: Promise<unknown> = Promise.resolve();
  const request = (_name: string, work: () => unknown) => {
    turn = turn.then(work);
    return turn;
  };
  vi.stubGlobal('navigator', { locks: { request } }); // Node has none
});

it('nothing is remembered for a private window, and it is told so', async () => {
  const remember = vi.fn(async () => undefined);
  const listener = unlessPrivate(remember);
  await expect(listener({}, { tab: { incognito: true } })).rejects.toThrow('private');
  expect(remember).not.toHaveBeenCalled();
});

it.each([{ tab: { incognito: false } }, {}])('what comes from %j is', async (sender) => {
  const remember = vi.fn(async () => undefined);
  await unlessPrivate(remember)({ term: 'g/a' }, sender);
  expect(remember).toHaveBeenCalledWith({ term: 'g/a' });
});

it('the key that switches a site is not heard in a private window', async () => {
  const tab = { windowId: 1, url: 'https://a.example/' };
  const sitesOff = async () => (await readSettings()).settings.sitesOff;
  onCommand('toggle-site', { ...tab, url: 'https://private.example/', incognito: true });
  onCommand('toggle-site', { ...tab, incognito: false });
  await vi.waitFor(async () => expect(await sitesOff()).toEqual(['a.example']));
});

it.each([undefined, 'file:///home/a/page.html', 'chrome://settings/', 'chrome-extension://abc/options.html'])(
  'the key that switches a site is not heard on %s, which is of none',
  async (url) => {
    const tab = { windowId: 1, incognito: false };
    onCommand('toggle-site', url === undefined ? tab : { ...tab, url });
    onCommand('toggle-site', { ...tab, url: 'https://a.example/' });
    await vi.waitFor(async () => expect((await readSettings()).settings.sitesOff).toEqual(['a.example']));
  },
);
