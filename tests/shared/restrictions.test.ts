// Pages that no extension may read, told by what browsers say of their tabs.
import { expect, it } from 'vitest';
import { restrictionOf } from '../../entrypoints/shared/page-hooks.ts';

it.each([
  [undefined, 'browser'],
  ['chrome://settings/', 'browser'],
  ['edge://extensions', 'browser'],
  ['about:addons', 'browser'],
  ['about:blank', null],
  ['view-source:https://example.com/', 'browser'],
  ['https://chromewebstore.google.com/detail/x', 'store'],
  ['https://chrome.google.com/webstore/category', 'store'],
  ['https://chrome.google.com/other', null],
  ['https://microsoftedge.microsoft.com/addons/x', 'store'],
  ['https://addons.mozilla.org/en-US/firefox/', 'store'],
  ['https://example.com/paper.PDF?page=2', 'pdf'],
  ['https://example.com/?file=paper.pdf', null],
  ['https://example.com/', null],
  ['file:///home/a/page.html', null],
])('%s: %s', (url, restriction) => {
  expect(restrictionOf({ url })).toBe(restriction);
});

it('names Firefox’s reader view, whatever it shows', () => {
  expect(restrictionOf({ url: 'https://example.com/', isInReaderMode: true })).toBe('reader');
});
