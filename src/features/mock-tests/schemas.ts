import * as z from 'zod/mini';
import { questionKinds } from '~/entities/question/question';

const questionKindSchema = z.enum(questionKinds);

const attemptStatusSchema = z.enum(['in_progress', 'submitted', 'expired']);

const timestampSchema = z.iso.datetime({ offset: true });
const optionSchema = z.object({ id: z.string(), text: z.string() });
const optionsSchema = z.pipe(
  z.nullish(z.array(optionSchema)),
  z.transform((options) => options ?? []),
);
const selectedSchema = z.pipe(
  z.nullish(z.array(z.string())),
  z.transform((selected) => selected ?? []),
);

const questionSchema = z.object({
  id: z.uuid(),
  kind: questionKindSchema,
  prompt: z.string(),
  options: optionsSchema,
  points: z.number(),
});
export type Question = z.infer<typeof questionSchema>;

const savedAnswerSchema = z.object({
  question_id: z.uuid(),
  selected: selectedSchema,
  flagged: z.boolean(),
  seq: z.number(),
});
export type SavedAnswer = z.infer<typeof savedAnswerSchema>;
/** `seconds`: for how long the question was on screen, where that was counted. */
export type SentAnswer = SavedAnswer & { seconds?: number };

/** What `get_attempt` answers. `score` is per cent; it and `passed` are null while the attempt runs. */
export const attemptSchema = z.object({
  id: z.uuid(),
  mock_test: z.object({
    id: z.uuid(),
    title: z.string(),
    track_id: z.string(),
    passing_score: z.number(),
    duration_minutes: z.number(),
  }),
  status: attemptStatusSchema,
  server_now: timestampSchema,
  started_at: timestampSchema,
  deadline_at: timestampSchema,
  questions: z.array(questionSchema),
  answers: z.array(savedAnswerSchema),
  score: z.nullable(z.number()),
  passed: z.nullable(z.boolean()),
  points: z.nullable(z.number()),
  max_points: z.nullable(z.number()),
  review_allowed: z.boolean(),
});

const answerResultSchema = z.object({
  question_id: z.uuid(),
  seq: z.number(),
  result: z.enum(['saved', 'stale', 'refused']),
  code: z.nullish(z.string()),
});

/** What `save_answers` answers: one result for each answer sent, and the server's clock. */
export const saveAnswersResultSchema = z.object({
  server_now: timestampSchema,
  deadline_at: timestampSchema,
  status: attemptStatusSchema,
  results: z.array(answerResultSchema),
});
export type SaveAnswersResult = z.infer<typeof saveAnswersResultSchema>;

export const submitResultSchema = z.object({
  status: attemptStatusSchema,
  score: z.nullable(z.number()),
  passed: z.nullable(z.boolean()),
  points: z.nullable(z.number()),
  max_points: z.nullable(z.number()),
  submitted_at: z.nullable(timestampSchema),
});

const reviewedQuestionSchema = z.object({
  id: z.uuid(),
  kind: questionKindSchema,
  prompt: z.string(),
  options: optionsSchema,
  points: z.number(),
  module_id: z.nullish(z.uuid()),
  module_title: z.nullish(z.string()),
  selected: selectedSchema,
  correct: selectedSchema,
  is_correct: z.nullable(z.boolean()),
  points_awarded: z.nullable(z.number()),
  explanation: z.nullable(z.string()),
});
export type ReviewedQuestion = z.infer<typeof reviewedQuestionSchema>;

export const attemptReviewSchema = z.object({ questions: z.array(reviewedQuestionSchema) });
