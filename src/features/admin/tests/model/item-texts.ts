import type { Item } from '../schemas';

/** An answer as a person reads it: the texts of an ordering, or what was typed. */
export const givenText = (item: Pick<Item, 'order_options'>, selected: readonly string[]): string =>
  selected.map((value) => item.order_options.find(({ id }) => id === value)?.text ?? value).join(' → ');
