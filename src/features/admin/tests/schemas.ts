import * as z from 'zod/mini';
import { questionKinds } from '~/entities/question/question';
import { documentSchema } from './model/document';

const timestamp = z.iso.datetime({ offset: true });
const stateSchema = z.enum(['published', 'unpublished', 'archived']);
export type TestState = z.infer<typeof stateSchema>;

const testRowSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  track_id: z.string(),
  track_name: z.string(),
  state: stateSchema,
  has_draft: z.boolean(),
  questions: z.number(),
  duration_minutes: z.number(),
  passing_score: z.number(),
  /** Counted to 1,001. */
  attempts: z.number(),
});
export type TestRow = z.infer<typeof testRowSchema>;
export const testListSchema = z.object({ total: z.number(), rows: z.array(testRowSchema) });

export const testDetailSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  state: stateSchema,
  published_at: z.nullable(timestamp),
  version: z.number(),
  edited_at: z.nullable(timestamp),
  edited_by: z.nullable(z.string()),
  published: documentSchema,
  draft: z.nullable(documentSchema),
  track_fixed: z.boolean(),
  tracks: z.array(
    z.object({ id: z.string(), name: z.string(), modules: z.array(z.object({ id: z.string(), title: z.string() })) }),
  ),
});
export type TestDetail = z.infer<typeof testDetailSchema>;
export type TestModule = TestDetail['tracks'][number]['modules'][number];

export const savedDraftSchema = z.object({ version: z.number(), edited_at: timestamp });
export const publishedSchema = z.object({
  version: z.number(),
  added: z.number(),
  changed: z.number(),
  removed: z.number(),
});

const itemFlags = ['too_few', 'too_easy', 'too_hard', 'low_discrimination', 'unused_option'] as const;
const figure = z.nullable(z.number());

const itemSchema = z.object({
  id: z.uuid(),
  version: z.number(),
  current: z.boolean(),
  kind: z.enum(questionKinds),
  prompt: z.string(),
  points: z.number(),
  attempts: z.number(),
  omitted: z.number(),
  right: z.number(),
  /** Per cent, as are upper and lower. */
  facility: figure,
  /** From -1 to 1, as is index. */
  correlation: figure,
  index: figure,
  upper: figure,
  lower: figure,
  /** Median time on screen; null below five values. */
  seconds: figure,
  options: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      correct: z.boolean(),
      count: z.number(),
      upper: z.number(),
      lower: z.number(),
    }),
  ),
  answers: z.array(z.object({ selected: z.array(z.string()), count: z.number(), correct: z.boolean() })),
  order_options: z.array(z.object({ id: z.string(), text: z.string() })),
  flags: z.array(z.enum(itemFlags)),
});
export type Item = z.infer<typeof itemSchema>;
export const analysisSchema = z.object({ attempts: z.number(), mean_score: figure, questions: z.array(itemSchema) });
export type Analysis = z.infer<typeof analysisSchema>;
