// Writes a stretch of time as a person would say it.

const UNITS = [
  ['year', 365 * 24 * 60],
  ['month', 30 * 24 * 60],
  ['day', 24 * 60],
  ['hour', 60],
  ['minute', 1],
] as const;

/** “10 min”, “3 days”, “1.5 mths”: in the largest unit that fits, of months and years with one decimal. */
export function formatInterval(milliseconds: number, lang: string): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  const [unit, size] = UNITS.find(([, size]) => minutes >= size) ?? UNITS[4];
  const maximumFractionDigits = unit === 'year' || unit === 'month' ? 1 : 0;
  const format = new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits });
  return format.format(minutes / size);
}
