import { z } from 'zod';
import { checked, done } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { useInstitutionAct } from './use-institution-act';

type OnInstitution = { institutionId: string; reason: string };
type Block = { track_id: string; seats: number; price: number; valid_until: string };
type NewInstitution = {
  institution: Record<string, string>;
  seats: Block[];
  manager: { full_name: string; email: string };
  reason: string;
};

async function addInstitution({ institution, seats, manager, reason }: NewInstitution): Promise<string> {
  const supabase = await getSupabase();
  return checked(
    supabase.rpc('add_institution', {
      p_institution: institution,
      p_seats: seats,
      p_manager: manager,
      p_reason: reason,
    }),
    z.string(),
  );
}

async function editInstitution(edit: OnInstitution & { changes: Record<string, string | null> }) {
  const supabase = await getSupabase();
  await done(
    supabase.rpc('edit_institution', {
      p_institution_id: edit.institutionId,
      p_changes: edit.changes,
      p_reason: edit.reason,
    }),
  );
}

async function suspendInstitution({ institutionId, reason }: OnInstitution) {
  const supabase = await getSupabase();
  await done(supabase.rpc('suspend_institution', { p_institution_id: institutionId, p_reason: reason }));
}

async function restoreInstitution({ institutionId, reason }: OnInstitution) {
  const supabase = await getSupabase();
  await done(supabase.rpc('restore_institution', { p_institution_id: institutionId, p_reason: reason }));
}

export const useAddInstitution = () => useInstitutionAct(addInstitution);
export const useEditInstitution = () => useInstitutionAct(editInstitution);
export const useSuspendInstitution = () => useInstitutionAct(suspendInstitution);
export const useRestoreInstitution = () => useInstitutionAct(restoreInstitution);
