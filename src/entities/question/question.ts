import type { EnumOf } from '~/lib/supabase/types';

export const questionKinds = [
  'single',
  'multiple',
  'true_false',
  'numeric',
  'ordering',
  'short_answer',
] as const satisfies readonly EnumOf<'question_kind'>[];
export type QuestionKind = (typeof questionKinds)[number];

export type QuestionOption = { id: string; text: string };

/** As much of a question as is needed to answer it. All texts are plain: line breaks count, nothing else does. */
export type AskedQuestion = { id: string; kind: QuestionKind; options: readonly QuestionOption[] };
