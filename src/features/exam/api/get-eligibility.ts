import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { examStage, isChanging } from '../model/exam-stage';
import { pollInterval, untilOpen } from '../model/poll-interval';
import { eligibilitySchema } from '../schemas';
import { examKeys } from './keys';

async function getEligibility(trackId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase.rpc('exam_eligibility', { p_track_id: trackId }).abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = eligibilitySchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** What the person still needs for the exam of a track, and the exam that is under way. */
export const eligibilityQueryOptions = (trackId: string) =>
  queryOptions({
    queryKey: examKeys.eligibility(trackId),
    queryFn: ({ signal }) => getEligibility(trackId, signal),
    // Conditions are met on other pages: never trust a kept answer when this one opens.
    staleTime: 0,
  });

/** The same, looked at again by itself while something is on its way. */
export const watchedEligibilityQueryOptions = (trackId: string) =>
  queryOptions({
    ...eligibilityQueryOptions(trackId),
    refetchInterval: ({ state }) => {
      if (state.data === undefined) return false;
      const stage = examStage(state.data);
      if (stage === 'booked') return untilOpen(state.data.open_session?.opens_in_seconds ?? 0);
      return isChanging(stage) ? pollInterval(state.dataUpdateCount + state.errorUpdateCount) : false;
    },
  });
