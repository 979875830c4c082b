// Who may send what: pages of the extension anything, content scripts what readers do on a page, others nothing.
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type MessageSender, onMessages } from '../../entrypoints/shared/messages.ts';

const OWN = { id: fakeBrowser.runtime.id };
const PAGE: MessageSender = { ...OWN, url: fakeBrowser.runtime.getURL('/popup.html') };
const CONTENT: MessageSender = { ...OWN, url: 'https://example.com/', tab: { id: 1 } };
const STRANGER: MessageSender = { id: 'another-extension', url: 'https://example.com/', tab: { id: 1 } };

let listen: (message: unknown, sender: MessageSender) => unknown;
const onKnowTerm = vi.fn(() => undefined);
const onPause = vi.fn(() => undefined);

beforeEach(() => {
  vi.clearAllMocks();
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
    listen = listener as typeof listen;
  });
  onMessages({ knowTerm: onKnowTerm, pause: onPause });
});

it.each([
  ['a page of the extension', PAGE, true, true],
  ['a content script', CONTENT, true, false],
  ['a stranger', STRANGER, false, false],
])('%s is heard where it may be', (_, sender, mayKnow, mayPause) => {
  listen({ name: 'knowTerm', data: {} }, sender);
  listen({ name: 'pause', data: {} }, sender);
  expect([onKnowTerm.mock.calls.length === 1, onPause.mock.calls.length === 1]).toEqual([mayKnow, mayPause]);
});

it.each([null, 'pause', {}, { name: 'pause' }, { name: 'toString', data: {} }, { name: 'openOptions', data: {} }])(
  'passes over what is no message to it: %j',
  (message) => {
    expect(listen(message, PAGE)).toBeUndefined();
  },
);
