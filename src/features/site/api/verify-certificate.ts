import * as z from 'zod/mini';
import { publicRpc } from '~/lib/supabase/public-rest';

const date = z.string();
const known = {
  number: z.string(),
  holder_name: z.string(),
  track_name: z.string(),
  track_id: z.nullish(z.string()),
  issued_at: date,
  expires_at: date,
  revoked_at: z.nullish(date),
  revoked_reason: z.nullish(z.string()),
  superseded_by: z.nullish(z.string()),
  credly_url: z.nullish(z.string()),
};

const schema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('not_found') }),
  z.object({ status: z.enum(['valid', 'expired', 'revoked', 'superseded']), ...known }),
]);

export type Verification = z.infer<typeof schema>;
export type KnownCertificate = Exclude<Verification, { status: 'not_found' }>;

/** What the world may know of a certificate, by its number. */
export const verifyCertificate = (number: string, signal: AbortSignal): Promise<Verification> =>
  publicRpc('verify_certificate', { p_number: number }, schema, signal);
