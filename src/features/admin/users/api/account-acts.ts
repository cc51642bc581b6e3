import { done } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { useUserAct } from './use-user-act';

type OnPerson = { personId: string; reason: string };

async function suspendPerson({ personId, reason }: OnPerson) {
  const supabase = await getSupabase();
  await done(supabase.rpc('suspend_person', { p_person_id: personId, p_reason: reason }));
}

async function restorePerson({ personId, reason }: OnPerson) {
  const supabase = await getSupabase();
  await done(supabase.rpc('restore_person', { p_person_id: personId, p_reason: reason }));
}

async function correctName({ personId, name, reason }: OnPerson & { name: string }) {
  const supabase = await getSupabase();
  await done(supabase.rpc('correct_name', { p_person_id: personId, p_full_name: name, p_reason: reason }));
}

export const useSuspendPerson = () => useUserAct(suspendPerson);
export const useRestorePerson = () => useUserAct(restorePerson);
export const useCorrectName = () => useUserAct(correctName);
