// When a saved term comes again: what is shown is what happens.
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { formatInterval } from '../../components/interval.ts';
import { addToHistory } from '../../entrypoints/shared/history.ts';
import { dueOf, putSavedTerm, readSavedTerms, removeSavedTerm, saveTerm } from '../../entrypoints/shared/saved.ts';
import { reviewChoices } from '../../entrypoints/sidepanel/review-schedule.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOW = new Date(2026, 10, 24, 12);

beforeEach(async () => {
  for (const { key } of await readSavedTerms()) await removeSavedTerm(key);
});

describe('reviewChoices', () => {
  const fresh = { key: 'g/loom', label: 'loom', at: NOW.getTime() - DAY };
  const intervals = (saved: Parameters<typeof reviewChoices>[0], now: Date) =>
    reviewChoices(saved, now).map(({ name, interval }) => [name, Math.round(interval / MINUTE)]);

  it('brings a new term back within minutes, unless it is easy', () => {
    const [again, hard, good, easy] = intervals(fresh, NOW);
    expect([again, hard, good]).toEqual([
      ['again', 1],
      ['hard', 6],
      ['good', 10],
    ]);
    expect(easy?.[1]).toBeGreaterThan(DAY / MINUTE);
  });

  it('makes the time between longer the better a term is known, and is due exactly when it said', () => {
    const easy = reviewChoices(fresh, NOW).at(-1);
    const later = { ...fresh, card: easy?.card };
    expect(dueOf(later as typeof fresh)).toBe(NOW.getTime() + (easy?.interval ?? 0));
    const next = intervals(later as typeof fresh, easy?.card.due as Date).map(([, minutes]) => Number(minutes));
    expect(next).toEqual([...next].sort((a, b) => a - b));
    expect(next.at(2)).toBeGreaterThan((easy?.interval ?? 0) / MINUTE);
  });

  it('says the same when asked twice: no chance is added', () => {
    expect(intervals(fresh, NOW)).toEqual(intervals(fresh, NOW));
  });
});

describe('saved terms', () => {
  it('remember where they were met last, and are saved once', async () => {
    const met = {
      at: 1,
      key: 'g/loom',
      label: 'loom',
      sentence: 'A loom.',
      title: '',
      url: 'https://a.example/',
      site: 'a.example',
    };
    await addToHistory(met);
    await saveTerm('g/loom', 'loom');
    await saveTerm('g/loom', 'loom');
    const saved = await readSavedTerms();
    expect(saved).toEqual([{ key: 'g/loom', label: 'loom', at: expect.any(Number), met }]);
    expect(dueOf(saved[0] as (typeof saved)[0])).toBeLessThanOrEqual(Date.now());
  });

  it('come back with their learning when they are put back', async () => {
    await saveTerm('g/loom', 'loom');
    const [saved] = await readSavedTerms();
    if (!saved) throw new Error('nothing is saved');
    const reviewed = { ...saved, card: reviewChoices(saved, NOW)[2]?.card };
    await putSavedTerm(reviewed as typeof saved);
    await removeSavedTerm('g/loom');
    expect(await readSavedTerms()).toEqual([]);
    await putSavedTerm(reviewed as typeof saved);
    expect(await readSavedTerms()).toEqual([reviewed]);
  });
});

describe('formatInterval', () => {
  it.each([
    [20_000, 'en', '1 min'],
    [10 * MINUTE, 'en', '10 min'],
    [3.2 * DAY, 'en', '3 days'],
    [45 * DAY, 'en', '1.5 mths'],
    [10 * MINUTE, 'zh-CN', '10分钟'],
    [DAY, 'zh-CN', '1天'],
  ])('writes %i ms in %s as %s', (milliseconds, lang, text) => {
    expect(formatInterval(milliseconds, lang)).toBe(text);
  });
});
