import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { callRpc } from './client.ts';

const rowSchema = z.object({
  id: z.uuid(),
  number: z.string(),
  holder_name: z.string(),
  track_name: z.string(),
  pdf_path: z.string().nullable(),
  issued_at: z.string(),
  expires_at: z.string(),
});
export type InstitutionCertificate = z.infer<typeof rowSchema>;

export type CertificatesOf = { userId: string; institutionId: string; trackId: string | null };
/** Throws 403 unless the person manages the institution at this moment, on each page anew. */
export type ListInstitutionCertificates = (
  of: CertificatesOf,
  after: string | null,
  limit: number,
) => Promise<InstitutionCertificate[]>;

/** Those in force, in the order of their ids. */
export function createListInstitutionCertificates(client: SupabaseClient): ListInstitutionCertificates {
  return ({ userId, institutionId, trackId }, after, limit) =>
    callRpc(
      client,
      'system_institution_certificates',
      {
        p_user_id: userId,
        p_institution_id: institutionId,
        p_track_id: trackId,
        p_after: after,
        p_limit: limit,
      },
      z.array(rowSchema),
    );
}
