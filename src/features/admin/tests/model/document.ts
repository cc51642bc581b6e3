import * as z from 'zod/mini';
import { type QuestionKind, questionKinds } from '~/entities/question/question';

const numberOrNothing = z.nullable(z.number());

/** Numbers are null while nobody gave one: a draft may be incomplete. */
export const draftQuestionSchema = z.object({
  /** Names the question within its document; the database gives the id once it is published. */
  ref: z.string(),
  id: z.nullable(z.string()),
  kind: z.enum(questionKinds),
  prompt: z.string(),
  options: z.array(z.object({ id: z.string(), text: z.string() })),
  /** Ids of options (in order, for ordering); numeric: value, or value and tolerance; short answer: accepted texts. */
  correct: z.array(z.string()),
  explanation: z.string(),
  points: numberOrNothing,
  negative_points: numberOrNothing,
  module_id: z.nullable(z.string()),
});
export type DraftQuestion = z.infer<typeof draftQuestionSchema>;

export const reviewPolicies = ['after_submit', 'after_pass', 'never'] as const;

const settingsSchema = z.object({
  title: z.string(),
  description: z.string(),
  track_id: z.string(),
  duration_minutes: numberOrNothing,
  /** Per cent. */
  passing_score: numberOrNothing,
  /** Null means as many as one likes. */
  attempts_allowed: numberOrNothing,
  shuffle: z.boolean(),
  review: z.enum(reviewPolicies),
});
export type TestSettings = z.infer<typeof settingsSchema>;

export const documentSchema = z.object({ settings: settingsSchema, questions: z.array(draftQuestionSchema) });
export type TestDocument = z.infer<typeof documentSchema>;

export const hasOptions = (kind: QuestionKind) => kind !== 'numeric' && kind !== 'short_answer';

/** a, b, … z, aa, ab, … */
export function optionId(index: number): string {
  const letter = String.fromCodePoint(97 + (index % 26));
  return index < 26 ? letter : `${optionId(Math.floor(index / 26) - 1)}${letter}`;
}

/** An id that none of the options has or had in this list. */
export function freeOptionId(options: readonly { id: string }[]): string {
  let index = 0;
  while (options.some(({ id }) => id === optionId(index))) index += 1;
  return optionId(index);
}

export const trueOrFalse = [
  { id: 'true', text: 'True' },
  { id: 'false', text: 'False' },
];

export function emptyQuestion(ref: string): DraftQuestion {
  return {
    ref,
    id: null,
    kind: 'single',
    prompt: '',
    options: [0, 1, 2, 3].map((index) => ({ id: optionId(index), text: '' })),
    correct: [],
    explanation: '',
    points: 1,
    negative_points: 0,
    module_id: null,
  };
}

/** The question as one of another kind: what both have stays. */
export function changeKind(question: DraftQuestion, kind: QuestionKind): DraftQuestion {
  if (kind === question.kind) return question;
  const choices = ['single', 'multiple', 'ordering'];
  if (kind === 'true_false') return { ...question, kind, options: trueOrFalse, correct: [] };
  if (!hasOptions(kind)) return { ...question, kind, options: [], correct: [] };
  const options = choices.includes(question.kind) ? question.options : emptyQuestion('').options;
  const ids = options.map(({ id }) => id);
  if (kind === 'ordering') return { ...question, kind, options, correct: ids };
  const kept = question.kind === 'ordering' ? [] : question.correct.filter((id) => ids.includes(id));
  return { ...question, kind, options, correct: kind === 'single' ? kept.slice(0, 1) : kept };
}

/** With other options the key loses what is gone; an ordering is right as it is written. */
export function changeOptions(question: DraftQuestion, options: DraftQuestion['options']): DraftQuestion {
  const ids = options.map(({ id }) => id);
  const correct = question.kind === 'ordering' ? ids : ids.filter((id) => question.correct.includes(id));
  return { ...question, options, correct };
}

export function moveItem<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

export type DraftChanges = { added: number; changed: number; removed: number; settings: boolean };

/** What publishing would do to a test, for the question before it. */
export function draftChanges(published: TestDocument, draft: TestDocument): DraftChanges {
  const content = ({ ref: _ref, id: _id, ...rest }: DraftQuestion) => JSON.stringify(rest);
  const before = new Map(published.questions.map((question) => [question.ref, content(question)]));
  const kept = draft.questions.filter(({ ref }) => before.has(ref));
  return {
    added: draft.questions.length - kept.length,
    changed: kept.filter((question) => before.get(question.ref) !== content(question)).length,
    removed: published.questions.length - kept.length,
    settings: JSON.stringify(published.settings) !== JSON.stringify(draft.settings),
  };
}
