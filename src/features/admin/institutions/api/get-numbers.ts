import { queryOptions } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { numbersSchema } from '../schemas';
import { institutionKeys } from './keys';

async function getNumbers(institutionId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(
    supabase.rpc('institution_overview', { p_institution_id: institutionId }).abortSignal(signal),
    numbersSchema,
  );
}

/** How the students of the institution stand. Needs `institutions.read`. */
export const numbersQueryOptions = (institutionId: string) =>
  queryOptions({
    queryKey: institutionKeys.section(institutionId, 'numbers'),
    queryFn: ({ signal }) => getNumbers(institutionId, signal),
    staleTime: 0,
  });
