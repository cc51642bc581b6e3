import type { QuestionKind } from './question';

/** The options after a click on one of them. */
export function choose(kind: QuestionKind, selected: readonly string[], optionId: string): string[] {
  if (kind !== 'multiple') return [optionId];
  return selected.includes(optionId) ? selected.filter((id) => id !== optionId) : [...selected, optionId];
}

/** The order to show: the one given, completed by what it lacks; options unknown to the question are dropped. */
export function orderedOptionIds(optionIds: readonly string[], selected: readonly string[]): string[] {
  const known = selected.filter((id, index) => optionIds.includes(id) && selected.indexOf(id) === index);
  return [...known, ...optionIds.filter((id) => !known.includes(id))];
}

/** The order with the entry at `index` moved by one place; the same order at the ends. */
export function moved(order: readonly string[], index: number, by: -1 | 1): string[] {
  const target = index + by;
  const entry = order[index];
  const other = order[target];
  if (entry === undefined || other === undefined) return [...order];
  return order.map((id, place) => (place === index ? other : place === target ? entry : id));
}

/** What is stored for a typed answer: nothing for an empty field. */
export function typedSelection(text: string): string[] {
  return text.trim() === '' ? [] : [text.trim()];
}

/** A number as the server reads it: commas group digits, a point parts decimals, an exponent may follow. */
export function isNumeric(text: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,2})?$/.test(text.trim().replaceAll(',', ''));
}
