import { queryOptions } from '@tanstack/react-query';
import { AppError } from '~/lib/supabase/app-error';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { badgeStep } from '../model/badge';
import { certificateKeys } from './keys';

const columns =
  'id, number, track_id, cycle, status, holder_name, track_name, score, issued_at, expires_at, revoked_at, revoked_reason, supersedes, pdf_path, credly_badge_id, credly_state, credly_url';

async function getCertificate(certificateId: string, userId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .from('certificates')
    .select(columns)
    .eq('id', certificateId)
    .eq('user_id', userId)
    .abortSignal(signal)
    .maybeSingle();
  if (error) throw toAppError(error);
  if (data === null) throw new AppError('not_found', { status: 404 });
  return data;
}

export type Certificate = Awaited<ReturnType<typeof getCertificate>>;

/** An own certificate; looked at again until its document and badge are there. */
export const certificateQueryOptions = (certificateId: string, userId: string) =>
  queryOptions({
    queryKey: certificateKeys.detail(certificateId),
    queryFn: ({ signal }) => getCertificate(certificateId, userId, signal),
    refetchInterval: ({ state }) => {
      const certificate = state.data;
      if (certificate === undefined || certificate.status !== 'issued') return false;
      const complete = certificate.pdf_path !== null && badgeStep(certificate) !== 'issuing';
      if (complete) return false;
      // A badge may take days, and a track without one never gets it.
      const looks = state.dataUpdateCount + state.errorUpdateCount;
      if (looks >= 60) return false;
      return looks < 20 ? 3_000 : 30_000;
    },
  });
