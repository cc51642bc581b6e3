import type { QuestionKind } from '../schemas';

/** One answer as the learner last gave it. The larger `seq` is the newer one, on any tab or device. */
export type Answer = { selected: readonly string[]; flagged: boolean; seq: number };
export type Answers = Readonly<Record<string, Answer>>;

export function isAnswered(answer: Answer | undefined): boolean {
  return answer !== undefined && answer.selected.some((value) => value.trim() !== '');
}

/** Server time in milliseconds, but always past the answer that it replaces. */
export function nextSeq(serverNow: number, previous: Answer | undefined): number {
  return Math.max(Math.floor(serverNow), (previous?.seq ?? 0) + 1);
}

/** For each question the newer of the two. On a tie the first stays. */
export function newest(ours: Answers, theirs: Answers): Answers {
  const merged: Record<string, Answer> = { ...ours };
  for (const [questionId, answer] of Object.entries(theirs)) {
    const own = merged[questionId];
    if (own === undefined || answer.seq > own.seq) merged[questionId] = answer;
  }
  return merged;
}

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
