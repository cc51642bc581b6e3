import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { type SaveAnswersResult, type SentAnswer, saveAnswersResultSchema } from '../schemas';

/** A save that takes longer is tried again; the sequence numbers make that harmless. */
const limitMs = 10_000;

/** Saves answers; with none it only reads the clock and the deadline. Code `attempt_closed` when it is too late. */
export async function saveAnswers(attemptId: string, answers: SentAnswer[]): Promise<SaveAnswersResult> {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .rpc('save_answers', { p_attempt_id: attemptId, p_answers: answers })
    .abortSignal(AbortSignal.timeout(limitMs));
  if (error) throw toAppError(error);
  const parsed = saveAnswersResultSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}
