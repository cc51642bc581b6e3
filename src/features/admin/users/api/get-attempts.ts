import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { attemptSchema } from '../schemas';
import { userKeys } from './keys';

async function getAttempts(personId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(supabase.rpc('user_attempts', { p_person_id: personId }).abortSignal(signal), z.array(attemptSchema));
}

/** Mock tests that a person sat, the newest first. Needs `users.read`. */
export const attemptsQueryOptions = (personId: string) =>
  queryOptions({
    queryKey: userKeys.section(personId, 'attempts'),
    queryFn: ({ signal }) => getAttempts(personId, signal),
    staleTime: 0,
  });
