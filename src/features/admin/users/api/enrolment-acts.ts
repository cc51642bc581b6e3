import { done } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { useUserAct } from './use-user-act';

type OnEnrolment = { enrolmentId: string; reason: string };
/** Days as 2026-11-25; no day: as long as the track says. */
type Grant = { personId: string; trackId: string; until: string | null; reason: string };

async function grantEnrolment({ personId, trackId, until, reason }: Grant) {
  const supabase = await getSupabase();
  await done(
    supabase.rpc('grant_enrolment', {
      p_person_id: personId,
      p_track_id: trackId,
      p_reason: reason,
      p_until: until ?? undefined,
    }),
  );
}

async function extendEnrolment({ enrolmentId, until, reason }: OnEnrolment & { until: string }) {
  const supabase = await getSupabase();
  await done(supabase.rpc('extend_enrolment', { p_enrolment_id: enrolmentId, p_until: until, p_reason: reason }));
}

async function revokeEnrolment({ enrolmentId, reason }: OnEnrolment) {
  const supabase = await getSupabase();
  await done(supabase.rpc('revoke_enrolment', { p_enrolment_id: enrolmentId, p_reason: reason }));
}

/** `seen`: the added attempts as they were shown, so that a second click adds nothing. */
async function addAttempts({ enrolmentId, count, seen, reason }: OnEnrolment & { count: number; seen: number }) {
  const supabase = await getSupabase();
  await done(
    supabase.rpc('add_exam_attempts', { p_enrolment_id: enrolmentId, p_count: count, p_seen: seen, p_reason: reason }),
  );
}

async function setExtraTime({ enrolmentId, percent, reason }: OnEnrolment & { percent: number }) {
  const supabase = await getSupabase();
  await done(supabase.rpc('set_extra_time', { p_enrolment_id: enrolmentId, p_percent: percent, p_reason: reason }));
}

export const useGrantEnrolment = () => useUserAct(grantEnrolment);
export const useExtendEnrolment = () => useUserAct(extendEnrolment);
export const useRevokeEnrolment = () => useUserAct(revokeEnrolment);
export const useAddAttempts = () => useUserAct(addAttempts);
export const useSetExtraTime = () => useUserAct(setExtraTime);
