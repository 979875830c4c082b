// Settings that several browsers share: whatever the order they come together in, all have the later change of each field.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fields, reconcile, SHARED, type SharedItems } from '../../entrypoints/background/synced-fields.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../entrypoints/shared/settings.ts';
import english from '../../public/_locales/en/messages.json';
import chinese from '../../public/_locales/zh_CN/messages.json';

const LARGEST_ITEM = 8192; // bytes, as browsers have it

/** What the browsers share. */
type Cloud = Record<string, Fields>;

/** A browser with its settings, as far as sync is concerned. */
function createBrowser(initial: Partial<Settings> = {}) {
  let settings: Settings = { ...DEFAULT_SETTINGS, ...initial };
  let kept: Fields = {};
  const look = (shared: unknown, now: number): SharedItems => {
    const { fields, patch, items } = reconcile(kept, settings, shared, now);
    kept = fields;
    settings = { ...settings, ...patch };
    return items;
  };
  return {
    get settings() {
      return settings;
    },
    /** The reader changes something; it is noted, whether sync is on or off. */
    change(patch: Partial<Settings>, now: number) {
      settings = { ...settings, ...patch };
      look({}, now);
    },
    /** Meets the others. Returns what it wrote. */
    meet(cloud: Cloud, now: number): SharedItems {
      const items = look(structuredClone(cloud), now);
      Object.assign(cloud, structuredClone(items));
      return items;
    },
  };
}

/** How the options name, in both languages, what is shared, and how PRIVACY.md does. */
const NAMES: Record<(typeof SHARED)[number], readonly [english: string, chinese: string, privacy: string]> = {
  cardOpening: ['opening of cards', '打开卡片的方式', 'how cards open'],
  'highlight.style': ['look of lit terms', '术语的标示方式', 'how lit terms look'],
  'highlight.hue': ['look of lit terms', '术语的标示方式', 'how lit terms look'],
  levels: ['which terms are lit', '点亮哪些术语', 'which levels are lit'],
  density: ['how much of them', '点亮多少', 'how much of them'],
  ceiling: ['the most on a screen', '每屏上限', 'the most on a screenful'],
  fading: ['whether they fade', '是否渐隐', 'whether terms fade'],
  badge: ['whether they are counted', '是否计数', 'whether they are counted'],
  definitions: ['language', '语言', 'the language of definitions'],
};

it.each(SHARED)('%s is named where the reader agrees to share it', (field) => {
  const texts = [
    english.optionsSyncHint.message,
    chinese.optionsSyncHint.message,
    readFileSync(new URL('../../PRIVACY.md', import.meta.url), 'utf8'),
  ];
  for (const [index, name] of NAMES[field].entries()) expect(texts[index]).toContain(name);
});

it('a known term of the reader’s own is never shared, and stays known', () => {
  const browser = createBrowser();
  browser.change({ knownTerms: ['my-terms/secret', 'glossary/saas'] }, 10);
  const cloud: Cloud = {};
  expect(JSON.stringify(browser.meet(cloud, 20))).not.toContain('secret');
  const other: Cloud = { ...cloud, 'known:1': { 'known:my-terms/other': [true, 30] } };
  browser.meet(other, 40);
  expect(browser.settings.knownTerms).toEqual(['my-terms/secret', 'glossary/saas']);
});

