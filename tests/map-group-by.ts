// vitest 5 reports failures with Map.groupBy, which Node 20 does not have. (2026-11: to go when Node 20 does.)

/** Adds `Map.groupBy` where it is missing. */
export function provideMapGroupBy(): void {
  Map.groupBy ??= <K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K) => {
    const groups = new Map<K, T[]>();
    let index = 0;
    for (const item of items) {
      const key = keyOf(item, index++);
      groups.set(key, [...(groups.get(key) ?? []), item]);
    }
    return groups;
  };
}
