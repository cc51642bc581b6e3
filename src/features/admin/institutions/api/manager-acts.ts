import { done } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { useInstitutionAct } from './use-institution-act';

type Appointment = { institutionId: string; email: string; name: string; reason: string };

/** A new invitation, or an open one once more. */
async function appointManager({ institutionId, email, name, reason }: Appointment) {
  const supabase = await getSupabase();
  await done(
    supabase.rpc('appoint_manager', {
      p_institution_id: institutionId,
      p_email: email,
      p_full_name: name,
      p_reason: reason,
    }),
  );
}

async function withdrawAppointment({ invitationId, reason }: { invitationId: string; reason: string }) {
  const supabase = await getSupabase();
  await done(supabase.rpc('withdraw_appointment', { p_invitation_id: invitationId, p_reason: reason }));
}

async function dismissManager(dismissal: { institutionId: string; managerId: string; reason: string }) {
  const supabase = await getSupabase();
  await done(
    supabase.rpc('dismiss_manager', {
      p_institution_id: dismissal.institutionId,
      p_manager_id: dismissal.managerId,
      p_reason: dismissal.reason,
    }),
  );
}

export const useAppointManager = () => useInstitutionAct(appointManager);
export const useWithdrawAppointment = () => useInstitutionAct(withdrawAppointment);
export const useDismissManager = () => useInstitutionAct(dismissManager);
