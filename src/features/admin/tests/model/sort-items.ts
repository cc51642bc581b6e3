import type { Item } from '../schemas';

export const itemSorts = ['attempts', 'omitted', 'facility', 'correlation', 'index', 'seconds'] as const;
export type ItemSort = (typeof itemSorts)[number];

/** Null is the order of the test. What cannot be told stands last, whichever way. */
export function sortItems(items: readonly Item[], by: ItemSort | null, descending: boolean): Item[] {
  if (by === null) return [...items];
  return items.toSorted((one, other) => {
    const [a, b] = [one[by], other[by]];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return descending ? b - a : a - b;
  });
}
