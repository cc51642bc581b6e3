import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import type { Badge } from '../vendors/credly/port.ts';
import { callRpc, callVoidRpc, checkAnswer } from './client.ts';
import { toDatabaseError } from './errors.ts';
import { HttpError } from '../http/errors.ts';

const certificateSchema = z.object({
  id: z.uuid(),
  number: z.string().regex(/^[A-Za-z0-9-]{3,60}$/),
  user_id: z.uuid(),
  status: z.enum(['issued', 'revoked', 'superseded']),
  holder_name: z.string(),
  track_name: z.string(),
  score: z.number().nullable(),
  issued_at: z.string(),
  expires_at: z.string().nullable(),
  revoked_reason: z.string().nullable(),
  supersedes: z.uuid().nullable(),
  pdf_path: z.string().nullable(),
  credly_badge_id: z.string().nullable(),
  email: z.string().nullable(),
  locale: z.string(),
  verify_path: z.string().startsWith('/'),
  track: z.object({ credly_template_id: z.string().nullable() }),
  branding: z.object({
    product_name: z.string().default('AI Ready Certification'),
    certificate_signatory: z.string().nullish(),
    certificate_signatory_title: z.string().nullish(),
  }),
});
export type Certificate = z.infer<typeof certificateSchema>;

const bucket = 'certificates';
const fileSchema = z.object({ id: z.uuid(), number: z.string(), status: z.string(), pdf_path: z.string().nullable() });
export type CertificateFile = z.infer<typeof fileSchema>;

export function createCertificateStore(client: SupabaseClient) {
  return {
    getCertificate: (id: string): Promise<Certificate | null> =>
      callRpc(client, 'system_get_certificate', { p_id: id }, certificateSchema.nullable()),
    async findIdByBadge(badgeId: string): Promise<string | null> {
      const { data, error, status } = await client
        .from('certificates')
        .select('id')
        .eq('credly_badge_id', badgeId)
        .maybeSingle();
      if (error) throw toDatabaseError(error, status);
      return checkAnswer('certificates', data, z.object({ id: z.uuid() }).nullable())?.id ?? null;
    },
    /** Writing the same certificate again replaces the file by the same one. */
    async uploadPdf(path: string, pdf: Uint8Array): Promise<void> {
      const { error } = await client.storage
        .from(bucket)
        .upload(path, pdf, { contentType: 'application/pdf', upsert: true });
      if (error) throw storageFault(error.name);
    },
    async downloadPdf(path: string): Promise<Uint8Array> {
      const { data, error } = await client.storage.from(bucket).download(path);
      if (error) throw storageFault(error.name);
      return new Uint8Array(await data.arrayBuffer());
    },
    /** The file as it comes in, for those who hand many on: neither a Blob nor a copy of it is left for the garbage. */
    async openPdf(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
      const { data, error } = await client.storage.from(bucket).download(path, {}, { signal }).asStream();
      if (error) throw storageFault(error.name);
      return data;
    },
    /** Also queues the mail that carries the file. */
    attachPdf: (id: string, path: string): Promise<void> =>
      callVoidRpc(client, 'system_attach_certificate_pdf', { p_id: id, p_path: path }),
    attachBadge: (id: string, badge: Badge): Promise<void> =>
      callVoidRpc(client, 'system_attach_badge', {
        p_id: id,
        p_badge_id: badge.id,
        p_state: badge.state,
        p_url: badge.url,
      }),
  };
}
export type CertificateStore = ReturnType<typeof createCertificateStore>;

function storageFault(name: string) {
  const fault = new HttpError(
    503,
    'storage_unavailable',
    'The file cannot be reached at the moment. Try again shortly.',
  );
  fault.cause = name;
  return fault;
}

/** Reads under the caller's own rights: holders see their own, staff what a permission opens. */
export async function findVisibleCertificate(client: SupabaseClient, id: string): Promise<CertificateFile | null> {
  const { data, error, status } = await client
    .from('certificates')
    .select('id, number, status, pdf_path')
    .eq('id', id)
    .maybeSingle();
  if (error) throw toDatabaseError(error, status);
  return checkAnswer('certificates', data, fileSchema.nullable());
}
