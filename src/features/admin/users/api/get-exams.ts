import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { examSchema } from '../schemas';
import { userKeys } from './keys';

async function getExams(personId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(supabase.rpc('user_exams', { p_person_id: personId }).abortSignal(signal), z.array(examSchema));
}

/** Exams of a person, the newest first. Needs `exams.read`. */
export const examsQueryOptions = (personId: string) =>
  queryOptions({
    queryKey: userKeys.section(personId, 'exams'),
    queryFn: ({ signal }) => getExams(personId, signal),
    staleTime: 0,
  });
