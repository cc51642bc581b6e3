import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { enrolmentSchema } from '../schemas';
import { userKeys } from './keys';

async function getEnrolments(personId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(
    supabase.rpc('user_enrolments', { p_person_id: personId }).abortSignal(signal),
    z.array(enrolmentSchema),
  );
}

/** Enrolments of a person with progress, the newest first. Needs `users.read`. */
export const enrolmentsQueryOptions = (personId: string) =>
  queryOptions({
    queryKey: userKeys.section(personId, 'enrolments'),
    queryFn: ({ signal }) => getEnrolments(personId, signal),
    staleTime: 0,
  });
