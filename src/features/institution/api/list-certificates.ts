import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';
import { containsFilter, type CertificateFilters } from '../model/certificate-filters';
import { institutionKeys } from './keys';

export const certificatesPerPage = 25;

async function listCertificates(institutionId: string, filters: CertificateFilters, signal: AbortSignal) {
  const from = (filters.page - 1) * certificatesPerPage;
  const now = new Date().toISOString();
  let query = supabase
    .from('certificates')
    .select('id, number, holder_name, track_name, status, issued_at, expires_at', { count: 'exact' })
    .eq('institution_id', institutionId);
  if (filters.trackId !== null) query = query.eq('track_id', filters.trackId);
  if (filters.status === 'valid') query = query.eq('status', 'issued').gt('expires_at', now);
  else if (filters.status === 'expired') query = query.eq('status', 'issued').lte('expires_at', now);
  else if (filters.status !== null) query = query.eq('status', filters.status);
  if (filters.search !== '') query = query.or(containsFilter(['holder_name', 'number'], filters.search));
  const { data, error, count } = await query
    .order('issued_at', { ascending: false })
    .order('id')
    .range(from, from + certificatesPerPage - 1)
    .abortSignal(signal);
  if (error) throw toAppError(error);
  return { certificates: data, total: count ?? 0 };
}

export type ListedCertificate = Awaited<ReturnType<typeof listCertificates>>['certificates'][number];

/** One page of the certificates of an institution's students, newest first. */
export const certificatesQueryOptions = (institutionId: string, filters: CertificateFilters) =>
  queryOptions({
    queryKey: institutionKeys.certificates(institutionId, filters),
    queryFn: ({ signal }) => listCertificates(institutionId, filters, signal),
    placeholderData: keepPreviousData,
  });
