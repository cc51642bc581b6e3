import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { certificateSchema } from '../schemas';
import { userKeys } from './keys';

async function getCertificates(personId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(
    supabase.rpc('user_certificates', { p_person_id: personId }).abortSignal(signal),
    z.array(certificateSchema),
  );
}

/** Certificates of a person, the newest first. Needs `certificates.read`. */
export const certificatesQueryOptions = (personId: string) =>
  queryOptions({
    queryKey: userKeys.section(personId, 'certificates'),
    queryFn: ({ signal }) => getCertificates(personId, signal),
    staleTime: 0,
  });
