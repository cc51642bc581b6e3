import type { EnumOf } from '~/lib/supabase/types';
import { readPage } from './page-number';

/** What a certificate is worth today: expired is not a status, its date says it. */
export const validities = ['valid', 'expired', 'revoked', 'superseded'] as const;
export type Validity = (typeof validities)[number];

export type CertificateFilters = {
  search: string;
  trackId: string | null;
  status: Validity | null;
  /** From 1. */
  page: number;
};

export function readCertificateFilters(address: URLSearchParams): CertificateFilters {
  return {
    search: (address.get('q') ?? '').trim().slice(0, 200),
    trackId: address.get('track'),
    status: validities.find((each) => each === address.get('status')) ?? null,
    page: readPage(address),
  };
}

export const isNarrowed = ({ search, trackId, status }: CertificateFilters): boolean =>
  search !== '' || trackId !== null || status !== null;

export function validityOf(
  certificate: { status: EnumOf<'certificate_status'>; expires_at: string },
  now: number,
): Validity {
  if (certificate.status !== 'issued') return certificate.status;
  return Date.parse(certificate.expires_at) > now ? 'valid' : 'expired';
}

/**
 * A filter of PostgREST that finds the text in any of the columns. Signs that mean something to it, or to `like`, stand for any one
 * character: each then still finds itself.
 */
export function containsFilter(columns: readonly string[], text: string): string {
  const pattern = `%${text.replaceAll(/[,.:()"'\\%*]/g, '_')}%`;
  return columns.map((column) => `${column}.ilike.${pattern}`).join(',');
}
