// What several runs of one measurement come to: the middle one, and how far apart they lie.

/** Middle, lowest and highest of some figures. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** The middle figure, or the mean of the two in the middle; of none, `NaN`. */
export function medianOf(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** The middle and the ends of at least one figure. */
export function spreadOf(figures: readonly number[]): Spread {
  return { median: medianOf(figures), min: Math.min(...figures), max: Math.max(...figures) };
}

/** The sum of some figures. */
export function sumOf(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0);
}
