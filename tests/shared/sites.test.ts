// Which sites are on: lists of patterns, of which the one that names a site most exactly counts.
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  EVERY_SITE,
  isLitOn,
  isSiteOn,
  type Settings,
  withoutSite,
  withSite,
} from '../../entrypoints/shared/settings.ts';
import { parseSitePattern } from '../../entrypoints/shared/site-patterns.ts';

const settingsOf = (settings: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...settings });

describe('a site', () => {
  it.each([
    ['example.com', [], [], true],
    ['example.com', ['example.com'], [], false],
    ['docs.example.com', ['example.com'], [], false],
    ['a.docs.example.com', ['example.com'], [], false],
    ['notexample.com', ['example.com'], [], true],
    ['example.com', ['*.example.com'], [], true],
    ['docs.example.com', ['*.example.com'], [], false],
    ['docs.example.com', ['example.com'], ['docs.example.com'], true],
    ['a.docs.example.com', ['example.com'], ['docs.example.com'], true],
    ['docs.example.com', ['docs.example.com'], ['example.com'], false],
    ['docs.example.com', ['*.example.com'], ['example.com'], false],
    ['localhost', ['localhost'], [], false],
    ['127.0.0.1', ['127.0.0.1'], [], false],
    ['[::1]', ['[::1]'], [], false],
    ['', ['example.com'], [], true],
    ['', [EVERY_SITE], [], false],
    ['example.com', [EVERY_SITE], [], false],
    ['example.com', [EVERY_SITE], ['example.com'], true],
    ['docs.example.com', [EVERY_SITE], ['example.com'], true],
    ['example.com', [EVERY_SITE], ['*.example.com'], false],
    ['other.com', [EVERY_SITE], ['example.com'], false],
  ])('%s, with %j off and %j on: %s', (site, sitesOff, sitesOn, isOn) => {
    expect(isSiteOn(settingsOf({ sitesOff, sitesOn }), site)).toBe(isOn);
  });

  it('is not lit on during a pause, wherever it is on', () => {
    expect(isLitOn(settingsOf({}), 'example.com')).toBe(true);
    expect(isLitOn(settingsOf({ pausedUntil: 'restart' }), 'example.com')).toBe(false);
    expect(isLitOn(settingsOf({ pausedUntil: 1 }), 'example.com')).toBe(false);
  });
});

describe('one switch of a site', () => {
  const LISTS: Partial<Settings>[] = [
    {},
    { sitesOff: ['example.com'] },
    { sitesOff: ['*.example.com'], sitesOn: ['example.com'] },
    { sitesOff: [EVERY_SITE] },
    { sitesOff: [EVERY_SITE, 'docs.example.com'], sitesOn: ['example.com'] },
  ];

  it.each(LISTS)('decides about it and nothing else, whatever is listed: %j', (lists) => {
    for (const site of ['example.com', 'docs.example.com', 'other.org']) {
      for (const on of [true, false]) {
        const settings = settingsOf(lists);
        const switched = { ...settings, ...withSite(settings, site, on) };
        expect(isSiteOn(switched, site)).toBe(on);
        expect(isSiteOn(switched, 'elsewhere.net')).toBe(isSiteOn(settings, 'elsewhere.net'));
      }
    }
  });

  it('decides about what is below it, where that is not listed itself', () => {
    const lists = settingsOf({ sitesOff: ['*.example.com', 'off.docs.example.com'] });
    const switched = { ...lists, ...withSite(lists, 'docs.example.com', true) };
    expect(isSiteOn(switched, 'below.docs.example.com')).toBe(true);
    expect(isSiteOn(switched, 'off.docs.example.com')).toBe(false);
  });

  it('and back leaves the lists as short as they were', () => {
    for (const lists of [settingsOf({}), settingsOf({ sitesOff: [EVERY_SITE] })]) {
      const isOn = isSiteOn(lists, 'example.com');
      const switched = { ...lists, ...withSite(lists, 'example.com', !isOn) };
      expect({ ...switched, ...withSite(switched, 'example.com', isOn) }).toEqual(lists);
    }
  });
});

it('a site that is taken from the lists goes by what stands above it', () => {
  const lists = { sitesOff: ['example.com'], sitesOn: ['docs.example.com'] };
  expect(withoutSite(lists, 'docs.example.com')).toEqual({ sitesOff: ['example.com'], sitesOn: [] });
});

it.each([
  ['example.com', 'example.com'],
  [' Example.COM. ', 'example.com'],
  ['*.example.com', '*.example.com'],
  ['https://docs.example.com/a/b?c', 'docs.example.com'],
  ['example.com:8080/path', 'example.com'],
  ['例子.中国', 'xn--fsqu00a.xn--fiqs8s'],
  ['localhost', 'localhost'],
  ['', null],
  ['*', null],
  ['*.', null],
  ['a.*.com', null],
  ['two words', null],
])('“%s” names %s', (text, pattern) => {
  expect(parseSitePattern(text)).toBe(pattern);
});