describe('two browsers', () => {
  it('have the later change of each field, whoever comes first', () => {
    for (const order of [
      [0, 1, 0],
      [1, 0, 1],
    ]) {
      const browsers = [createBrowser(), createBrowser()] as const;
      browsers[0].change({ cardOpening: 'click', badge: false }, 10);
      browsers[1].change({ cardOpening: 'key', highlight: { style: 'tint', hue: 90 } }, 20);
      browsers[0].change({ levels: ['specialist'] }, 30);
      const cloud: Cloud = {};
      for (const index of order) browsers[index as 0 | 1].meet(cloud, 100);
      for (const { settings } of browsers) {
        expect(settings).toMatchObject({
          cardOpening: 'key',
          badge: false,
          highlight: { style: 'tint', hue: 90 },
          levels: ['specialist'],
        });
      }
    }
  });

  it('have both the terms that they learnt, and not those that were taken back later', () => {
    const [a, b] = [createBrowser(), createBrowser()];
    const cloud: Cloud = {};
    a.change({ knownTerms: ['g/a', 'g/both'] }, 10);
    b.change({ knownTerms: ['g/b', 'g/both'] }, 20);
    a.meet(cloud, 30);
    b.meet(cloud, 30);
    b.change({ knownTerms: b.settings.knownTerms.filter((term) => term !== 'g/both') }, 40);
    b.meet(cloud, 50);
    a.meet(cloud, 60);
    for (const { settings } of [a, b]) expect([...settings.knownTerms].sort()).toEqual(['g/a', 'g/b']);
  });

  it('have the style that one chose and the colour that the other did', () => {
    const [a, b] = [createBrowser(), createBrowser()];
    const cloud: Cloud = {};
    a.change({ highlight: { style: 'both', hue: null } }, 10);
    b.change({ highlight: { style: 'underline', hue: 90 } }, 20);
    for (const browser of [a, b, a]) browser.meet(cloud, 30);
    for (const { settings } of [a, b]) expect(settings.highlight).toEqual({ style: 'both', hue: 90 });
  });

  it('go back to a default that was chosen later', () => {
    const [a, b] = [createBrowser(), createBrowser()];
    const cloud: Cloud = {};
    a.change({ badge: false }, 10);
    a.meet(cloud, 10);
    b.meet(cloud, 20);
    b.change({ badge: true }, 30);
    b.meet(cloud, 30);
    a.meet(cloud, 40);
    expect(a.settings.badge).toBe(true);
  });

  it('share what was changed while one did not, and a browser that has chosen nothing takes nothing away', () => {
    const [a, b] = [createBrowser(), createBrowser()];
    const cloud: Cloud = {};
    a.change({ definitions: 'zh', cardOpening: 'calm' }, 10);
    a.meet(cloud, 10);
    b.change({ cardOpening: 'quick' }, 20); // switched off there until
    b.meet(cloud, 100);
    a.meet(cloud, 110);
    for (const { settings } of [a, b]) expect(settings).toMatchObject({ definitions: 'zh', cardOpening: 'quick' });
  });

  it('hear of a change although the clock of the other was set back', () => {
    const [a, b] = [createBrowser(), createBrowser()];
    const cloud: Cloud = {};
    a.change({ cardOpening: 'click' }, 1000);
    a.meet(cloud, 1000);
    b.meet(cloud, 10);
    b.change({ cardOpening: 'key' }, 20);
    b.meet(cloud, 30);
    a.meet(cloud, 1010);
    expect(a.settings.cardOpening).toBe('key');
  });

  it('agree, however they change and meet, and then write nothing', () => {
    const patch: fc.Arbitrary<Partial<Settings>> = fc.record(
      {
        cardOpening: fc.constantFrom('quick', 'normal', 'calm'),
        badge: fc.boolean(),
        highlight: fc.record({ hue: fc.constantFrom(null, 90), style: fc.constantFrom('tint', 'both') }),
        knownTerms: fc.uniqueArray(fc.constantFrom('g/a', 'g/b', 'g/c', 'g/d')),
      },
      { requiredKeys: [] },
    );
    const step = fc.record({ who: fc.nat(1), patch: fc.option(patch) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.array(fc.nat(5), { minLength: 20 }), (steps, clock) => {
        const browsers = [createBrowser(), createBrowser()] as const;
        const cloud: Cloud = {};
        for (const [index, { who, patch: chosen }] of steps.entries()) {
          const browser = browsers[who as 0 | 1];
          if (chosen)
            browser.change(chosen, clock[index] ?? 0); // moments that coincide and go back
          else browser.meet(cloud, clock[index] ?? 0);
        }
        for (const index of [0, 1, 0, 1] as const) browsers[index].meet(cloud, 10);
        for (const browser of browsers) expect(browser.meet(cloud, 10)).toEqual({});
        const shown = browsers.map(({ settings }) => ({ ...settings, knownTerms: [...settings.knownTerms].sort() }));
        expect(shown[0]).toEqual(shown[1]);
      }),
    );
  });
});

describe('what is shared', () => {
  it('holds no site, no other meaning and no pause', () => {
    const browser = createBrowser();
    browser.change(
      { sitesOff: ['a.example'], sitesOn: ['b.example'], otherMeanings: { 'c.example': ['g/a'] }, pausedUntil: 7 },
      10,
    );
    expect(browser.meet({}, 20)).toEqual({});
  });

  it('has room for a thousand known terms within what browsers take an item', () => {
    const browser = createBrowser();
    browser.change(
      { knownTerms: Array.from({ length: 1000 }, (_, index) => `hu-xiaoming-2017/term-${index}`) },
      Date.now(),
    );
    const items = Object.entries(browser.meet({}, Date.now()));
    expect(Math.max(...items.map(([name, item]) => name.length + JSON.stringify(item).length))).toBeLessThan(
      LARGEST_ITEM,
    );
  });

  it('is passed over where it is not ours, and stays as it is where a later version wrote it', () => {
    const browser = createBrowser();
    const cloud = {
      cardOpening: { cardOpening: ['telepathy', 50] },
      later: { later: [1, 50] },
      broken: 'x',
      levels: { levels: 'all' },
      badge: { badge: [false, 'noon'] },
      'highlight.hue': { 'highlight.hue': ['red', 50] },
    };
    expect(browser.meet(cloud as never, 100)).toEqual({});
    expect(browser.settings).toEqual(DEFAULT_SETTINGS);
  });
});
